import pg from 'pg';
import { hashOfToken } from '../platform/auth/session-token.js';
import { appOptions } from '../platform/database/data-source.js';
import type { BenchDatabase } from './bench-database.js';
import type { RecordedOperation } from './record-requests.js';

export interface WallCost {
  operation: string;
  /** Median milliseconds of the statement, its parameters and its rows included. */
  behindWallsMs: number;
  withoutMs: number;
}

const runs = 400;

/**
 * The same statement in the same context, behind row-level security and without it: what the walls cost the database. By
 * turns, so that whatever else the machine does meets both alike.
 */
export const costOfWalls = async (
  database: BenchDatabase,
  recorded: Record<string, RecordedOperation>,
): Promise<WallCost[]> => {
  const costs: WallCost[] = [];
  for (const [operation, { first, statements }] of Object.entries(recorded)) {
    if (statements.length < 2) continue;
    const behind = await Reading.open(database.appUrl, first);
    const without = await Reading.open(database.superuserUrl, first);
    for (let run = 0; run < runs; run += 1) for (const reading of [behind, without]) await reading.run();
    costs.push({ operation, behindWallsMs: await behind.close(), withoutMs: await without.close() });
  }
  return costs;
};

/** One who reads the same again and again in one transaction. */
class Reading {
  private readonly took: number[] = [];

  private constructor(
    private readonly client: pg.Client,
    private readonly statements: RecordedOperation['first']['statements'],
  ) {}

  static async open(url: string, { statements, token }: RecordedOperation['first']): Promise<Reading> {
    const client = new pg.Client({
      ...(appOptions(url, 1, false).extra as pg.ClientConfig),
      connectionString: url,
    });
    await client.connect();
    await client.query('begin');
    await client.query('select app.enter($1, now())', [hashOfToken(token)]);
    return new Reading(client, statements);
  }

  async run(): Promise<void> {
    const began = performance.now();
    for (const { name, text, values } of this.statements)
      await this.client.query({ name: name ?? '', text, values });
    this.took.push(performance.now() - began);
  }

  /** @returns the median of its milliseconds. */
  async close(): Promise<number> {
    await this.client.query('rollback');
    await this.client.end();
    return this.took.toSorted((one, other) => one - other)[this.took.length >> 1] ?? 0;
  }
}
