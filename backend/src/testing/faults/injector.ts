import { readFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { doorbellName } from '../../platform/events/postgres-doorbell.js';
import type { Fault, Injection } from './injection.js';
import type { Targets } from './stage.js';

/**
 * Breaks things, in a process of its own that knows nothing of the work: so it cannot choose a kind moment. Tells each
 * fault in a line of its output, with the time at which it had happened.
 */
const { nodes, targetsFile, superuserUrl, proxies, steps } = JSON.parse(process.argv[2] ?? '{}') as Injection;
const targets = (): Targets => JSON.parse(readFileSync(targetsFile, 'utf8')) as Targets;
const tell = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const carried = new Set<Socket>();

/** Number 0 would be our own group of processes. */
const hit = (pid: number | undefined, signal: NodeJS.Signals): void => {
  if (!pid) throw new Error('Nobody is there to hit.');
  process.kill(pid, signal);
};

const killNode = async (index: number): Promise<Fault> => {
  const node = index % 2;
  // One that is still starting holds no work.
  const { ok } = await fetch(`${nodes[node]}/health/ready`, { signal: AbortSignal.timeout(1_000) });
  if (!ok) throw new Error('It takes no work yet.');
  const at = Date.now();
  hit(targets().nodes[node], 'SIGKILL');
  return { kind: 'killNode', at, node };
};

const withDatabase = async <Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/**
 * PostgreSQL answers no commit while it waits for a standby that does not exist. What it then has on its disk is known to
 * nobody: the hardest moment to die in, which a stop without aim meets by luck alone. It does not outlive the stop.
 */
const holdAnswers = async (client: pg.Client): Promise<void> => {
  await client.query(`alter system set synchronous_standby_names = 'nobody'`);
  await client.query('select pg_reload_conf()');
  const isHeld = await isSoon(
    async () => !!(await client.query(`select from pg_stat_activity where wait_event = 'SyncRep'`)).rowCount,
  );
  await client.query('alter system reset synchronous_standby_names');
  if (isHeld) return;
  await client.query('select pg_reload_conf()');
  throw new Error('Nobody commits.');
};

const isSoon = async (isSo: () => Promise<boolean>): Promise<boolean> => {
  const giveUpAt = Date.now() + 2_000;
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) return false;
    await pause(5);
  }
  return true;
};

/** SIGQUIT is PostgreSQL's immediate shutdown: no checkpoint, no rollback, as at a power cut. */
const stopDatabase = async (index: number): Promise<Fault> => {
  await withDatabase<unknown>((client) => (index % 2 === 0 ? holdAnswers(client) : client.query('select 1')));
  const at = Date.now();
  hit(targets().database, 'SIGQUIT');
  return { kind: 'stopDatabase', at };
};

const endDoorbell = async (): Promise<Fault> => {
  const ended = await withDatabase((client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
      doorbellName,
    ]),
  );
  if (!ended.rowCount) throw new Error('Nobody listens yet.');
  return { kind: 'endDoorbell', at: Date.now(), count: ended.rowCount };
};

const revoke = async (membershipId: string): Promise<Fault> => {
  await withDatabase((client) =>
    client.query(`update membership set valid_to = current_date - 1 where id = $1`, [membershipId]),
  );
  return { kind: 'revoke', at: Date.now(), membershipId };
};

/** A quarter of what the proxies carry, sockets and requests alike, is reset. */
const dropSockets = (): Fault => {
  const dropped = [...carried].filter(() => Math.random() < 0.25);
  const at = Date.now();
  for (const socket of dropped) socket.resetAndDestroy();
  return { kind: 'dropSockets', at, count: dropped.length };
};

const carry = (from: number, to: number): Promise<void> =>
  new Promise((resolve) => {
    const server = createServer((near) => {
      const far = connect(to, '127.0.0.1');
      carried.add(near);
      near.on('error', () => undefined).on('close', () => (carried.delete(near), far.destroy()));
      far.on('error', () => undefined).on('close', () => near.destroy());
      near.pipe(far);
      far.pipe(near);
    });
    server.listen(from, '127.0.0.1', resolve);
  });

for (const { from, to } of proxies) await carry(from, to);
tell({ ready: true });
for (const { kind, times, everyMs, membershipIds = [] } of steps) {
  for (let index = 0; index < times; index++) {
    await pause(everyMs);
    const strike = {
      killNode: () => killNode(index),
      stopDatabase: () => stopDatabase(index),
      endDoorbell,
      dropSockets,
      revoke: () => revoke(membershipIds[index] ?? ''),
    }[kind];
    // A process that is still coming back cannot be hit: then it is hit when it is there.
    for (let hits = 0, tries = 0; hits === 0 && tries < 600; tries++) {
      await Promise.resolve()
        .then(strike)
        .then(
          (fault) => (tell(fault), (hits += 1)),
          () => pause(100),
        );
    }
  }
}
tell({ done: true });
// What it carries goes on until it is told to end.
if (proxies.length === 0) process.exit(0);
