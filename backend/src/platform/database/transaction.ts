import type { Actor } from '@rinnalla/shared/organization/actor';
import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Statement } from './statement.js';

/** One row of the log, as a use case tells it; who, when and for whom is added when it is written. */
export interface AuditEntry {
  action: string;
  objectType: string;
  objectId?: string;
  clientId?: string;
  purpose?: string;
  details?: Record<string, unknown>;
}

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
      const rows = this.audits.map((entry) => ({
        person_id: this.actor?.personId ?? null,
        organization_id: this.actor?.organization?.id ?? null,
        role: this.actor?.role ?? null,
        office_holder: this.actor?.officeHolder ?? false,
        action: entry.action,
        object_type: entry.objectType,
        object_id: entry.objectId ?? null,
        client_id: entry.clientId ?? null,
        purpose: entry.purpose ?? null,
        details: entry.details ?? {},
        request_id: this.requestId ?? null,
      }));
      sql += `insert into audit_event (at, person_id, organization_id, role, office_holder, action, object_type, object_id, client_id, purpose, details, request_id)
        select ${at}::timestamptz, person_id, organization_id, role, office_holder, action, object_type, object_id, client_id, purpose, details, request_id
          from jsonb_to_recordset(${literal(rows)}::jsonb) as entry (person_id uuid, organization_id uuid, role text, office_holder boolean, action text, object_type text, object_id text, client_id uuid, purpose text, details jsonb, request_id text);\n`;
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
