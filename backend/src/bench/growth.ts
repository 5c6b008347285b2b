import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, say } from '../commands/run-command.js';
import { repositoryFolder } from '../commands/start-options.js';
import { openBenchDatabase } from './bench-database.js';
import { startApi } from './child-server.js';
import type { Call } from './load.js';
import { caseCalls, searchCalls, worklistCalls } from './read-samples.js';
import { figuresOf } from './report.js';
import { scaleOne, timesScale } from './scale.js';

const folder = join(repositoryFolder, 'var', 'bench');
const scales = [1, 10] as const;
const rounds = 4;
/** Of the median from the small scale to the large one. */
const goal = 1.3;

type Medians = Record<string, number>;

/**
 * `npm run bench:growth`: what each list, search and page costs when ten times as much stands in the database. One request
 * after the other, of 120 people by turns; a table, and `var/bench/growth.json`. Seeding scale 10 takes some minutes, once.
 */
await runCommand(async () => {
  mkdirSync(folder, { recursive: true });
  const measured: Medians[] = [];
  for (const factor of scales) measured.push(await mediansAt(factor));
  const [small = {}, large = {}] = measured;
  const rows = Object.keys(small).map((list) => ({
    list,
    small: small[list] ?? Number.NaN,
    large: large[list] ?? Number.NaN,
  }));
  writeFileSync(join(folder, 'growth.json'), `${JSON.stringify(rows, null, 2)}\n`);
  say(`\np50 in ms at scale ${scales.join(' and ')}, goal ≤ ${goal} ×`);
  for (const { list, small: one, large: ten } of rows) {
    const times = ten / one;
    say(
      `${list.padEnd(30)} ${one.toFixed(1).padStart(6)} ${ten.toFixed(1).padStart(6)}   × ${times.toFixed(2)} ${times <= goal ? '✓' : '✕'}`,
    );
  }
});

async function mediansAt(factor: number): Promise<Medians> {
  const database = await openBenchDatabase({
    folder: join(folder, 'postgres'),
    factor,
    fresh: false,
    tell: say,
  });
  try {
    // A fresh copy would be vacuumed while it is measured.
    await database.superuser.query('vacuum analyze');
    const api = await startApi(database, join(folder, 'growth-api.log'), {
      environment: { LOG_LEVEL: 'error' },
    });
    try {
      say(`Reading at scale ${factor} …`);
      const lists = await listsAt(factor, database.superuser);
      const medians: Medians = {};
      for (const [list, calls] of Object.entries(lists)) medians[list] = await medianOf(api.url, calls);
      return medians;
    } finally {
      await api.stop();
    }
  } finally {
    await database.stop();
  }
}

async function listsAt(
  factor: number,
  superuser: Parameters<typeof caseCalls>[0],
): Promise<Record<string, Call[]>> {
  const scale = timesScale(scaleOne, factor);
  const everybody = worklistCalls(scale);
  const senders = everybody.filter((_, index) => index % 2 === 0);
  const providers = everybody.filter((_, index) => index % 2 === 1);
  const at = (callers: readonly Call[], path: string): Call[] => callers.map((call) => ({ ...call, path }));
  return {
    search: await searchCalls(superuser, scale),
    'worklist of a municipality': senders,
    'worklist of an association': providers,
    'a group of it': at(everybody, '/api/referrals?group=waiting_provider&limit=20'),
    'how many in each group': at(everybody, '/api/referral-counts'),
    'a case': await caseCalls(superuser),
    Tänään: at(everybody, '/api/today'),
    conversations: at(everybody, '/api/conversations?show=open'),
    'what is unread': at(everybody, '/api/conversations?show=unread'),
    'one’s clients': at(senders, '/api/clients?limit=20'),
    'own services': at(providers, '/api/own-services?limit=20'),
  };
}

/** The first round warms up: plans are made, pages come into memory. */
async function medianOf(url: string, calls: readonly Call[]): Promise<number> {
  const ms: number[] = [];
  for (let round = 0; round <= rounds; round++)
    for (const { path, token } of calls) {
      const began = performance.now();
      const answer = await fetch(url + path, { headers: { cookie: `session=${token}` } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      if (round > 0) ms.push(performance.now() - began);
    }
  return figuresOf(ms).median;
}
