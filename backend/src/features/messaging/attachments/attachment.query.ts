import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import type { AttachmentPlace, AttachmentRow } from './attachment.rows.js';

const columns = `a.conversation_id, a.id, a.object_key, a.name, a.type, a.bytes, a.state, a.check_failed_at, a.person_id, a.person_name,
  a.organization_id, a.received_at, a.entry_seq::integer, c.referral_id`;

const attachmentsOfReferral = statement(
  'attachments-of-referral',
  `select a.* from referral r
     left join lateral (
       select ${columns}, null as client_id from conversation c join attachment a on a.conversation_id = c.id
        where c.referral_id = r.id and a.received_at is not null) a on true
    where r.id = $1
    order by a.received_at desc, a.id`,
);

const oneAttachment = statement(
  'one-attachment',
  `select ${columns}, (select r.client_id from referral r where r.id = c.referral_id) as client_id
     from attachment a join conversation c on c.id = a.conversation_id
    where a.conversation_id = $1 and a.id = $2 and a.received_at is not null`,
);

/** Reads files in the reader's own context: what row-level security does not show is not found. */
@Injectable()
export class AttachmentQuery {
  constructor(private readonly database: Database) {}

  /** Throws notFound when the referral is not the reader's. */
  async listOfReferral(referralId: string): Promise<AttachmentRow[]> {
    const rows = await this.database.rows<AttachmentRow>(attachmentsOfReferral, [referralId]);
    if (rows.length === 0) throw new Problem('notFound');
    return rows.filter(({ id }) => id !== null);
  }

  async get({ conversationId, attachmentId }: AttachmentPlace): Promise<AttachmentRow> {
    const row = await this.database.row<AttachmentRow>(oneAttachment, [conversationId, attachmentId]);
    if (!row) throw new Problem('notFound');
    return row;
  }
}
