import { retentionRoutes } from '@rinnalla/shared/privacy/retention-routes';
import { deletionRoutes } from '@rinnalla/shared/privacy/deletion-routes';
import { holdRoutes } from '@rinnalla/shared/privacy/erasure-routes';
import pg from 'pg';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { EventBell } from '../../platform/events/event-bell.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { signedIn, type SignedIn } from '../../testing/people.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';
import { wholeDatabase } from '../../testing/whole-database.js';

const canary = 'kanarialintunen';

/** The register's own times: the association reads a year, the case is kept two. The case ended on 24.11.2026. */
describe('the end of keeping', () => {
  let server: TestServer;
  let acting: Acting;
  let setting: ReferralSetting;
  let referralId: string;
  let officer: SignedIn;

  beforeEach(async () => {
    server = await startTestServer();
    acting = new Acting(server);
    setting = await aReferralSetting(server, {
      client: { firstName: canary, goal: `${canary} haluaa ulos.` },
    });
    referralId = (await acting.referral(setting, 'completed')).id;
    officer = await signedIn(server.owner, {
      organizationId: setting.municipalityId,
      role: 'dataProtectionOfficer',
    });
  });
  afterEach(() => server.stop());

  /** The night before the day comes: everything that is due by then has run. */
  const night = async (day: string, workers = 1) => {
    setClock(server, `${day}T02:00:00+02:00`);
    await server.owner.query(`delete from job where name in ('startRetention', 'endRetention')`);
    await server.get(Jobs).onApplicationBootstrap();
    await server.owner.query(`update job set run_at = $1 where name = 'startRetention'`, [
      `${day}T02:00:00+02:00`,
    ]);
    const all = [...Array(workers).keys()].map(
      () =>
        new JobWorker(
          server.get(Database),
          server.get(Jobs),
          server.get(EventBell),
          server.get<Config>(CONFIG),
        ),
    );
    await Promise.all(all.map((worker) => worker.runDue()));
  };
  /** A session of a later day. */
  const today = async (who: SignedIn): Promise<SignedIn> => {
    const now = server.clock.now();
    await server.owner.query(
      `update session set created_at = $2, last_seen_at = $2, confirmed_at = $2, expires_at = $2::timestamptz + interval '1 hour' where id = $1`,
      [who.sessionId, now],
    );
    return who;
  };
  const read = async (who: SignedIn) => (await acting.read(await today(who), referralId)).body;
  /** `rule ended held`, without what the product writes beside. */
  const runsOf = async (who: SignedIn) =>
    (await server.call(retentionRoutes.runs, {}, await today(who))).body.items
      .map(({ day, lines }) => ({
        day,
        lines: lines
          .filter(({ kind }) => kind !== 'notification')
          .map(({ rule, ended, held }) => `${rule} ${ended} ${held}`),
      }))
      .filter(({ lines }) => lines.length > 0);
  const hold = (to: string | null = null) =>
    server.owner.query(
      `insert into legal_hold (organization_id, client_id, act, reason, from_day, to_day, set_at, set_by, set_by_name)
       values ($1, $2, '170/1999', 'Asia on kesken.', '2026-11-24', $3, now(), $4, 'Liisa Vainio')`,
      [setting.municipalityId, setting.clientId, to, officer.personId],
    );

  it('leaves everything as it is on the day before', async () => {
    await night('2027-11-23');

    expect(await read(setting.pekka)).toMatchObject({ firstName: canary });
    expect(await runsOf(officer)).toEqual([]);
  });

  it('ends the association’s reading after a year, and asks it to delete what it took along', async () => {
    await night('2027-11-24');

    expect(await read(setting.pekka)).toMatchObject({ firstName: null, card: {}, recordSince: null });
    expect(await read(setting.sanna)).toMatchObject({ firstName: canary });
    expect((await server.call(deletionRoutes.open, {}, setting.pekka)).body.items).toMatchObject([
      { cause: 'retentionEnded', dueOn: '2027-12-08' },
    ]);
    expect(await runsOf(officer)).toEqual([{ day: '2027-11-24', lines: ['disclosure 1 0'] }]);
  });

  it('erases the case and the client after two, and tells in counts what ended', async () => {
    await night('2028-11-24');

    expect(await read(setting.sanna)).toMatchObject({
      recordSince: expect.any(String) as string,
      clientId: null,
    });
    expect((await wholeDatabase(server.owner)).tablesWith(canary)).toEqual([]);
    expect(await runsOf(officer)).toEqual([{ day: '2028-11-24', lines: ['case 1 0', 'client 1 0'] }]);
  });

  it('is told before, for any day, in counts and case numbers', async () => {
    const ask = async (day: string) =>
      (
        await server.call(retentionRoutes.preview, { query: { day: day as never } }, await today(officer))
      ).body.lines.map(
        ({ rule, ending, held, caseNumbers }) => `${rule} ${ending} ${held} ${caseNumbers.length}`,
      );

    expect(await ask('2027-11-23')).toEqual([]);
    expect(await ask('2027-11-24')).toEqual(['disclosure 1 0 1']);
    expect(await ask('2028-11-24')).toEqual(['case 1 0 1', 'client 1 0 0']);
    await hold();
    expect(await ask('2028-11-24')).toEqual(['case 0 1 0', 'client 0 1 0']);
  });

  it('ends nothing that is held, counts it, and ends it once the hold has passed', async () => {
    await hold('2028-12-31');
    await night('2028-11-24');

    expect(await read(setting.sanna)).toMatchObject({ firstName: canary });
    expect(await runsOf(officer)).toEqual([{ day: '2028-11-24', lines: ['case 0 1', 'client 0 1'] }]);

    await night('2029-01-01');
    expect((await wholeDatabase(server.owner)).tablesWith(canary)).toEqual([]);
  });

  it('keeps a case for as long as its service’s act orders', async () => {
    await server.owner.query(`update service set statutory_bases = '{jarj_palkkatuki}' where id = $1`, [
      setting.serviceId,
    ]);
    await night('2028-11-24');
    expect(await read(setting.sanna)).toMatchObject({ firstName: canary });

    await night('2032-11-24');
    expect((await wholeDatabase(server.owner)).tablesWith(canary)).toEqual([]);
  });

  it('is done once by two nodes at once, and again does nothing', async () => {
    await night('2028-11-24', 2);
    await night('2028-11-24');

    expect(await runsOf(officer)).toEqual([{ day: '2028-11-24', lines: ['case 1 0', 'client 1 0'] }]);
  });

  it('catches up with the nights that nobody ran', async () => {
    await night('2030-05-05');

    expect(await runsOf(officer)).toEqual([{ day: '2030-05-05', lines: ['case 1 0', 'client 1 0'] }]);
  });

  it('ends the records of what the client permitted five years after the client, and kept answers after a week', async () => {
    await night('2028-11-24');
    const left = async () => (await server.owner.query('select from informing_record')).rowCount;
    await server.owner.query(
      `insert into idempotency_key (person_id, key, route, body_hash, status, response, created_at) values ($1, gen_random_uuid(), 'x', 'x', 200, '{}', '2028-11-24T10:00Z')`,
      [officer.personId],
    );
    expect(await left()).toBe(1);

    await night('2028-12-01');
    expect((await server.owner.query('select from notification')).rowCount).toBe(0);
    expect((await server.owner.query(`select from idempotency_key where route = 'x'`)).rowCount).toBe(0);
    await night('2033-11-24');
    expect(await left()).toBe(0);
    const { rows: pruned } = await server.owner.query(
      `select details from audit_event where action = 'pruneLog' and object_type = 'log'`,
    );
    expect(pruned).toEqual([{ details: { taken: expect.any(Number) as number } }]);
  });

  it('is not for another to see, nor to call', async () => {
    await night('2027-11-24');
    const stranger = await signedIn(server.owner, {
      organizationId: setting.associationId,
      role: 'dataProtectionOfficer',
    });

    expect(await runsOf(stranger)).toEqual([]);
    expect((await server.call(retentionRoutes.runs, {}, setting.sanna)).status).toBe(403);
    expect((await server.call(holdRoutes.list, {}, setting.sanna)).status).toBe(403);
    const app = new pg.Client({ connectionString: server.database.appUrl });
    await app.connect();
    await expect(app.query(`select app.end_retention('[]', now()::date, now(), 10)`)).rejects.toThrow(
      /only the job/,
    );
    await expect(app.query(`select * from app.due_subjects('[]', now()::date)`)).rejects.toThrow(
      /permission denied/,
    );
    await app.end();
  });
});
