import type pg from 'pg';
import { type Statement, statement } from '../platform/database/statement.js';
import { type Call, call } from '../platform/database/statement-flight.js';

/** What a write changes, in the limit's own words. */
export interface LimitWrite {
  id: string;
  version: number;
  personId: string;
  organizationId: string;
  body?: string;
}

const sendUpdate = `update referral set status = 'sent', version = version + 1, status_since = now(), sent_at = now(), answer_started_at = now(),
  answer_due_at = now() + interval '5 days', due_at = now() + interval '5 days', updated_at = now() where id = $1 and version = $2`;
const acknowledgeUpdate = `update referral set status = 'acknowledged', version = version + 1, status_since = now(), updated_at = now() where id = $1 and version = $2`;
const step = (action: string, from: string, to: string): string =>
  `insert into referral_step (referral_id, version, action, from_status, to_status, at, person_id, actor_name, organization_id, role)
   values ($1, $2, '${action}', '${from}', '${to}', now(), $3, 'Henkilö', $4, 'coach')`;
const message = `
  with talk as (update conversation set last_seq = last_seq + 1, last_entry_at = now() where id = $1 returning last_seq)
  insert into conversation_entry (conversation_id, seq, kind, at, person_id, sender_name, organization_id, client_message_id, body)
  select $1, last_seq, 'message', now(), $2, 'Henkilö', $3, $4, $5 from talk`;

const statements = {
  sendUpdate: statement('limit-send-update', sendUpdate),
  sendStep: statement('limit-send-step', step('send', 'draft', 'sent')),
  acknowledgeUpdate: statement('limit-acknowledge-update', acknowledgeUpdate),
  acknowledgeStep: statement('limit-acknowledge-step', step('acknowledge', 'sent', 'acknowledged')),
  message: statement('limit-message', message),
};

const change =
  (update: Statement, append: Statement) =>
  ({ id, version, personId, organizationId }: LimitWrite): Call[] => [
    call(update, [id, version]),
    call(append, [id, version + 1, personId, organizationId]),
  ];

/** The least that each write must do: the row changes and its step or entry is appended. */
export const limitStatements = {
  send: change(statements.sendUpdate, statements.sendStep),
  transition: change(statements.acknowledgeUpdate, statements.acknowledgeStep),
  message: ({ id, personId, organizationId, body }: LimitWrite): Call[] => [
    call(statements.message, [id, personId, organizationId, crypto.randomUUID(), body]),
  ],
} as const;

/** One transaction of the least, without rights, validation, log, event or answer. */
export const limitWrite = async (pool: pg.Pool, operation: string, write: LimitWrite): Promise<void> => {
  const calls = limitStatements[operation as keyof typeof limitStatements](write);
  const client = await pool.connect();
  const query = ({ statement: { name, text }, values }: Call) =>
    client.query({ name, text, values: [...values] });
  try {
    if (calls.length === 1) return void (await query(calls[0]!));
    await client.query('begin');
    for (const each of calls) {
      const { rowCount } = await query(each);
      if (rowCount !== 1) throw new Error(`${operation}: ${write.id} is no longer at its version.`);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};
