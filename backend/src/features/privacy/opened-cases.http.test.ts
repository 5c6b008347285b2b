import pg from 'pg';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { manyReferrals } from '../../testing/many-referrals.js';
import { aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { referenceInstant, startTestServer, type TestServer } from '../../testing/test-server.js';

/** What Sanna may read as everybody in her office may. */
const ownRows: Record<string, string> = {
  client: `organization_id = (select app.client_organization())`,
  referral: `sender_organization_id = (select app.client_organization())`,
  referral_content: `referral_id in (select id from referral where sender_organization_id = (select app.client_organization()))`,
};

/** Every reading of a case asks which cases its reader has opened in an emergency. Mostly none; then it must cost nothing. */
describe('what a reader has opened in an emergency', () => {
  let server: TestServer;
  let setting: ReferralSetting;
  let superuser: pg.Client;
  beforeAll(async () => {
    server = await startTestServer();
    setting = await aReferralSetting(server);
    await manyReferrals(server.owner, [[setting, 400]]);
    superuser = new pg.Client({ connectionString: server.database.superuserUrl });
    await superuser.connect();
  });
  afterAll(async () => {
    await superuser.end();
    await server.stop();
  });

  const callsSoFar = async (): Promise<number> => {
    const { rows } = await superuser.query<{ times: number }>(
      `select coalesce(pg_stat_get_xact_function_calls('app.opened_clients'::regproc), 0)::integer as times`,
    );
    return rows[0]?.times ?? 0;
  };
  /** In the reader's own context; how many times it was asked meanwhile. */
  const timesAsked = async (
    settings: string,
    question: string,
  ): Promise<{ rows: unknown[]; times: number }> => {
    await superuser.query(
      `begin; set local track_functions = 'all'; ${settings} set local role rinnalla_app`,
    );
    try {
      await superuser.query('select from app.enter($1, $2)', [
        hashOfToken(setting.sanna.cookie.replace('session=', '')),
        referenceInstant,
      ]);
      const before = await callsSoFar();
      const { rows } = await superuser.query(question);
      return { rows, times: (await callsSoFar()) - before };
    } finally {
      await superuser.query('rollback');
    }
  };

  it('is not asked for each case of their organization, whatever way PostgreSQL takes', async () => {
    // At scale 1 it read the organization's cases from end to end; with so few it would not by itself.
    const { rows, times } = await timesAsked(
      'set local enable_indexscan = off; set local enable_bitmapscan = off;',
      'select app.opened_referrals() as opened',
    );

    expect(rows).toEqual([{ opened: [] }]);
    // Once to plan by, once to answer by.
    expect(times).toBeLessThanOrEqual(2);
  });

  it.each(Object.keys(ownRows))(
    'is not asked at all of a %s that the reader may read anyhow',
    async (table) => {
      const { times } = await timesAsked('', `select count(*) from ${table} where ${ownRows[table]}`);

      expect(times).toBe(0);
    },
  );
});
