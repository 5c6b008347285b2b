import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { loadRegisters } from '../commands/load-registers.js';
import { migrate } from '../platform/database/migrate.js';
import { clusterFiles, readPostmaster } from '../platform/embedded-postgres/cluster-files.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../platform/embedded-postgres/embedded-postgres.js';
import { scaleOne, timesScale } from './scale.js';
import { seedScale } from './seed-scale.js';

/** Seals the log of the measured product; it guards nothing. */
export const benchLogKey = '0'.repeat(64);

export interface BenchDatabase {
  appUrl: string;
  ownerUrl: string;
  superuserUrl: string;
  postmasterPid: number;
  /** Bound by no row-level security: arranges rounds and looks at what they left. */
  superuser: pg.Pool;
  stop(): Promise<void>;
}

interface Wanted {
  folder: string;
  factor: number;
  /** Seed anew even if the data is there. */
  fresh: boolean;
  tell: (line: string) => void;
}

const runDatabase = 'bench_run';

/** A cluster of its own, seeded once for each scale; every run works on a fresh copy, so runs begin alike. */
export const openBenchDatabase = async ({ folder, factor, fresh, tell }: Wanted): Promise<BenchDatabase> => {
  const seeded = `scale_${String(factor).replace('.', '_')}`;
  const cluster = await startEmbeddedPostgres({ dataDir: folder, database: seeded, log: tell });
  try {
    await seedOnce(cluster, seeded, { folder, factor, fresh, tell });
    await asSuperuser(cluster.superuserUrl('postgres'), (client) => copyDatabase(client, seeded));
    const urlOf = (url: string): string => Object.assign(new URL(url), { pathname: `/${runDatabase}` }).href;
    const superuser = new pg.Pool({ connectionString: cluster.superuserUrl(runDatabase), max: 2 });
    superuser.on('error', () => undefined);
    return {
      appUrl: urlOf(cluster.appUrl),
      ownerUrl: urlOf(cluster.ownerUrl),
      superuserUrl: cluster.superuserUrl(runDatabase),
      postmasterPid: readPostmaster(clusterFiles(cluster.home))?.pid ?? 0,
      superuser,
      stop: async () => {
        await superuser.end();
        await cluster.stop();
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
};

const seedOnce = async (
  cluster: EmbeddedPostgres,
  seeded: string,
  { folder, factor, fresh, tell }: Wanted,
): Promise<void> => {
  const fingerprint = fingerprintOf();
  const found = await asSuperuser(cluster.superuserUrl(seeded), (client) =>
    client.query<{ told: string | null }>(
      `select shobj_description(oid, 'pg_database') as told from pg_database where datname = $1`,
      [seeded],
    ),
  );
  if (found.rows[0]?.told === fingerprint && !fresh) return;
  tell(`Seeding scale ${factor} …`);
  await asSuperuser(cluster.superuserUrl('postgres'), (client) =>
    client.query(`drop database ${seeded} with (force)`),
  );
  // Joins the running server and makes the database again.
  await startEmbeddedPostgres({ dataDir: folder, database: seeded, log: tell });
  await migrate(cluster.ownerUrl);
  await asSuperuser(cluster.superuserUrl(seeded), async (client) => {
    await loadRegisters(client);
    await seedScale(client, timesScale(scaleOne, factor), tell);
    await client.query(`comment on database ${seeded} is '${fingerprint}'`);
  });
};

const copyDatabase = async (client: pg.Client, seeded: string): Promise<void> => {
  await client.query(`drop database if exists ${runDatabase} with (force)`);
  await client.query(
    `create database ${runDatabase} template ${seeded} owner rinnalla_owner strategy file_copy`,
  );
};

/** Of everything that decides what stands in a seeded database: its migrations and its seeds. */
const fingerprintOf = (): string => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = ['migrations', 'bench'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  const hash = createHash('sha256');
  for (const file of files
    .filter((name) => /^(migrations\/.*|bench\/(scale|seed-.*))\.js$/.test(name))
    .toSorted())
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
};

const asSuperuser = async <Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
