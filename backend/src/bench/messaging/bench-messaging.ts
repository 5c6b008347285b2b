import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runCommand, say } from '../../commands/run-command.js';
import { repositoryFolder } from '../../commands/start-options.js';
import { Clock } from '../../platform/clock/clock.js';
import { type BenchDatabase, openBenchDatabase } from '../bench-database.js';
import { type ChildServer, startApi, startChild } from '../child-server.js';
import { figuresOf } from '../report.js';
import { doorbellCosts } from './doorbell-cost.js';
import { idleCount, kilobytesPerSocket } from './idle-sockets.js';
import { messageRound, type MessageRound, type Target } from './message-load.js';
import { type MessagingResult, tableOf } from './messaging-report.js';
import { idlePlacesOf, placesOf } from './watchers.js';

const folder = join(repositoryFolder, 'var', 'bench');
/** A process lives for weeks: its first minute, in code that nobody has compiled yet, is what the fault tests measure. */
const warmUp = { rate: 100, seconds: 20 };
const rates = [50, 100];
const placeCount = 100;
const targets: readonly Target[] = ['api', 'bare'];
const compiled = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** `npm run bench:messaging`: the API's messages against a bare socket.io server, by turns; a table, and `var/bench/messaging.json`. */
await runCommand(async () => {
  const text = { type: 'string' } as const;
  const given = parseArgs({
    args: process.argv.slice(2),
    options: { seconds: text, rounds: text, scale: text },
  }).values;
  const options = {
    seconds: Number(given.seconds ?? 10),
    rounds: Number(given.rounds ?? 3),
    scale: Number(given.scale ?? 0.1),
  };
  mkdirSync(folder, { recursive: true });
  const loadBefore = loadavg()[0] ?? 0;
  const database = await openBenchDatabase({
    folder: join(folder, 'postgres'),
    factor: options.scale,
    fresh: false,
    tell: say,
  });
  try {
    const measured = await measure(database, options);
    const result: MessagingResult = {
      at: new Clock().now().toISOString(),
      machine: {
        processor: cpus()[0]?.model ?? '',
        cores: cpus().length,
        node: process.version,
        loadBefore,
        loadAfter: loadavg()[0] ?? 0,
      },
      ...options,
      ...measured,
    };
    writeFileSync(join(folder, 'messaging.json'), `${JSON.stringify(result, null, 2)}\n`);
    say(`\n${tableOf(result)}`);
    if (result.latency.some(({ api, bare }) => api.errors + bare.errors > 0)) process.exitCode = 1;
  } finally {
    await database.stop();
  }
});

async function measure(
  database: BenchDatabase,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<Pick<MessagingResult, 'latency' | 'kilobytesPerSocket' | 'doorbell'>> {
  const places = await placesOf(database.superuser, placeCount);
  const latency: MessagingResult['latency'] = [];
  await withServers(database, async (servers) => {
    say(`Warming up with ${warmUp.rate * warmUp.seconds} messages each …`);
    for (const target of targets)
      await messageRound(
        target,
        servers[target],
        database.postmasterPid,
        places,
        warmUp.rate,
        warmUp.seconds,
      );
    for (const rate of rates) {
      say(`${rate} messages a second, ${places.length * 5} sockets: ${rounds} rounds of ${seconds} s each …`);
      const done: Record<Target, MessageRound[]> = { api: [], bare: [] };
      for (let round = 0; round < rounds; round++)
        for (const target of round % 2 === 0 ? targets : targets.toReversed())
          done[target].push(
            await messageRound(target, servers[target], database.postmasterPid, places, rate, seconds),
          );
      latency.push({ rate, api: figuresOfRounds(done.api), bare: figuresOfRounds(done.bare) });
    }
  });
  say(`${idleCount} idle sockets in five conversations each: ${rounds} rounds …`);
  const idle = await idlePlacesOf(database.superuser);
  const memory: Record<Target, number[]> = { api: [], bare: [] };
  for (let round = 0; round < rounds; round++)
    await withServers(database, async (servers) => {
      for (const target of targets) memory[target].push(await kilobytesPerSocket(servers[target], idle));
    });
  say('What the doorbell costs …');
  return {
    latency,
    kilobytesPerSocket: { api: figuresOf(memory.api), bare: figuresOf(memory.bare) },
    doorbell: await doorbellCosts(database.superuserUrl, seconds / 2),
  };
}

async function withServers(
  database: BenchDatabase,
  work: (servers: Record<Target, ChildServer>) => Promise<void>,
): Promise<void> {
  const api = await startApi(database, join(folder, 'messaging-api.log'), {
    environment: { LOG_LEVEL: 'error' },
  });
  const bare = await startChild({
    file: compiled('bare-socket-server.js'),
    environment: { DATABASE_URL: database.ownerUrl },
    readyPath: '/ready',
    logFile: join(folder, 'messaging-bare.log'),
  });
  try {
    await work({ api, bare });
  } finally {
    for (const server of [api, bare]) await server.stop();
  }
}

function figuresOfRounds(rounds: readonly MessageRound[]): MessagingResult['latency'][number]['api'] {
  const of = (key: keyof MessageRound) => figuresOf(rounds.map((round) => round[key]));
  return {
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    serverCpuMs: of('serverCpuMs'),
    databaseCpuMs: of('databaseCpuMs'),
    delivered: rounds.reduce((sum, { delivered }) => sum + delivered, 0),
    errors: rounds.reduce((sum, { errors }) => sum + errors, 0),
  };
}
