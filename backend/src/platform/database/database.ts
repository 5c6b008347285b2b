import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Actor } from '@rinnalla/shared/organization/actor';
import type { Role } from '@rinnalla/shared/organization/role';
import type { PoolClient, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import type { AuditEntry } from '../audit/log-rows.js';
import { LogSeal } from '../audit/log-seal.js';
import { Clock } from '../clock/clock.js';
import { type Statement, statement } from './statement.js';
import { type Call, call, sendTogether } from './statement-flight.js';
import { type DomainEvent, Transaction } from './transaction.js';

const current = new AsyncLocalStorage<Transaction>();
const enterMember = statement('enter-member', 'select * from app.enter_member($1, $2)');
const leaveMember = statement('leave-member', 'select app.leave_member()');

const begin = statement('transaction-begun', 'begin');
const rollback = statement('transaction-rolled-back', 'rollback');
const enter = statement('enter', 'select * from app.enter($1, $2)');
const enterJob = statement('enter-job', 'select * from app.enter_job($1, $2)');
const keptAnswer = statement(
  'answer-found',
  'select route, body_hash, status, response from idempotency_key where person_id = (select app.person()) and key = $1',
);

/** How a transaction begins: the session's token (hex of its SHA-256), and the idempotency key to look up. */
export interface Beginning {
  tokenHash?: string | undefined;
  idempotencyKey?: string | undefined;
  requestId?: string | undefined;
  /** The claimed job whose transaction it is to be. */
  jobId?: string | undefined;
}

export interface KeptAnswer {
  route: string;
  bodyHash: string;
  status: number;
  response: unknown;
}

export interface Begun {
  transaction: Transaction;
  /** What was answered before under this idempotency key. */
  kept: KeptAnswer | undefined;
  /** The job that was entered; none when another process holds it or it is done. */
  job: { name: string; payload: unknown } | undefined;
}

/**
 * The database as use cases and queries meet it: always inside the current transaction, always with context.
 * There is no other connection in request code.
 */
@Injectable()
export class Database {
  private readonly consequences = new Set<(event: DomainEvent) => void>();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly seal: LogSeal,
  ) {}

  /** The current transaction; throws outside of one, so that no query can run without context. */
  get transaction(): Transaction {
    const transaction = current.getStore();
    if (!transaction) throw new Error('A query outside a transaction with context.');
    return transaction;
  }

  rows<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    return this.transaction.rows<Row>(statement, values);
  }

  async row<Row extends QueryResultRow>(
    statement: Statement,
    values: readonly unknown[] = [],
  ): Promise<Row | undefined> {
    return (await this.rows<Row>(statement, values))[0];
  }

  /** The rows of each statement; one round trip for all. */
  together(calls: readonly Call[]): Promise<QueryResultRow[][]> {
    return this.transaction.together(calls);
  }

  /** Adds a log row, written with the commit: no log, no action. */
  log(entry: AuditEntry): void {
    this.transaction.audits.push(entry);
  }

  /** Adds an event, written with the commit and reacted to after it; its lasting consequences are added at once. */
  happened(event: DomainEvent): void {
    this.transaction.events.push(event);
    for (const listener of this.consequences) listener(event);
  }

  /** Called inside the transaction of every event: for jobs that must not be forgotten. */
  onHappened(listener: (event: DomainEvent) => void): void {
    this.consequences.add(listener);
  }

  /** Runs `work` in a transaction of its own with the context of `beginning`; commits, or rolls back what it throws. */
  async inTransaction<Result>(
    beginning: Beginning,
    work: (begun: Begun) => Promise<Result>,
  ): Promise<Result> {
    const begun = await this.begin(beginning);
    try {
      const result = await this.within(begun.transaction, () => work(begun));
      await begun.transaction.commit();
      return result;
    } catch (error) {
      await begun.transaction.rollback().catch(() => undefined);
      throw error;
    } finally {
      await begun.transaction.runner.release();
    }
  }

  /**
   * Reads in contexts that the statement enters by itself, and leaves no trace: what is looked at on behalf of an open
   * socket is no use of its session, so an idle session ends all the same.
   */
  async glance<Row extends QueryResultRow>(
    reading: Statement,
    values: (at: Date) => readonly unknown[],
  ): Promise<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      const [, rows] = await sendTogether(client, [
        call(begin),
        call(reading, values(this.clock.now())),
        call(rollback),
      ]);
      return rows as Row[];
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * Within a job: runs `work` as this member may today, so that row-level security decides what a job reads on somebody's
   * behalf. Undefined, and `work` not run, when the membership or the person has ended.
   */
  async asMember<Result>(
    membershipId: string,
    work: (member: EnteredMember) => Promise<Result>,
  ): Promise<Result | undefined> {
    const row = await this.row<EnteredMemberRow>(enterMember, [membershipId, this.transaction.at]);
    if (!row) return undefined;
    try {
      return await work({
        personId: row.person_id,
        membershipId,
        role: row.role,
        organizationId: row.organization_id,
        language: row.language,
      });
    } finally {
      // After a failed statement the transaction ends anyway.
      await this.rows(leaveMember).catch(() => undefined);
    }
  }

  within<Result>(transaction: Transaction, work: () => Promise<Result>): Promise<Result> {
    return current.run(transaction, work);
  }

  /** Begin, context and the look-up of a kept answer are one message: one round trip. */
  async begin({ tokenHash, idempotencyKey, requestId, jobId }: Beginning): Promise<Begun> {
    const at = this.clock.now();
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      const token = tokenHash && /^[0-9a-f]{64}$/.test(tokenHash) ? tokenHash : undefined;
      const key =
        token && idempotencyKey && /^[0-9a-f-]{36}$/i.test(idempotencyKey) ? idempotencyKey : undefined;
      const [, ...told] = await sendTogether(client, [
        call(begin),
        ...(token ? [call(enter, [token, at.toISOString()])] : []),
        ...(key ? [call(keptAnswer, [key])] : []),
        ...(jobId ? [call(enterJob, [jobId, at.toISOString()])] : []),
      ]);
      const [entered, kept] = token ? told : [];
      const actor = entered?.[0] ? actorOf(entered[0] as EnteredRow) : undefined;
      const answer = kept?.[0] as
        | { route: string; body_hash: string; status: number; response: unknown }
        | undefined;
      return {
        transaction: new Transaction(runner, client, actor, at, requestId, this.seal),
        job: jobId ? (told.at(-1)?.[0] as Begun['job']) : undefined,
        kept: answer && {
          route: answer.route,
          bodyHash: answer.body_hash,
          status: answer.status,
          response: answer.response,
        },
      };
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      await runner.release();
      throw error;
    }
  }
}

/** For whom a job reads. */
export interface EnteredMember {
  personId: string;
  membershipId: string;
  role: Role;
  organizationId: string;
  language: Actor['language'];
}

interface EnteredMemberRow {
  person_id: string;
  role: Role;
  organization_id: string;
  language: Actor['language'];
}

interface EnteredRow {
  session_id: string;
  person_id: string;
  given_name: string;
  surname: string;
  language: Actor['language'];
  membership_id: string | null;
  role: Role | null;
  organization_id: string | null;
  organization_name: NonNullable<Actor['organization']>['name'];
  organization_kind: NonNullable<Actor['organization']>['kind'];
  office_holder: boolean;
}

const actorOf = (row: EnteredRow): Actor => ({
  sessionId: row.session_id,
  personId: row.person_id,
  givenName: row.given_name,
  surname: row.surname,
  language: row.language,
  officeHolder: row.office_holder,
  ...(row.membership_id && row.role && row.organization_id
    ? {
        membershipId: row.membership_id,
        role: row.role,
        organization: { id: row.organization_id, name: row.organization_name, kind: row.organization_kind },
      }
    : {}),
});
