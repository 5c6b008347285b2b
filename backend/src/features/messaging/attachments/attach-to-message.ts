import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';

const attachToMessage = statement(
  'attach-to-message',
  `update attachment set entry_seq = $2
    where conversation_id = $1 and id = any ($3::uuid[]) and entry_seq is null and received_at is not null and state <> 'refused' returning name`,
);
const namedByMessage = statement(
  'named-by-message',
  `select coalesce(details->'attachmentIds', '[]') as ids from conversation_entry where conversation_id = $1 and seq = $2`,
);

/** Gives uploaded files to the message that names them, in the transaction that appends it: both or neither. */
@Injectable()
export class AttachToMessage {
  constructor(private readonly database: Database) {}

  /** Their names. */
  async attach(conversationId: string, seq: number, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.rows<{ name: string }>(attachToMessage, [conversationId, seq, ids]);
    // One is named twice, was sent before, has been refused or cleared away, or was never the sender's.
    if (rows.length < ids.length) throw new Problem('unprocessable', { reason: 'attachmentGone' });
    return rows.map(({ name }) => name);
  }

  /** A repeated send names the same files as the first. */
  async checkSame(conversationId: string, seq: number, ids: readonly string[]): Promise<void> {
    const row = await this.database.row<{ ids: string[] }>(namedByMessage, [conversationId, seq]);
    if (row && row.ids.join() !== ids.join()) throw new Problem('idempotencyConflict');
  }
}
