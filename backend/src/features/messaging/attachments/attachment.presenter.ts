import type { AttachmentView } from '@rinnalla/shared/messaging/attachment-routes';
import type { AttachmentState } from '@rinnalla/shared/messaging/attachment-rules';
import type { AttachmentRow } from './attachment.rows.js';

/** Names every field of a file that leaves the server; never where its bytes stand. */
export const presentAttachment = (row: AttachmentRow, hasScanner: boolean): AttachmentView => ({
  id: row.id,
  conversationId: row.conversation_id,
  name: row.name,
  type: row.type,
  bytes: row.bytes,
  state: attachmentStateOf(row, hasScanner),
  person: { personId: row.person_id, name: row.person_name, organizationId: row.organization_id },
  at: row.received_at.toISOString(),
  seq: row.entry_seq,
});

/** What waits is `unscanned` only where nobody will ever scan it: with a scanner, old files wait for it too. */
export const attachmentStateOf = (
  { state, check_failed_at: failedAt }: Pick<AttachmentRow, 'state' | 'check_failed_at'>,
  hasScanner: boolean,
): AttachmentState => {
  if (state !== 'waiting') return state;
  if (!hasScanner) return 'unscanned';
  return failedAt ? 'notChecked' : 'checking';
};
