import type pg from 'pg';

/** What a write changes, in the limit's own words. */
export interface LimitWrite {
  id: string;
  version: number;
  personId: string;
  organizationId: string;
  body?: string;
}

type Write = (pool: pg.Pool, given: LimitWrite) => Promise<void>;

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

/** One transaction that changes the row and appends its step. */
const changeAndAppend =
  (name: string, update: string, append: string): Write =>
  async (pool, { id, version, personId, organizationId }) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const { rowCount } = await client.query({
        name: `${name}-update`,
        text: update,
        values: [id, version],
      });
      if (rowCount !== 1) throw new Error(`${name}: ${id} is no longer at version ${version}.`);
      await client.query({
        name: `${name}-step`,
        text: append,
        values: [id, version + 1, personId, organizationId],
      });
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };

/** The least that each write must do, without rights, validation, log, event or answer. */
export const limitWrites: Readonly<Record<string, Write>> = {
  send: changeAndAppend('send', sendUpdate, step('send', 'draft', 'sent')),
  transition: changeAndAppend('transition', acknowledgeUpdate, step('acknowledge', 'sent', 'acknowledged')),
  message: async (pool, { id, personId, organizationId, body }) => {
    await pool.query({
      name: 'message',
      text: message,
      values: [id, personId, organizationId, crypto.randomUUID(), body],
    });
  },
};
