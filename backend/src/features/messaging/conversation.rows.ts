import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { EntryKind } from '@rinnalla/shared/messaging/conversation-entry';
import type { MessageCard } from '@rinnalla/shared/messaging/message-card';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';

export interface EntryRow {
  seq: number;
  kind: EntryKind;
  at: Date;
  person_id: string | null;
  sender_name: string | null;
  organization_id: string | null;
  client_message_id: string | null;
  /** Null when removed. */
  body: string | null;
  details: Record<string, unknown>;
}

interface CountedRow {
  conversation_id: string;
  referral_id: string;
  audience_organization_id: string | null;
  last_seq: number;
  last_read_seq: number;
  unread: number;
}
interface PartiesRow {
  sender_organization_id: string;
  sender_name: Localized;
  provider_organization_id: string;
  provider_name: Localized;
}
export interface ConversationRow extends CountedRow, PartiesRow {
  open_to_provider: boolean;
  non_disclosure: boolean;
  case_number: string;
  service_title: Localized;
  draft_body: string | null;
  draft_version: number | null;
  snoozed_until: string | null;
}
/** The client's first name, and what is asked before it may stand in a line. */
export interface NamedRow {
  first_name: string;
  status: ReferralStatus;
  non_disclosure: boolean;
  was_sent: boolean;
  disclosure_ended: boolean;
}
export interface SummaryRow extends CountedRow, PartiesRow, NamedRow {
  case_number: string;
  last_entry_at: Date;
  /** The same with microseconds, for the cursor. */
  last_entry_at_text: string;
  message_sender_name: string;
  message_text: string | null;
  message_mine: boolean;
  /** The client was called: whether somebody answered. Null in any other message. */
  message_call: boolean | null;
  resolved: boolean;
  snoozed_until: string | null;
  has_draft: boolean;
  mentioned: boolean;
}
/** What is asked of a message before an item in it is ticked. */
export interface ChecklistRow {
  card: MessageCard | null;
  /** Null when removed. */
  body: string | null;
  done: boolean;
}
export interface MessageRow {
  at: Date;
  person_id: string;
  kind: EntryKind;
  removed: boolean;
  recalled: boolean;
  /** Its card is an answer, or has been answered: both sides rely on it. */
  binding: boolean;
  /** It carries something that can be acted on. */
  carded: boolean;
}
