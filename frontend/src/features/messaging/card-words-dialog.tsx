import type { MessageCardInput } from '@rinnalla/shared/messaging/message-card';
import type { MessageParts } from '@rinnalla/shared/messaging/message-parts';
import type { ComponentProps } from 'react';
import { WordsDialog } from './words-dialog.js';

interface CardWordsDialogProps extends Omit<ComponentProps<typeof WordsDialog>, 'onSend'> {
  card: MessageCardInput;
  onSend: (words: string, parts: MessageParts) => void;
}

/** The words of a message with a card. Sent like any message: it waits when there is no connection. */
export const CardWordsDialog = ({ card, onSend, onClose, ...dialog }: CardWordsDialogProps) => (
  <WordsDialog
    {...dialog}
    onClose={onClose}
    onSend={(words, acknowledged) => {
      onSend(words, { card, ...(acknowledged.length > 0 ? { acknowledged } : {}) });
      onClose();
    }}
  />
);
