import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/test-cluster.js';
import { doorbellName, PostgresDoorbell } from './postgres-doorbell.js';

describe('the doorbell', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let bell: PostgresDoorbell | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Client({ connectionString: database.superuserUrl });
    await owner.connect();
  });
  afterEach(() => bell?.close());
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  const ring = (name: string) =>
    owner.query('select pg_notify($1, $2)', ['rinnalla', JSON.stringify({ name, payload: {} })]);
  const open = async (url: string, times?: { pulseEveryMs: number; pulseWithinMs: number }) => {
    const heard: string[] = [];
    const waiting = new Map<string, () => void>();
    const hear = (what: string): void => {
      heard.push(what);
      waiting.get(what)?.();
    };
    bell = new PostgresDoorbell(url, times);
    await bell.open({ rung: ({ name }) => hear(name), restored: () => hear('restored') });
    const hears = (what: string) =>
      new Promise<void>((resolve) => (heard.includes(what) ? resolve() : waiting.set(what, resolve)));
    return { heard, hears };
  };

  it('hears what others commit', async () => {
    const { heard, hears } = await open(database.appUrl);

    await ring('first');
    await hears('first');

    expect(heard).toEqual(['first']);
  });

  it('listens again after its connection was ended, and says that rings may have been missed', async () => {
    const { heard, hears } = await open(database.appUrl);

    const { rowCount } = await owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1',
      [doorbellName],
    );
    await hears('restored');
    await ring('after');
    await hears('after');

    expect(rowCount).toBe(1);
    expect(heard).toEqual(['restored', 'after']);
  });

  const commitUntold = (name: string, ring = crypto.randomUUID(), by: pg.Client = owner) =>
    by.query('insert into event (at, ring, name, payload) values (now(), $1, $2, $3)', [
      ring,
      name,
      { seq: 7 },
    ]);

  it('rings by itself what was committed by one who died before ringing', async () => {
    const { heard, hears } = await open(database.appUrl, { pulseEveryMs: 20, pulseWithinMs: 2_000 });

    await commitUntold('untold');
    await hears('untold');
    await commitUntold('untold too');
    await hears('untold too');

    expect(heard).toEqual(['untold', 'untold too']);
  });

  it('rings what was begun before a look and committed after it', async () => {
    const slow = new pg.Client({ connectionString: database.superuserUrl });
    await slow.connect();
    const { heard, hears } = await open(database.appUrl, { pulseEveryMs: 20, pulseWithinMs: 2_000 });

    await slow.query('begin');
    await commitUntold('slow', undefined, slow);
    await commitUntold('quick');
    await hears('quick');
    await slow.query('commit');
    await hears('slow');
    await slow.end();

    expect(heard).toEqual(['quick', 'slow']);
  });

  it('rings nothing that was committed before it listened, though a transaction from then still runs', async () => {
    const slow = new pg.Client({ connectionString: database.superuserUrl });
    await slow.connect();
    await slow.query('begin');
    await commitUntold('slow', undefined, slow);
    await commitUntold('before');

    const { heard, hears } = await open(database.appUrl, { pulseEveryMs: 20, pulseWithinMs: 2_000 });
    await commitUntold('after');
    await hears('after');
    await slow.query('commit');
    await hears('slow');
    await slow.end();

    expect(heard).toEqual(['after', 'slow']);
  });

  it('tells once what it hears and then finds', async () => {
    const { heard, hears } = await open(database.appUrl, { pulseEveryMs: 20, pulseWithinMs: 2_000 });
    const ring = crypto.randomUUID();

    await owner.query('begin');
    await commitUntold('told', ring);
    await owner.query('select pg_notify($1, $2)', [
      'rinnalla',
      JSON.stringify({ ring, name: 'told', payload: { seq: 7 } }),
    ]);
    await owner.query('commit');
    await hears('told');
    for (const name of ['one', 'another']) {
      await commitUntold(name);
      await hears(name);
    }

    expect(heard).toEqual(['told', 'one', 'another']);
  });

  it('notices a connection that has gone without a word', async () => {
    const network = await aNetwork(new URL(database.appUrl));
    const { heard, hears } = await open(network.url, { pulseEveryMs: 50, pulseWithinMs: 100 });

    network.fallSilent();
    await ring('lost');
    await hears('restored');
    await ring('after');
    await hears('after');
    network.close();

    expect(heard).toEqual(['restored', 'after']);
  });
});

/** Carries bytes to the database until it falls silent: then what stands open carries nothing, and does not end. */
const aNetwork = async (database: URL) => {
  const standing = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(database.port), database.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      standing.add(one);
      one.on('error', () => undefined).on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: Object.assign(new URL(database.href), { port: String((server.address() as AddressInfo).port) }).href,
    fallSilent: () => {
      for (const socket of standing) socket.unpipe().pause();
      standing.clear();
    },
    close: () => void server.close(),
  };
};
