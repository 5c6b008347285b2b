import { randomBytes } from 'node:crypto';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repositoryFolder } from '../commands/start-options.js';
import { type BenchDatabase, benchLogKey } from './bench-database.js';

export interface ChildServer {
  pid: number;
  url: string;
  /** From the start of the process to its first good answer. */
  readyMs: number;
  stop(): Promise<void>;
}

interface Start {
  /** Compiled file to run. */
  file: string;
  arguments?: string[];
  environment: Record<string, string>;
  /** Path that answers 200 as soon as it can work. */
  readyPath: string;
  logFile: string;
}

/** The API as it is delivered. */
export const bundledApi = join(repositoryFolder, 'backend', 'bundle', 'main.js');

const readyWithinMs = 30_000;

/** A server in a process of its own, as in production: the load and the server share nothing but the machine. */
export const startChild = async ({
  file,
  arguments: given = [],
  environment,
  readyPath,
  logFile,
}: Start): Promise<ChildServer> => {
  const port = await freePort();
  const log = openSync(logFile, 'w', 0o600);
  const began = performance.now();
  const child = spawn(process.execPath, [...given, file], {
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      PORT: String(port),
      SEALING_KEY: randomBytes(32).toString('hex'),
      REQUESTS_PER_MINUTE: '100000000',
      ...environment,
    },
    stdio: ['ignore', log, log],
  });
  endWithThisProcess(child);
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(`${url}${readyPath}`))) {
    if (child.exitCode !== null || performance.now() - began > readyWithinMs) {
      child.kill('SIGKILL');
      throw new Error(`${file} does not start: ${logFile} says why.`);
    }
    await pause(5);
  }
  return { pid: child.pid ?? 0, url, readyMs: performance.now() - began, stop: () => end(child) };
};

/** The API as it is delivered, over a measured database. */
export const startApi = (
  { appUrl, ownerUrl }: Pick<BenchDatabase, 'appUrl' | 'ownerUrl'>,
  logFile: string,
  more: Partial<Pick<Start, 'arguments' | 'environment'>> = {},
): Promise<ChildServer> =>
  startChild({
    ...more,
    file: bundledApi,
    environment: {
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      LOG_KEY: benchLogKey,
      ...more.environment,
    },
    readyPath: '/health/ready',
    logFile,
  });

/** Whatever ends a measurement, its servers do not go on alone. */
const endWithThisProcess = (child: ChildProcess): void => {
  const kill = (): boolean => child.kill('SIGKILL');
  const leave = (): void => process.exit(1);
  process.once('exit', kill).once('SIGINT', leave).once('SIGTERM', leave);
  child.once('exit', () => process.off('exit', kill).off('SIGINT', leave).off('SIGTERM', leave));
};

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
};

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
