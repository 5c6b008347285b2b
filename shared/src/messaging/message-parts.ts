import type { SensitiveKind } from '../client/sensitive-kinds.js';
import type { MeetingProposalInput } from './message-card.js';

/** What goes with a message's words. */
export interface MessageParts {
  /** Memberships of the people who are called by name. */
  mentions?: string[];
  card?: MeetingProposalInput;
  /** Files that were uploaded before. */
  attachmentIds?: string[];
  /** What the writer was asked about and sends all the same. */
  acknowledged?: SensitiveKind[];
}
