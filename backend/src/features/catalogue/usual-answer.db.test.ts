import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('the usual answer of a service', () => {
  let server: TestServer;
  let setting: ReferralSetting;
  beforeAll(async () => {
    server = await startTestServer();
    setting = await aReferralSetting(server);
  });
  afterAll(() => server.stop());

  /** A referral that was sent and got its answer so many hours later. */
  const answered = async (sentAt: string, hours: number): Promise<void> => {
    const { rows } = await server.owner.query<{ id: string }>(
      `insert into referral (case_number, status, status_since, client_id, sender_organization_id, handler_id, handler_name, provider_organization_id,
                             service_id, urgency, answer_started_at, created_at, updated_at)
       values ('N-' || gen_random_uuid(), 'sent', $1, $2, $3, $4, 'Sanna Koskinen', $5, $6, 'K3', $1, $1, $1) returning id`,
      [
        sentAt,
        setting.clientId,
        setting.municipalityId,
        setting.sanna.personId,
        setting.associationId,
        setting.serviceId,
      ],
    );
    await server.owner.query(
      `update referral set status = 'accepted', answer_met_at = $2::timestamptz + make_interval(hours => $3) where id = $1`,
      [rows[0]?.id, sentAt, hours],
    );
  };
  const usualAnswer = async (): Promise<number | null> =>
    (await server.call(catalogueRoutes.service, { params: { serviceId: setting.serviceId } })).body
      .usualAnswerDays;

  it('is told from the fifth answer on, as the median of the last 90 days', async () => {
    await answered('2026-06-01T08:00+03:00', 2000);
    for (const hours of [2, 30, 40]) await answered('2026-11-02T08:00+02:00', hours);
    await answered('2026-11-02T08:00+02:00', 500);
    const afterFour = await usualAnswer();
    await answered('2026-11-03T08:00+02:00', 45);

    expect(afterFour).toBeNull();
    // 2, 30, 40, 45 and 500 hours: the median is 40, in two days. The slow answer of the summer is too old.
    expect(await usualAnswer()).toBe(2);
  });

  it('is still known after a pause', async () => {
    await server.owner.query(
      `update service set status = 'paused', updated_at = '2026-11-24T08:00+02:00' where id = $1`,
      [setting.serviceId],
    );
    await server.owner.query(`update service set status = 'published' where id = $1`, [setting.serviceId]);

    expect(await usualAnswer()).toBe(2);
  });
});
