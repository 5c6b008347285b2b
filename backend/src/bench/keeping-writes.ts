import type { LogAction } from '@rinnalla/shared/log/log-action';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@rinnalla/shared/organization/actor';
import type pg from 'pg';
import { logColumns, logDefinition, logRowsOf } from '../platform/audit/log-rows.js';
import { LogSeal } from '../platform/audit/log-seal.js';
import { statement } from '../platform/database/statement.js';
import { type Call, call, sendTogether } from '../platform/database/statement-flight.js';
import { benchLogKey } from './bench-database.js';
import { type LimitWrite, limitStatements } from './limit-writes.js';

const begin = statement('keeping-begin', 'begin');
const commit = statement('keeping-commit', 'commit');
export const logRow = statement(
  'keeping-log',
  `insert into audit_event (at, ${logColumns}) select now(), ${logColumns} from jsonb_to_recordset($1::jsonb) as entry (${logDefinition})`,
);
const event = statement('keeping-event', 'insert into event (at, name, payload) values (now(), $1, $2)');
const answer = statement(
  'keeping-answer',
  `insert into idempotency_key (person_id, key, route, body_hash, status, response, created_at) values ($1, $2, $3, $4, 201, $5, now())`,
);
const ring = statement(
  'keeping-ring',
  `select set_config('synchronous_commit', 'off', true), pg_notify('rinnalla', $1)`,
);
const caseEntry = statement(
  'keeping-case-entry',
  `with talk as (update conversation set last_seq = last_seq + 1, last_entry_at = now() where referral_id = $1 and audience_organization_id is null returning id, last_seq)
   insert into conversation_entry (conversation_id, seq, kind, at, person_id, sender_name, organization_id, details)
   select id, last_seq, 'event', now(), $2, 'Henkilö', $3, $4 from talk`,
);
const conversations = statement(
  'keeping-conversations',
  `insert into conversation (referral_id, audience_organization_id, sender_organization_id, provider_organization_id, handler_id, non_disclosure, open_to_provider, last_seq)
   select r.id, a.audience, r.sender_organization_id, r.provider_organization_id, r.handler_id, r.non_disclosure, true, 0
     from referral r, unnest(array[null, r.sender_organization_id, r.provider_organization_id]) as a (audience) where r.id = $1`,
);
const seal = new LogSeal(benchLogKey);

/** The rows that the product leaves beside each write, and the ring that wakes the other nodes. */
const keeping = (
  action: LogAction,
  objectType: string,
  { id, personId, organizationId }: LimitWrite,
): Call[] => {
  const actor = { personId, organization: { id: organizationId }, role: 'coach', officeHolder: true };
  const payload = JSON.stringify({ referralId: id, version: 2 });
  const rows = logRowsOf(
    [{ action, objectType, objectId: id }],
    { actor: actor as unknown as Actor, at: new Date(), requestId: randomUUID() },
    seal,
  );
  return [
    call(logRow, [JSON.stringify(rows)]),
    call(event, [action, payload]),
    call(answer, [personId, randomUUID(), objectType, randomUUID(), payload]),
    call(commit),
    call(ring, [JSON.stringify({ name: action, payload })]),
  ];
};

const step = ({ id, personId, organizationId }: LimitWrite, action: string): Call =>
  call(caseEntry, [id, personId, organizationId, JSON.stringify({ action, version: 2 })]);

const told: Readonly<Record<string, LogAction>> = { transition: 'acknowledge', message: 'sendMessage' };
const changes: Readonly<Record<string, (write: LimitWrite) => Call[]>> = {
  send: (write) => [...limitStatements.send(write), call(conversations, [write.id]), step(write, 'send')],
  transition: (write) => [...limitStatements.transition(write), step(write, 'acknowledge')],
  message: (write) => limitStatements.message(write),
};

/**
 * The limit that keeps what the product must keep: the same change, and with it the chained log row, the event, the answer
 * for a replay and the case's entry in its conversation, by `node:http` and `pg` alone, in two messages to the database. It
 * still knows no session, right, contract or version but the row's own.
 */
export const keepingWrite = async (pool: pg.Pool, operation: string, write: LimitWrite): Promise<void> => {
  const client = await pool.connect();
  try {
    await sendTogether(client, [call(begin), ...(changes[operation]?.(write) ?? [])]);
    await sendTogether(
      client,
      keeping(told[operation] ?? 'send', operation === 'message' ? 'message' : 'referral', write),
    );
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};
