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

const runs = 200;

/** The same statement in the same context, behind row-level security and without it: what the walls cost the database. */
export const costOfWalls = async (
  database: BenchDatabase,
  recorded: Record<string, RecordedOperation>,
): Promise<WallCost[]> => {
  const costs: WallCost[] = [];
  for (const [operation, { first, statements }] of Object.entries(recorded)) {
    if (statements.length < 2) continue;
    costs.push({
      operation,
      behindWallsMs: await medianMs(database.appUrl, first),
      withoutMs: await medianMs(database.superuserUrl, first),
    });
  }
  return costs;
};

const medianMs = async (url: string, { statements, token }: RecordedOperation['first']): Promise<number> => {
  const client = new pg.Client({
    ...(appOptions(url, 1, false).extra as pg.ClientConfig),
    connectionString: url,
  });
  await client.connect();
  const took: number[] = [];
  await client.query('begin');
  await client.query('select app.enter($1, now())', [hashOfToken(token)]);
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    for (const { name, text, values } of statements) await client.query({ name: name ?? '', text, values });
    took.push(performance.now() - began);
  }
  await client.query('rollback');
  await client.end();
  return took.toSorted((one, other) => one - other)[runs / 2] ?? 0;
};
