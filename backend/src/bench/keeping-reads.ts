import { randomUUID } from 'node:crypto';
import type { Actor } from '@rinnalla/shared/organization/actor';
import type pg from 'pg';
import { logRowsOf } from '../platform/audit/log-rows.js';
import { LogSeal } from '../platform/audit/log-seal.js';
import { statement } from '../platform/database/statement.js';
import { call, sendTogether } from '../platform/database/statement-flight.js';
import { benchLogKey } from './bench-database.js';
import { logRow } from './keeping-writes.js';
import type { SentStatement } from './sent-statements.js';

interface Reader {
  personId: string;
  organizationId: string;
}

const begin = statement('keeping-read-begin', 'begin');
const commit = statement('keeping-read-commit', 'commit');
const session = statement(
  'keeping-read-session',
  `select s.person_id, m.organization_id from session s join membership m on m.id = s.membership_id
    where s.person_id = $1 and s.revoked_at is null and s.expires_at > now() limit 1`,
);
const seal = new LogSeal(benchLogKey);

/**
 * Reads of a client's matters as they must at least be: somebody who is signed in, and a row of the log in the same
 * transaction. The readers are of many organizations, as the product's are, so that none waits for another's chain.
 */
export class KeepingReads {
  private readers: Reader[] = [];
  private next = 0;

  constructor(private readonly pool: pg.Pool) {}

  async read(statements: readonly SentStatement[]): Promise<unknown[]> {
    const { personId, organizationId } = await this.reader();
    const client = await this.pool.connect();
    try {
      await sendTogether(client, [call(begin), call(session, [personId])]);
      let rows: unknown[] = [];
      for (const { name = '', text, values } of statements)
        rows = (await client.query({ name, text, values })).rows;
      const actor = { personId, organization: { id: organizationId }, role: 'coach', officeHolder: true };
      const told = logRowsOf(
        [{ action: 'readReferral', objectType: 'referral' }],
        { actor: actor as unknown as Actor, at: new Date(), requestId: randomUUID() },
        seal,
      );
      await sendTogether(client, [call(logRow, [JSON.stringify(told)]), call(commit)]);
      return rows;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  private async reader(): Promise<Reader> {
    if (this.readers.length === 0) {
      const { rows } = await this.pool.query<Reader>(
        `select distinct on (organization_id) person_id as "personId", organization_id as "organizationId" from membership limit 100`,
      );
      this.readers = rows;
    }
    const reader = this.readers[this.next++ % this.readers.length];
    if (!reader) throw new Error('Nobody is seeded.');
    return reader;
  }
}
