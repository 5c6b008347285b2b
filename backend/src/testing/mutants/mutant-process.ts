import { Client } from 'pg';
import { testCluster, withDatabase } from '../test-cluster.js';
import type { Change } from './mutant.js';
import { type Ending, StandingFile } from './standing-file.js';
import { wake } from './wake-mutants.js';

/** What the process is asked to do with one file of tests after the other. */
export type Order =
  /** With a mutant it is awake while the file is prepared, too. */
  | { do: 'open'; path: string; mutant?: string }
  | {
      do: 'run';
      /** Whose code is gone, or whose policy is lifted, meanwhile; none: everything stands. */
      mutant?: string;
      sql?: Change;
      wanted?: string[];
      stopsAtFirst?: boolean;
      /** How long each test may take, by name; others a minute. */
      limitsMs?: Record<string, number>;
    }
  | { do: 'close' };
export type Answer = { endings: Ending[] } | { broken: string };

const usualLimitMs = 60_000;
let standing: StandingFile | undefined;

const obey = async (order: Order): Promise<Ending[]> => {
  if (order.do === 'open') {
    wake(order.mutant);
    standing = await StandingFile.open(order.path);
    return standing.prepare();
  }
  if (order.do === 'close') {
    await standing?.close();
    standing = undefined;
    return [];
  }
  const { mutant, sql, wanted, stopsAtFirst, limitsMs } = order;
  if (sql) await sayToDatabases(sql.apply);
  wake(mutant);
  try {
    return (
      (await standing?.run({
        ...(wanted ? { wanted: new Set(wanted) } : {}),
        stopsAtFirst: stopsAtFirst ?? false,
        limitMs: (test) => limitsMs?.[test] ?? usualLimitMs,
      })) ?? []
    );
  } finally {
    wake(undefined);
    if (sql) await sayToDatabases(sql.undo);
  }
};

/** To each database that the file's tests have made. */
const sayToDatabases = async (sql: string): Promise<void> => {
  const { superuserUrl, prefix } = testCluster();
  const names = await ask(superuserUrl, `select datname from pg_database where datname like '${prefix}%'`);
  for (const { datname } of names) await ask(withDatabase(superuserUrl, String(datname)), sql);
};

const ask = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

process.on('message', (order: Order) => {
  void obey(order)
    .then(
      (endings): Answer => ({ endings }),
      (error: unknown): Answer => ({ broken: error instanceof Error ? error.message : String(error) }),
    )
    .then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
