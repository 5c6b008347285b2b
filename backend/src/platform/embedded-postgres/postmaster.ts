import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { type ClusterFiles, readPostmaster } from './cluster-files.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { isAlive, pause, runsWith, untilGone } from './process-life.js';
import { isPortTaken, refusalFromLog } from './refusal-from-log.js';
import type { ServerUser } from './server-user.js';

export interface Postmaster {
  pid: number;
  port: number;
}

interface Launch {
  files: ClusterFiles;
  binaries: PostgresBinaries;
  user: ServerUser;
  port: number | undefined;
  isThrowAway: boolean;
}

const readyWithinMs = 60_000;

/** The server of this cluster that runs already; a lock file that a power cut left behind is cleared away. */
export function findRunning(files: ClusterFiles): Postmaster | undefined {
  const found = readPostmaster(files);
  if (!found) return undefined;
  if (runsWith(found.pid, files.cluster)) return found;
  rmSync(join(files.cluster, 'postmaster.pid'), { force: true });
  return undefined;
}

/** Starts the server and waits until it takes connections. A free port that somebody else took meanwhile is chosen anew. */
export async function launch(given: Launch): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = given.port ?? (await freePort());
    const outcome = await launchOn(port, given);
    if (typeof outcome !== 'string') return outcome;
    if (given.port || attempt === 3 || !isPortTaken(outcome)) throw refusalFromLog(outcome, given.files.home);
  }
}

async function launchOn(
  port: number,
  { files, binaries, user, isThrowAway }: Launch,
): Promise<Postmaster | string> {
  const log = openSync(files.log, 'w', 0o600);
  // Its own process group: Ctrl-C in the terminal must reach us first, so that work under way can still be saved.
  const server = spawn(
    join(binaries.folder, 'postgres'),
    ['-D', files.cluster, '-p', String(port), ...settings(isThrowAway)],
    {
      ...user,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  let hasEnded = false;
  server.once('exit', () => (hasEnded = true));
  server.once('error', () => (hasEnded = true));
  server.unref();
  writeFileSync(files.startedBy, String(process.pid), { mode: 0o600 });
  const deadline = performance.now() + readyWithinMs;
  while (!hasEnded && performance.now() < deadline) {
    const found = readPostmaster(files);
    if (found?.isReady && found.pid === server.pid) return { pid: found.pid, port };
    await pause(10);
  }
  if (!hasEnded) server.kill('SIGINT');
  return readFileSync(files.log, 'utf8');
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
export async function shutDown({ pid }: Postmaster): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  if (!(await untilGone(pid, 20_000))) process.kill(pid, 'SIGQUIT');
  await untilGone(pid, 5_000);
}

/** Loopback only, no Unix socket (its path may be too long), and a log that holds no values of anybody's data. */
function settings(isThrowAway: boolean): string[] {
  const shared = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    timezone: 'UTC',
    jit: 'off',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: 0,
  };
  const durability = isThrowAway
    ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '256MB' }
    : { fsync: 'on', synchronous_commit: 'on', shared_buffers: `${cacheMegabytes()}MB` };
  return Object.entries({ ...shared, ...durability }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * PostgreSQL's default of 128 MB is for the smallest machine. A quarter of the memory is its manual's advice for a machine of its
 * own; this one is shared, and the operating system keeps files in memory as well. Taken only as far as it is used.
 */
function cacheMegabytes(): number {
  return Math.min(1_024, Math.max(128, Math.round(totalmem() / 8 / 1024 ** 2)));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
