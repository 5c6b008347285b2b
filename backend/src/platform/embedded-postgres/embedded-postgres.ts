import { existsSync, readFileSync, rmSync } from 'node:fs';
import { type ClusterFiles, clusterFiles, clusterVersion } from './cluster-files.js';
import { type Credentials, makeCluster } from './make-cluster.js';
import { findPostgresBinaries } from './postgres-binaries.js';
import { findRunning, launch, type Postmaster, shutDown } from './postmaster.js';
import { appRole, ownerRole, prepareDatabase } from './prepare-database.js';
import { folderOutside, ownFolder } from './private-folder.js';
import { runsWith } from './process-life.js';
import { isReachable, serverUser } from './server-user.js';

export interface EmbeddedPostgresOptions {
  /** Absolute. Where PostgreSQL's user cannot reach it, the data stands in /var/tmp/rinnalla-… and `log` tells where. */
  dataDir: string;
  port?: number;
  /** Name of the database to make; `rinnalla` unless told. */
  database?: string;
  /** For tests: quick, and lost at a power cut. */
  isThrowAway?: boolean;
  log: (line: string) => void;
}

export interface EmbeddedPostgres {
  ownerUrl: string;
  appUrl: string;
  /** Superuser's address of a database by name: for tests and for making databases, never for the product. */
  superuserUrl: (database: string) => string;
  port: number;
  /** Where the data really stands. */
  home: string;
  /** Stops the server, unless another live command of ours started it. */
  stop: () => Promise<void>;
}

/**
 * PostgreSQL from the npm packages (or the system's), without Docker, accounts or an installed server. Keeps its
 * data between starts, and joins a server of the same folder that runs already.
 * @throws StartRefusal with a sentence for the operator.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, database = 'rinnalla', isThrowAway = false, log } = options;
  const user = serverUser();
  const home = homeOf(dataDir);
  if (home !== dataDir) log(`The database server cannot reach ${dataDir}; its data stands in ${home}.`);
  const files = clusterFiles(ownFolder(home, 0o711));

  const running = findRunning(files);
  const isBorrowed = running !== undefined && startedByAnother(files);
  const binaries = running ? undefined : findPostgresBinaries(user, clusterVersion(files));
  if (binaries && clusterVersion(files) === undefined) makeCluster(files, binaries, user, isThrowAway);
  const credentials = JSON.parse(readFileSync(files.credentials, 'utf8')) as Credentials;
  const server: Postmaster =
    running ?? (await launch({ files, binaries: binaries!, user, port: options.port, isThrowAway }));

  const url = (role: string, password: string) => (name: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${server.port}/${name}`;
  const superuserUrl = url('postgres', credentials.superuser);
  const stop = async () => {
    if (isBorrowed) return;
    await shutDown(server);
    rmSync(files.startedBy, { force: true });
  };
  try {
    await prepareDatabase(superuserUrl, database, credentials);
  } catch (error) {
    await stop();
    throw error;
  }
  const ownerUrl = url(ownerRole, credentials.owner)(database);
  return {
    ownerUrl,
    appUrl: url(appRole, credentials.app)(database),
    superuserUrl,
    port: server.port,
    home,
    stop,
  };
}

/** Where the cluster of `dataDir` stands for whoever runs us. */
function homeOf(dataDir: string): string {
  return isReachable(dataDir, serverUser()) ? dataDir : folderOutside(dataDir);
}

/**
 * Stops the server of the folder, if one runs, and removes its data.
 * @returns the process that is using the data right now; then nothing was done.
 */
export async function removeEmbeddedPostgres(dataDir: string): Promise<{ usedBy?: number }> {
  const files = clusterFiles(homeOf(dataDir));
  if (!existsSync(files.home)) return {};
  const running = findRunning(files);
  if (startedByAnother(files)) return { usedBy: starter(files) };
  if (running) await shutDown(running);
  rmSync(files.home, { recursive: true, force: true });
  return {};
}

const starter = ({ startedBy }: ClusterFiles): number =>
  existsSync(startedBy) ? Number(readFileSync(startedBy, 'utf8')) : 0;

function startedByAnother(files: ClusterFiles): boolean {
  const pid = starter(files);
  return pid > 0 && pid !== process.pid && runsWith(pid, 'node');
}
