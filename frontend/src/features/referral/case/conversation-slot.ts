import type { ReactNode } from 'react';

/** What the reader asked to write as the conversation opens: a message to both sides, or a note to their own. */
export type WriteTo = 'shared' | 'internal';

/** Renders the files of a case: another feature's too. */
export type FilesSlot = (referralId: string) => ReactNode;

/** Renders the conversation of a case; it is another feature's, so it is given from above. */
export type ConversationSlot = (referralId: string, writeTo: WriteTo | undefined) => ReactNode;
