import { randomUUID } from 'node:crypto';
import type { Actor } from '@rinnalla/shared/organization/actor';
import type { PoolClient, QueryResultRow } from 'pg';
import type { QueryRunner } from 'typeorm';
import { type AuditEntry, logColumns, logDefinition, logRowsOf } from '../audit/log-rows.js';
import type { LogSeal } from '../audit/log-seal.js';
import { log } from '../log/log.js';
import { type Statement, statement } from './statement.js';
import { type Call, call, sendTogether, StatementFlight } from './statement-flight.js';

const writeLog = statement(
  'log-written',
  `insert into audit_event (at, ${logColumns}) select $1, ${logColumns} from jsonb_to_recordset($2::jsonb) as entry (${logDefinition})`,
);
const keepEvents = statement(
  'events-kept',
  'insert into event (at, ring, name, payload) select $1, ring, name, payload from jsonb_to_recordset($2::jsonb) as happened (ring uuid, name text, payload jsonb)',
);
const addJobs = statement(
  'jobs-added',
  'insert into job (name, payload, key, gathers, run_at, added_at) select name, payload, key, gathers, run_at, $1 from jsonb_to_recordset($2::jsonb) as added (name text, payload jsonb, key text, gathers text, run_at timestamptz) on conflict do nothing',
);
const keepAnswer = statement(
  'answer-kept',
  'insert into idempotency_key (person_id, key, route, body_hash, status, response, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
);
const commit = statement('transaction-committed', 'commit');
/** A bell that does not ring costs the others a few seconds (`PostgresDoorbell`): it need not wait for the disk. */
const ring = statement(
  'bell-rung',
  `select set_config('synchronous_commit', 'off', true), pg_notify('rinnalla', event) from unnest($1::text[]) event`,
);

/** Something that happened, in the past tense, with ids only. */
export interface DomainEvent {
  name: string;
  payload: Record<string, string | number | boolean | null | readonly string[]>;
}

/** An event as the bell tells it: `ring` is its own, so that who hears it twice knows. */
export interface RungEvent extends DomainEvent {
  ring?: string;
}

/** Wakes the workers of every process. */
const jobAdded: DomainEvent = { name: 'jobAdded', payload: {} };

/** Work for after the commit, as it stands in its row: `Jobs.add`. */
export interface AddedJob {
  name: string;
  payload: unknown;
  key: string | null;
  gathers: string | null;
  run_at: string;
}

/** A POST's key and what was asked under it, so that a replay gets the same answer. */
export interface Replayable {
  key: string;
  route: string;
  bodyHash: string;
  status: number;
  response: unknown;
}

/**
 * One transaction with its context: who acts, and what will be written beside the change when it commits
 * (log rows, events, jobs, the answer kept for a replay). Use cases reach it through `Database`.
 */
export class Transaction {
  readonly audits: AuditEntry[] = [];
  readonly events: DomainEvent[] = [];
  readonly jobs: AddedJob[] = [];
  replayable: Replayable | undefined;

  constructor(
    readonly runner: QueryRunner,
    private readonly client: PoolClient,
    readonly actor: Actor | undefined,
    readonly at: Date,
    readonly requestId: string | undefined,
    private readonly seal: LogSeal,
  ) {}

  async rows<Row extends QueryResultRow>(
    statement: Statement,
    values: readonly unknown[] = [],
  ): Promise<Row[]> {
    const [rows] = await this.together([call(statement, values)]);
    return rows as Row[];
  }

  /** The rows of each statement; one round trip for all. */
  together(calls: readonly Call[]): Promise<QueryResultRow[][]> {
    return sendTogether(this.client, calls);
  }

  /**
   * Writes log, events, jobs and answer, and commits, in one message to the database: a log row that cannot be written leaves no
   * change. The doorbell rings behind the commit in the same message: inside it, PostgreSQL would let only one transaction
   * at a time reach the disk. Who listens hears it on every node, with the ids that its watchers need.
   */
  async commit(): Promise<void> {
    const events: RungEvent[] = this.events.map((event) => ({ ring: randomUUID(), ...event }));
    const before = [...this.leftBehind(events), call(commit)];
    const rings = [
      ...events,
      ...(this.jobs.some(({ run_at }) => run_at <= this.at.toISOString()) ? [jobAdded] : []),
    ];
    const ringing = rings.length > 0 ? [call(ring, [rings.map((event) => JSON.stringify(event))])] : [];
    const flight = new StatementFlight([...before, ...ringing]);
    try {
      await this.client.query(flight).landed;
    } catch (error) {
      if (flight.rows.length < before.length) throw error;
      log.error(
        { error: error instanceof Error ? error.name : typeof error },
        'what was committed could not be told',
      );
    }
  }

  async rollback(): Promise<void> {
    await this.client.query('rollback');
  }

  /** What is written beside the change, each by a statement of its own. */
  private leftBehind(events: readonly RungEvent[]): Call[] {
    const at = this.at.toISOString();
    const calls: Call[] = [];
    if (this.audits.length > 0)
      calls.push(call(writeLog, [at, JSON.stringify(logRowsOf(this.audits, this, this.seal))]));
    if (events.length > 0) calls.push(call(keepEvents, [at, JSON.stringify(events)]));
    if (this.jobs.length > 0) calls.push(call(addJobs, [at, JSON.stringify(this.jobs)]));
    if (this.replayable && this.actor) {
      const { key, route, bodyHash, status, response } = this.replayable;
      calls.push(
        call(keepAnswer, [
          this.actor.personId,
          key,
          route,
          bodyHash,
          status,
          JSON.stringify(response ?? null),
          at,
        ]),
      );
    }
    return calls;
  }
}
