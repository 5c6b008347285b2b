import type { ConversationLine } from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import type { ComponentType } from 'react';
import styles from './card.module.css';
import { Quotation } from './quotation.js';

interface AnswerNoteProps {
  icon: ComponentType<{ className?: string | undefined; 'aria-hidden'?: boolean }>;
  /** The message that is answered. */
  concerns: number;
  lines: readonly ConversationLine[];
  view: ConversationView;
  children: string;
}

/** An answer among the messages: what it means, and the message it answers as that stands now. */
export const AnswerNote = ({ icon: Icon, concerns, lines, view, children }: AnswerNoteProps) => (
  <div className={styles.note}>
    <p className={styles.answered}>
      <Icon aria-hidden className={styles.icon} />
      {children}
    </p>
    <Quotation line={{ quotes: concerns }} lines={lines} view={view} />
  </div>
);
