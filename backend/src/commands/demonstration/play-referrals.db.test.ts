import { referralStatuses } from '@rinnalla/shared/referral/referral-status';
import pg from 'pg';
import { readConfig } from '../../platform/config/config.js';
import { brokenInvariants } from '../../testing/referral-invariants.js';
import { createTestDatabase, type TestDatabase } from '../../testing/test-cluster.js';
import { testLogKey } from '../../testing/test-server.js';
import { loadDemo } from '../load-demo.js';
import { loadRegisters } from '../load-registers.js';
import { personId } from './load-people.js';
import { playReferrals } from './play-referrals.js';
import { readReferralStories } from './referral-stories.js';

const now = new Date('2026-11-24T06:00:00Z');

describe('what the demonstration’s people have done', () => {
  let database: TestDatabase;
  let owner: pg.Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
    const config = readConfig({
      NODE_ENV: 'test',
      DATABASE_URL: database.appUrl,
      LOG_KEY: testLogKey,
      LOG_LEVEL: 'fatal',
    });
    const stories = readReferralStories();
    const client = await owner.connect();
    await loadRegisters(client);
    await loadDemo(client, now, stories);
    await playReferrals(client, config, now, stories);
    client.release();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  const rows = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await owner.query<Row>(sql, values)).rows;

  it('leaves every place and queue to a referral, and every status where its steps lead', async () => {
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it('stands in every status that people reach by themselves', async () => {
    const found = (await rows<{ status: string }>('select distinct status from referral')).map(
      ({ status }) => status,
    );
    const byOthers = ['offered', 'paused', 'interrupted', 'expired', 'entered_in_error'];

    expect(
      referralStatuses.filter((status) => !byOthers.includes(status) && !found.includes(status)),
    ).toEqual([]);
  });

  it('leaves the free places that the scenarios stand on, and Anna and Jari to whoever tries the product', async () => {
    const places =
      await rows(`select s.source_id, o.available, o.waitlist_length from service s join offering o on o.service_id = s.id
                                where s.source_id in ('svc-001', 'svc-002', 'svc-007', 'svc-008') order by 1`);
    const [referred] = await rows(
      `select count(*)::int from referral r join client c on c.id = r.client_id where c.first_name in ('Anna', 'Jari')`,
    );

    expect(places).toEqual([
      { source_id: 'svc-001', available: 3, waitlist_length: 0 },
      { source_id: 'svc-002', available: 0, waitlist_length: 3 },
      { source_id: 'svc-007', available: 6, waitlist_length: 0 },
      { source_id: 'svc-008', available: 0, waitlist_length: 0 },
    ]);
    expect(referred).toEqual({ count: 0 });
  });

  it('lies in the past, and leaves nobody signed in', async () => {
    const [left] = await rows(
      `select (select count(*)::int from session) sessions, (select count(*)::int from referral_step where at > $1) later,
              (select count(*)::int from conversation_entry where at > $1) said_later`,
      [now],
    );

    expect(left).toEqual({ sessions: 0, later: 0, said_later: 0 });
  });

  it.each(['sanna.koskinen@kouvola.example', 'mikael.lind@raasepori.example', 'antti.heikkila@oulu.example'])(
    'gives %s an unread message or an answer owed',
    async (email) => {
      const [work] = await rows<{ owed: number }>(
        `select count(*)::int as owed from referral where handler_id = $1 and list_group = 'waiting_sender'`,
        [personId(email)],
      );

      expect(work?.owed).toBeGreaterThan(0);
    },
  );
});
