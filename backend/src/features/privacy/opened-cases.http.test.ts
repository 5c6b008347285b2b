import pg from 'pg';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { manyReferrals } from '../../testing/many-referrals.js';
import { aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { referenceInstant, startTestServer, type TestServer } from '../../testing/test-server.js';

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

  it('is not asked for each case of their organization, whatever way PostgreSQL takes', async () => {
    // At scale 1 it read the organization's cases from end to end; with so few it would not by itself.
    await superuser.query(
      `begin; set local track_functions = 'all'; set local enable_indexscan = off; set local enable_bitmapscan = off; set local role rinnalla_app`,
    );
    await superuser.query('select from app.enter($1, $2)', [
      hashOfToken(setting.sanna.cookie.replace('session=', '')),
      referenceInstant,
    ]);
    const { rows } = await superuser.query('select app.opened_referrals() as opened');
    const asked = await superuser.query<{ times: number }>(
      `select pg_stat_get_xact_function_calls('app.opened_clients'::regproc)::integer as times`,
    );
    await superuser.query('rollback');

    expect(rows).toEqual([{ opened: [] }]);
    // Once to plan by, once to answer by.
    expect(asked.rows[0]?.times).toBeLessThanOrEqual(2);
  });
});
