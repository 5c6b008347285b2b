import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { bundledApi, freePort } from '../../bench/child-server.js';
import { migrate } from '../../platform/database/migrate.js';
import { clusterFiles, readPostmaster } from '../../platform/embedded-postgres/cluster-files.js';
import {
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../platform/embedded-postgres/embedded-postgres.js';
import { isAlive } from '../../platform/embedded-postgres/process-life.js';
import { settingsOf } from '../test-server.js';

/** Whom the injector may hit, as a file that it reads at each fault: processes come and go. */
export interface Targets {
  nodes: number[];
  database: number;
}

/** Two API processes as they are deployed, and a database that keeps what it acknowledges; what dies is started again at once. */
export interface Stage {
  /** `http://127.0.0.1:port` of each API process; the same after its death. */
  nodes: string[];
  superuserUrl: string;
  superuser: pg.Pool;
  targetsFile: string;
  targets: () => Targets;
  /** Resolves when every process is back. */
  isWhole: () => Promise<void>;
  stop: () => Promise<void>;
}

const backWithinMs = 30_000;

export const openStage = async (folder: string): Promise<Stage> => {
  mkdirSync(folder, { recursive: true });
  const dataDir = join(folder, 'postgres');
  await removeEmbeddedPostgres(dataDir);
  const port = await freePort();
  const cluster = await startEmbeddedPostgres({ dataDir, port, log: () => undefined });
  const stage = new Running(folder, dataDir, cluster);
  try {
    await migrate(cluster.ownerUrl);
    await stage.start();
    return stage;
  } catch (error) {
    await stage.stop();
    throw error;
  }
};

class Running implements Stage {
  nodes: string[] = [];
  readonly superuserUrl: string;
  readonly superuser: pg.Pool;
  readonly targetsFile: string;
  private readonly children: ChildProcess[] = [];
  private isStopping = false;
  private watching: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly dataDir: string,
    private readonly cluster: EmbeddedPostgres,
  ) {
    this.superuserUrl = cluster.superuserUrl('rinnalla');
    this.superuser = new pg.Pool({
      connectionString: this.superuserUrl,
      max: 4,
      connectionTimeoutMillis: 5_000,
    });
    this.superuser.on('error', () => undefined);
    this.targetsFile = join(folder, 'targets.json');
  }

  async start(): Promise<void> {
    for (let number = 0; number < 2; number++) {
      const port = await freePort();
      this.nodes.push(`http://127.0.0.1:${port}`);
      this.raise(number, port);
    }
    await this.isWhole();
    this.watching = this.watchDatabase();
  }

  targets(): Targets {
    return {
      nodes: this.children.map(({ pid }) => pid ?? 0),
      database: readPostmaster(clusterFiles(this.cluster.home))?.pid ?? 0,
    };
  }

  async isWhole(): Promise<void> {
    const deadline = performance.now() + backWithinMs;
    while (!(await Promise.all(this.nodes.map(isReady))).every(Boolean)) {
      if (performance.now() > deadline)
        throw new Error(`A process did not come back: ${this.folder} holds its log.`);
      await pause(50);
    }
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    for (const child of this.children) child.kill('SIGKILL');
    await this.watching;
    await this.superuser.end();
    await this.cluster.stop();
    await removeEmbeddedPostgres(this.dataDir);
    rmSync(this.targetsFile, { force: true });
  }

  private raise(number: number, port: number): void {
    const log = openSync(join(this.folder, `node-${number}.log`), 'a', 0o600);
    const child = spawn(process.execPath, [bundledApi], {
      // As it is deployed: on the machine's own clock, which the tests' frozen one replaces elsewhere.
      env: {
        ...settingsOf(this.cluster, join(this.folder, 'files')),
        PATH: process.env['PATH'],
        CLOCK: undefined,
        NODE_ENV: 'production',
        PORT: String(port),
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', log, log],
    });
    this.children[number] = child;
    child.once('exit', () => {
      if (!this.isStopping) this.raise(number, port);
    });
    this.tellTargets();
  }

  /** An immediate stop leaves the data as a crash does: the new server recovers it from its log. */
  private async watchDatabase(): Promise<void> {
    while (!this.isStopping) {
      const { database } = this.targets();
      if (!database || !isAlive(database))
        await startEmbeddedPostgres({
          dataDir: this.dataDir,
          port: this.cluster.port,
          log: () => undefined,
        }).catch(() => undefined);
      if (this.targets().database !== database) this.tellTargets();
      await pause(20);
    }
  }

  private tellTargets(): void {
    writeFileSync(`${this.targetsFile}.new`, JSON.stringify(this.targets()));
    renameSync(`${this.targetsFile}.new`, this.targetsFile);
  }
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
