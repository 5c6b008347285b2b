import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { runCommand, say } from '../commands/run-command.js';
import { repositoryFolder } from '../commands/start-options.js';
import { importPtv } from '../features/catalogue/import/import-ptv.js';
import { readMunicipalities } from '../features/catalogue/registers.js';
import { Clock } from '../platform/clock/clock.js';
import { type BenchDatabase, openBenchDatabase } from './bench-database.js';
import { type BenchOptions, readBenchOptions } from './bench-options.js';
import { type ChildServer, startApi, startChild } from './child-server.js';
import { costOfWalls } from './cost-of-walls.js';
import { connections } from './load.js';
import { operationsOf } from './operations.js';
import { residentMegabytesOf } from './process-cost.js';
import { recordRequests } from './record-requests.js';
import { type BenchResult, operationResult, type OperationResult, tableOf } from './report.js';
import { runRounds } from './run-rounds.js';
import { differingAnswers } from './same-answers.js';
import { scaleOne, timesScale } from './scale.js';

const folder = join(repositoryFolder, 'var', 'bench');
const compiled = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const restMs = 2_000;

/** `npm run bench`: the API against its limit, by turns, on the same data; a table, and `var/bench/result.json`. */
await runCommand(async () => {
  const options = readBenchOptions(process.argv.slice(2));
  mkdirSync(folder, { recursive: true });
  const loadBefore = loadavg()[0] ?? 0;
  const database = await openBenchDatabase({
    folder: join(folder, 'postgres'),
    factor: options.scale,
    fresh: options.fresh,
    tell: say,
  });
  try {
    const measured = await measure(database, options);
    const result = {
      ...measured,
      machine: { ...(await machineOf(database)), loadBefore, loadAfter: loadavg()[0] ?? 0 },
    };
    writeFileSync(join(folder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
    say(`\n${tableOf(result)}`);
    const errors = result.operations.reduce(
      (sum, { api, limit, keeping }) => sum + api.errors + limit.errors + (keeping?.errors ?? 0),
      0,
    );
    if (errors > 0 || result.differingAnswers.length > 0) process.exitCode = 1;
  } finally {
    await database.stop();
  }
});

async function measure(
  database: BenchDatabase,
  options: BenchOptions,
): Promise<Omit<BenchResult, 'machine'>> {
  const scale = timesScale(scaleOne, options.scale);
  const all = await operationsOf(database.superuser, scale);
  const operations = all.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  say('Listening to what each request asks of the database …');
  const recorded = await recordRequests(database, operations);
  const readsFile = join(folder, 'limit-reads.json');
  writeFileSync(
    readsFile,
    JSON.stringify(
      Object.fromEntries(Object.entries(recorded).map(([name, { statements }]) => [name, statements])),
    ),
  );

  const api = await startApi(database, join(folder, 'api.log'), {
    arguments: (process.env['BENCH_API_NODE_OPTIONS'] ?? '').split(' ').filter(Boolean),
  });
  const started: ChildServer[] = [api];
  try {
    await pause(restMs);
    const apiAtRestMegabytes = residentMegabytesOf(api.pid);
    const limit = await startChild({
      file: compiled('limit-server.js'),
      environment: { DATABASE_URL: database.ownerUrl, LIMIT_READS: readsFile },
      readyPath: '/ready',
      logFile: join(folder, 'limit.log'),
    });
    started.push(limit);
    const differing = await differingAnswers(limit.url, recorded);
    const results: OperationResult[] = [];
    let batch = 0;
    for (const operation of operations) {
      say(`${operation.name}: ${options.rounds} rounds of ${options.seconds} s each …`);
      const rounds = await runRounds(operation, {
        servers: { api, limit, keeping: limit },
        postmasterPid: database.postmasterPid,
        seconds: options.seconds,
        rounds: options.rounds,
        nextBatch: () => (batch += 1),
      });
      results.push(operationResult(operation, rounds, recorded[operation.name]?.roundTrips ?? 0));
    }
    return {
      at: new Clock().now().toISOString(),
      scale: options.scale,
      rounds: options.rounds,
      secondsEach: options.seconds,
      connections,
      operations: results,
      walls: await costOfWalls(database, recorded),
      differingAnswers: differing,
      apiAtRestMegabytes,
      startToReadyMs: api.readyMs,
      ptvImport: await timeImport(database),
    };
  } finally {
    for (const child of started) await child.stop();
  }
}

async function timeImport({ ownerUrl }: BenchDatabase): Promise<BenchResult['ptvImport']> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const text = readFileSync(fileURLToPath(import.meta.resolve('#registers/ptv-services.csv')), 'utf8');
  const began = performance.now();
  const { added } = await importPtv(owner, {
    text,
    municipalities: readMunicipalities(),
    now: new Clock().now(),
    dryRun: false,
    onProgress: () => undefined,
  });
  const seconds = (performance.now() - began) / 1000;
  await owner.end();
  return { services: added, seconds };
}

async function machineOf({
  superuser,
}: BenchDatabase): Promise<Omit<BenchResult['machine'], 'loadBefore' | 'loadAfter'>> {
  const { rows } = await superuser.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  return {
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
    node: process.version,
    postgres: rows[0]?.version ?? '',
  };
}
