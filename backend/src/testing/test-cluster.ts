import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../platform/embedded-postgres/embedded-postgres.js';
import { isReachable, serverUser } from '../platform/embedded-postgres/server-user.js';
import { ownerRole } from '../platform/embedded-postgres/prepare-database.js';

/** How a test process meets the cluster that the run's global setup started. */
export const testClusterVariable = 'RINNALLA_TEST_CLUSTER';
export const templateDatabase = 'rinnalla_template';

export interface TestClusterAddresses {
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
  /** With what the names of databases begin; `test` unless told. */
  prefix?: string;
}

export interface TestDatabase {
  name: string;
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
  drop: () => Promise<void>;
}

const folderPrefix = 'rinnalla-test-';

/**
 * One throw-away cluster for a whole test run, with every migration in `rinnalla_template`. Its addresses go to
 * the environment, where workers inherit them.
 */
export async function startTestCluster(
  migrate: (ownerUrl: string) => Promise<unknown>,
): Promise<{ stop: () => Promise<void> }> {
  const parent = roomForCluster();
  await sweepAbandoned(parent);
  const dataDir = mkdtempSync(join(parent, folderPrefix));
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedPostgres({
    dataDir,
    database: templateDatabase,
    isThrowAway: true,
    log: () => {},
  });
  const stop = async () => {
    await server.stop();
    await removeEmbeddedPostgres(dataDir);
  };
  try {
    await migrate(server.ownerUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  const addresses: TestClusterAddresses = {
    superuserUrl: server.superuserUrl('postgres'),
    ownerUrl: server.ownerUrl,
    appUrl: server.appUrl,
  };
  process.env[testClusterVariable] = JSON.stringify(addresses);
  return { stop };
}

/** What a run needs at most, four times over. */
const plenty = 4 * 1024 ** 3;

/**
 * Linux's folder in memory where there is plenty of both: a run makes and drops two hundred databases of some thousand
 * files each, and a disk's file system spends a tenth of the run's processor time on finding a place for them.
 */
const roomForCluster = (): string => {
  const memory = '/dev/shm';
  const isRoomy = (): boolean => {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > plenty && freemem() > 2 * plenty;
  };
  const folders = [...(existsSync(memory) && isRoomy() ? [memory] : []), tmpdir()];
  return folders.find((folder) => isReachable(folder, serverUser())) ?? '/var/tmp';
};

/** A database of a test's own, migrated and empty: files are copied, which writes no log of thirteen megabytes. Drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = testCluster();
  const name = `${cluster.prefix ?? 'test'}_${randomBytes(8).toString('hex')}`;
  await asSuperuser(
    cluster.superuserUrl,
    `create database ${name} template ${templateDatabase} strategy file_copy owner ${ownerRole}`,
  );
  return {
    name,
    superuserUrl: withDatabase(cluster.superuserUrl, name),
    ownerUrl: withDatabase(cluster.ownerUrl, name),
    appUrl: withDatabase(cluster.appUrl, name),
    drop: () => asSuperuser(cluster.superuserUrl, `drop database if exists ${name} with (force)`),
  };
}

export function testCluster(): TestClusterAddresses {
  const given = process.env[testClusterVariable];
  if (!given)
    throw new Error('No test cluster runs: start the tests through jest, whose global setup starts one.');
  return JSON.parse(given) as TestClusterAddresses;
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asSuperuser(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A run that was killed cannot stop its cluster: a later run does. */
async function sweepAbandoned(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(folderPrefix))) {
    const folder = join(parent, name);
    // A young folder without its starter's number: another run is making it at this moment.
    if (existsSync(join(folder, 'started-by')) || !isYoung(folder))
      await removeEmbeddedPostgres(folder).catch(() => {});
  }
}

const isYoung = (folder: string): boolean =>
  (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) > Date.now() - 600_000;
