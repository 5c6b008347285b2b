import type { ReactNode } from 'react';

/** Renders the conversation of a case; it is another feature's, so it is given from above. */
export type ConversationSlot = (referralId: string) => ReactNode;
