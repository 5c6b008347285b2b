import type { SensitiveKind } from '../client/sensitive-kinds.js';
import type { MessageCardInput } from './message-card.js';

/** What goes with a message's words. */
export interface MessageParts {
  /** Memberships of the people who are called by name. */
  mentions?: string[];
  card?: MessageCardInput;
  /** The number of the message that is quoted. */
  quotes?: number;
  /** Files that were uploaded before. */
  attachmentIds?: string[];
  /** What the writer was asked about and sends all the same. */
  acknowledged?: SensitiveKind[];
}
