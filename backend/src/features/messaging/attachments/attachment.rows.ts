import type { AttachmentType } from '@rinnalla/shared/messaging/attachment-rules';

export interface AttachmentRow {
  conversation_id: string;
  id: string;
  object_key: string;
  name: string;
  type: AttachmentType;
  bytes: number;
  state: 'waiting' | 'clean' | 'refused';
  check_failed_at: Date | null;
  person_id: string;
  person_name: string;
  organization_id: string;
  received_at: Date;
  entry_seq: number | null;
  referral_id: string;
  client_id: string | null;
}

/** A place of its own in a conversation, under the id that the sender's browser made. */
export interface AttachmentPlace {
  conversationId: string;
  attachmentId: string;
}
