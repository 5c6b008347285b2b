import { z } from 'zod';
import { aClient } from '../../testing/clients.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { referenceInstant, setClock, startTestServer, type TestServer } from '../../testing/test-server.js';
import { CONFIG } from '../config/config.token.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { EventBell } from '../events/event-bell.js';
import { defineJob } from './define-job.js';
import { JobRefusal } from './job-refusal.js';
import { JobWorker } from './job-worker.js';
import { Jobs } from './jobs.js';
import { WatchJobs } from './watch-jobs.js';

const count = defineJob('count', z.strictObject({ number: z.number() }));
const fail = defineJob('fail', z.strictObject({ for: z.enum(['now', 'good']) }));
const look = defineJob('look', z.strictObject({ as: z.uuid().nullable() }));
const daily = defineJob('daily', z.strictObject({}));
const clientNames = statement('test-client-names', 'select first_name from client');

const at = (seconds: number): Date => new Date(Date.parse(referenceInstant) + seconds * 1000);

describe('jobs', () => {
  let server: TestServer;
  let jobs: Jobs;
  let worker: JobWorker;
  let database: Database;
  let counted: number[];
  let seen: unknown[];
  let days: string[];

  const inTransaction = <Result>(work: () => Result | Promise<Result>) =>
    database.inTransaction({}, async () => work());
  const left = async () =>
    (
      await server.owner.query<{ left: number }>(
        `select count(*)::int as left from job where done_at is null and given_up_at is null and name <> 'forgetTraces'`,
      )
    ).rows[0]?.left;

  beforeAll(async () => {
    server = await startTestServer();
    jobs = server.get(Jobs);
    worker = server.get(JobWorker);
    database = server.get(Database);
    jobs.handle(count, async ({ number }) => void counted.push(number));
    jobs.handle(fail, async ({ for: howLong }) => {
      database.happened({ name: 'neverTold', payload: {} });
      if (howLong === 'good') throw new JobRefusal('noSuchAddress');
      throw Object.assign(new Error('told to Anna Virtanen'), { code: 'ECONNREFUSED' });
    });
    jobs.handle(look, async ({ as }) => {
      const names = async () =>
        (await database.rows<{ first_name: string }>(clientNames)).map((row) => row.first_name);
      seen.push(as ? await database.asMember(as, names) : await names(), await names());
    });
    jobs.repeat(
      daily,
      (from) => new Date(Math.floor(from.getTime() / 86_400_000 + 1) * 86_400_000),
      async () => void days.push(database.transaction.at.toISOString()),
    );
  });
  beforeEach(async () => {
    [counted, seen, days] = [[], [], []];
    setClock(server, referenceInstant);
    await server.owner.query('delete from job');
  });
  afterAll(() => server.stop());

  it('are added with what asks for them, or not at all', async () => {
    await inTransaction(() => jobs.add(count, { number: 1 }));
    await expect(
      inTransaction(() => {
        jobs.add(count, { number: 2 });
        throw new Error('changed its mind');
      }),
    ).rejects.toThrow('changed its mind');

    await worker.runDue();

    expect(counted).toEqual([1]);
  });

  it('run once for one event, also when it is told again afterwards', async () => {
    await inTransaction(() => jobs.add(count, { number: 1 }, { key: 'event 7' }));
    await inTransaction(() => jobs.add(count, { number: 1 }, { key: 'event 7' }));
    await worker.runDue();
    await inTransaction(() => jobs.add(count, { number: 1 }, { key: 'event 7' }));
    await worker.runDue();

    expect(counted).toEqual([1]);
  });

  it('gather what comes while one of them waits, and begin anew once it has run', async () => {
    const gathers = 'messages of seven';
    await inTransaction(() => jobs.add(count, { number: 1 }, { gathers }));
    await inTransaction(() => jobs.add(count, { number: 2 }, { gathers }));
    await inTransaction(() => jobs.add(count, { number: 3 }, { gathers: 'of eight' }));
    await worker.runDue();
    await inTransaction(() => jobs.add(count, { number: 4 }, { gathers }));
    await worker.runDue();

    expect(counted).toEqual([1, 3, 4]);
  });

  it('wait for their time, by the product’s clock', async () => {
    await inTransaction(() => jobs.add(count, { number: 1 }, { runAt: at(600) }));
    const early = await worker.runDue();
    setClock(server, at(601).toISOString());

    await worker.runDue();

    expect([early, counted]).toEqual([0, [1]]);
  });

  it('run once each though several workers take them at once', async () => {
    const numbers = [...Array(40).keys()];
    await inTransaction(() => numbers.forEach((number) => jobs.add(count, { number })));
    const others = [1, 2].map(
      () => new JobWorker(database, jobs, server.get(EventBell), server.get<Config>(CONFIG)),
    );

    await Promise.all([worker, ...others].map((one) => one.runDue()));

    expect(counted.toSorted((a, b) => a - b)).toEqual(numbers);
    expect(await left()).toBe(0);
  });

  it('that fail leave nothing behind and are tried again, later and later', async () => {
    const told = await server.owner.query('select from event');
    await inTransaction(() => jobs.add(fail, { for: 'now' }));
    const attempts: number[] = [];
    for (const seconds of [1, 10, 12, 31, 34]) {
      setClock(server, at(seconds).toISOString());
      attempts.push(await worker.runDue());
    }

    expect(attempts).toEqual([1, 0, 1, 0, 1]);
    expect((await server.owner.query('select from event')).rowCount).toBe(told.rowCount);
    expect(
      (await server.owner.query(`select attempts, last_error, given_up_at from job where name = 'fail'`))
        .rows,
    ).toEqual([{ attempts: 3, last_error: 'Error ECONNREFUSED', given_up_at: null }]);
  });

  it('that no attempt can help are given up, and kept for whoever looks after the product', async () => {
    await inTransaction(() => jobs.add(fail, { for: 'good' }));

    await worker.runDue();

    expect(
      (await server.owner.query(`select last_error, given_up_at from job where name = 'fail'`)).rows,
    ).toEqual([{ last_error: 'JobRefusal noSuchAddress', given_up_at: expect.any(Date) as Date }]);
    expect(await left()).toBe(0);
  });

  it('are told of in numbers while they are stuck, and not otherwise', async () => {
    const watch = server.get(WatchJobs);
    const look = (seconds: number) => {
      setClock(server, at(seconds).toISOString());
      return watch.look();
    };
    await inTransaction(() => jobs.add(count, { number: 1 }, { runAt: at(600) }));
    const well = await look(630);
    const late = await look(720);
    await worker.runDue();
    const done = await look(721);
    await inTransaction(() => jobs.add(fail, { for: 'now' }));
    await worker.runDue();
    const failing = await look(722);
    await server.owner.query('delete from job');
    await inTransaction(() => jobs.add(fail, { for: 'good' }));
    await worker.runDue();

    expect(well).toBeUndefined();
    expect(late).toMatchObject({ due: 1, failing: 0, givenUp: 0 });
    expect(late?.lateMs).toBeGreaterThanOrEqual(120_000);
    expect(done).toBeUndefined();
    expect(failing).toMatchObject({ failing: 1, givenUp: 0 });
    expect(await look(730)).toMatchObject({ failing: 0, givenUp: 1 });
    expect(await look(730 + 3_700)).toBeUndefined();
  });

  it('come again each day, once for all processes', async () => {
    await Promise.all([1, 2].map(() => jobs.onApplicationBootstrap()));
    const { rows } = await server.owner.query(`select from job where name = 'daily'`);
    for (const day of ['2026-11-25T00:00:01Z', '2026-11-26T00:00:01Z']) {
      setClock(server, day);
      await worker.runDue();
    }

    expect(rows).toHaveLength(1);
    expect(days.map((day) => day.slice(0, 10))).toEqual(['2026-11-25', '2026-11-26']);
  });

  it('are forgotten a month after their end', async () => {
    await inTransaction(() => jobs.add(count, { number: 1 }, { key: 'event 8' }));
    await worker.runDue();
    await jobs.onApplicationBootstrap();
    setClock(server, at(31 * 86_400).toISOString());

    await worker.runDue();

    expect((await server.owner.query(`select from job where key = 'event 8'`)).rowCount).toBe(0);
  });

  it('forget with them, at night, what was kept for a replay a day ago and told a month ago', async () => {
    const later = at(31 * 86_400);
    await server.owner.query(
      `insert into idempotency_key (person_id, key, route, body_hash, status, created_at)
       select gen_random_uuid(), gen_random_uuid(), age, '', 200, $1::timestamptz - age::interval from unnest(array['23 hours', '25 hours']) age`,
      [later],
    );
    await server.owner.query(
      `insert into event (at, name, payload) select $1::timestamptz - age::interval, age, '{}' from unnest(array['29 days', '31 days']) age`,
      [later],
    );
    await jobs.onApplicationBootstrap();
    setClock(server, later.toISOString());

    await worker.runDue();

    const { rows } = await server.owner.query<{ kept: string }>(
      `select route as kept from idempotency_key where route like '% hours' union all select name from event where name like '% days' order by 1`,
    );
    expect(rows.map(({ kept }) => kept)).toEqual(['23 hours', '29 days']);
  });

  describe('read what they may', () => {
    let sanna: SignedIn;
    let former: SignedIn;
    let stranger: SignedIn;
    beforeAll(async () => {
      const organizationId = await anOrganization(server.owner, { kind: 'municipality' });
      sanna = await signedIn(server.owner, { organizationId, role: 'coach' });
      former = await signedIn(server.owner, { organizationId, role: 'coach', validTo: '2026-11-23' });
      stranger = await signedIn(server.owner, {
        organizationId: await anOrganization(server.owner),
        role: 'providerWorker',
      });
      await aClient(server.owner, { organizationId, handlerId: sanna.personId, firstName: 'Anna' });
    });

    const lookAs = async (who: SignedIn | null) => {
      await inTransaction(() => jobs.add(look, { as: who?.membershipId ?? null }));
      await worker.runDue();
      return seen;
    };

    it('of nobody, on their own', async () => expect(await lookAs(null)).toEqual([[], []]));
    it('as the member on whose behalf they read, and no longer', async () =>
      expect(await lookAs(sanna)).toEqual([['Anna'], []]));
    it('not as one of another organization', async () => expect(await lookAs(stranger)).toEqual([[], []]));
    it('not at all as one whose role has ended', async () =>
      expect(await lookAs(former)).toEqual([undefined, []]));

    it('with every setting that a session has', async () => {
      const { rows } = await server.owner.query<{ settings: string[] }>(
        `select array(select distinct m[1] from regexp_matches(prosrc, 'set_config\\(''(app\\.\\w+)''', 'g') m order by 1) as settings
           from pg_proc where proname in ('enter', 'enter_member') and pronamespace = 'app'::regnamespace order by proname`,
      );

      // The day is the job's own.
      expect(rows[0]?.settings.filter((name) => name !== 'app.today')).toEqual(rows[1]?.settings);
    });

    it('through no door but a job’s', async () => {
      await expect(
        inTransaction(() => database.asMember(sanna.membershipId, async () => undefined)),
      ).rejects.toThrow(/only a job/);
      await expect(
        inTransaction(async () => {
          await database.rows(statement('test-act', `select set_config('app.person', $1, true)`), [
            sanna.personId,
          ]);
          await database.rows(statement('test-enter-job', 'select app.enter_job(1, now())'));
        }),
      ).rejects.toThrow(/never becomes a job/);
    });
  });
});
