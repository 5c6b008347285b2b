import type { Actor } from '@rinnalla/shared/organization/actor';
import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import { type AuditEntry, logColumns, logDefinition, logRowsOf } from '../audit/log-rows.js';
import type { LogSeal } from '../audit/log-seal.js';
import type { Statement } from './statement.js';

/** Something that happened, in the past tense, with ids only. */
export interface DomainEvent {
  name: string;
  payload: Record<string, string | number | boolean | null>;
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
 * (log rows, events, the answer kept for a replay). Use cases reach it through `Database`.
 */
export class Transaction {
  readonly audits: AuditEntry[] = [];
  readonly events: DomainEvent[] = [];
  replayable: Replayable | undefined;

  constructor(
    readonly runner: QueryRunner,
    private readonly client: PoolClient,
    readonly actor: Actor | undefined,
    readonly at: Date,
    readonly requestId: string | undefined,
    private readonly seal: LogSeal,
  ) {}

  /** For `insert` and `update` of entities. Lists are statements. */
  get manager(): EntityManager {
    return this.runner.manager;
  }

  async rows<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.client.query<Row>({ name: statement.name, text: statement.text, values: [...values] });
    return result.rows;
  }

  /** Writes log, events and answer, and commits, in one message to the database. */
  async commit(): Promise<void> {
    await this.client.query(`${this.leftBehind()}commit`);
  }

  async rollback(): Promise<void> {
    await this.client.query('rollback');
  }

  private leftBehind(): string {
    const literal = (value: unknown) => this.client.escapeLiteral(JSON.stringify(value));
    const at = this.client.escapeLiteral(this.at.toISOString());
    let sql = '';
    if (this.audits.length > 0) {
      const rows = logRowsOf(this.audits, this, this.seal);
      sql += `insert into audit_event (at, ${logColumns})
        select ${at}::timestamptz, ${logColumns} from jsonb_to_recordset(${literal(rows)}::jsonb) as entry (${logDefinition});\n`;
    }
    if (this.events.length > 0) {
      sql += `insert into event (at, name, payload) select ${at}::timestamptz, name, payload
          from jsonb_to_recordset(${literal(this.events)}::jsonb) as happened (name text, payload jsonb);\n`;
      // The doorbell rings at commit, on every node, with the ids that its watchers need.
      for (const event of this.events) sql += `select pg_notify('rinnalla', ${literal(event)});\n`;
    }
    if (this.replayable && this.actor) {
      const { key, route, bodyHash, status, response } = this.replayable;
      sql += `insert into idempotency_key (person_id, key, route, body_hash, status, response, created_at)
        values (${[this.actor.personId, key, route, bodyHash].map((text) => this.client.escapeLiteral(text)).join(', ')}, ${Number(status)}, ${literal(response ?? null)}, ${at});\n`;
    }
    return sql;
  }
}
