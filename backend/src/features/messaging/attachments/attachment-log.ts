import type { LogAction } from '@rinnalla/shared/log/log-action';
import type { AuditEntry } from '../../../platform/audit/log-rows.js';
import type { AttachmentRow } from './attachment.rows.js';

/** What the log of use says of a file: which and of what case. Not its name, which is content. */
export const logOf = (
  action: LogAction,
  row: Pick<AttachmentRow, 'id' | 'client_id' | 'conversation_id' | 'referral_id'>,
): AuditEntry => ({
  action,
  objectType: 'attachment',
  objectId: row.id,
  ...(row.client_id ? { clientId: row.client_id } : {}),
  details: { conversationId: row.conversation_id, referralId: row.referral_id },
});
