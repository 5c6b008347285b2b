import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Sealing } from '../../platform/auth/sealing.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

/** What is tried, by whom or from where, and how often in how many minutes. */
export interface Limit {
  of: string;
  subject: string;
  most: number;
  minutes: number;
}

const take = statement('take-attempt', 'select app.take($1, $2, $3, $4) as is_within');
const giveBack = statement('give-back-attempts', 'select app.give_back($1)');

/**
 * Tries are counted in the database, so on every node together, and before the outcome is known: fifty at once are fifty.
 * An account that does not exist is counted like one that does. Accounts and addresses stand there as keyed hashes.
 */
@Injectable()
export class Attempts {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  /** In the current transaction, which must be one that commits. */
  async take(limits: readonly Limit[]): Promise<boolean> {
    const row = await this.database.row<{ is_within: boolean }>(take, [
      limits.map((limit) => this.bucketOf(limit)),
      limits.map(({ most }) => most),
      limits.map(({ minutes }) => minutes * 60),
      this.database.transaction.at,
    ]);
    return row?.is_within ?? false;
  }

  /** Counts in a transaction of its own, and refuses with `tooManyRequests`. */
  async takeOrRefuse(limits: readonly Limit[]): Promise<void> {
    const isWithin = await this.database.inTransaction({}, () => this.take(limits));
    if (!isWithin) throw new Problem('tooManyRequests', { reason: 'tooManyTries' });
  }

  /** What succeeded was no guess. */
  async giveBack(limits: readonly Limit[]): Promise<void> {
    await this.database.row(giveBack, [limits.map((limit) => this.bucketOf(limit))]);
  }

  private bucketOf({ of, subject }: Limit): string {
    return this.sealing.hash(`${of}|${subject.trim().toLowerCase()}`);
  }
}
