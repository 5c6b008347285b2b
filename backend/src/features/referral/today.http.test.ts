import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import type { SignedIn } from '../../testing/people.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

describe('Tänään', () => {
  let server: TestServer;
  let acting: Acting;
  let setting: ReferralSetting;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    setClock(server, '2026-11-24T08:00:00+02:00');
    setting = await aReferralSetting(server);
  });

  const today = async (caller: SignedIn) => {
    const { body } = await server.call(referralRoutes.today, {}, caller);
    const { waitingForOthersCount, needsYou, answered, startingSoon, waitingForOthers, drafts } = body;
    const ids = { needsYou, answered, startingSoon, waitingForOthers, drafts };
    return {
      ...Object.fromEntries(Object.entries(ids).map(([list, rows]) => [list, rows.map(({ id }) => id)])),
      waitingForOthersCount,
    };
  };
  const nothing = {
    needsYou: [],
    answered: [],
    startingSoon: [],
    waitingForOthers: [],
    drafts: [],
    waitingForOthersCount: 0,
  };

  it('asks nothing of anybody before anything has happened', async () => {
    expect(await today(setting.sanna)).toEqual(nothing);
    expect(await today(setting.pekka)).toEqual(nothing);
  });

  it('keeps what was begun for the one who works with the client, until it is sent', async () => {
    const { id } = await acting.referral(setting, 'draft');

    expect(await today(setting.sanna)).toEqual({ ...nothing, drafts: [id] });
    expect(await today(setting.marja)).toEqual(nothing);
    expect(await today(setting.pekka)).toEqual(nothing);
  });

  it('puts a new request before the provider, and among what waits for others for the sender', async () => {
    const { id } = await acting.referral(setting, 'sent');

    expect(await today(setting.pekka)).toEqual({ ...nothing, needsYou: [id] });
    expect(await today(setting.sanna)).toEqual({
      ...nothing,
      waitingForOthers: [id],
      waitingForOthersCount: 1,
    });
    expect(await today(setting.marja)).toEqual(nothing);
  });

  it('comes back to the sender when the answer is late', async () => {
    const { id } = await acting.referral(setting, 'sent');
    setClock(server, '2026-12-01T16:01:00+02:00');
    await server.owner.query('update session set last_seen_at = $1', ['2026-12-01T16:00:00+02:00']);

    expect(await today(setting.sanna)).toEqual({ ...nothing, needsYou: [id] });
  });

  it('asks the sender for an answer to a question', async () => {
    const { id } = await acting.referral(setting, 'clarification');

    expect(await today(setting.sanna)).toMatchObject({ needsYou: [id] });
    expect(await today(setting.outi)).toMatchObject({ needsYou: [], waitingForOthers: [] });
    expect(await today(setting.pekka)).toMatchObject({ needsYou: [], waitingForOthers: [id] });
  });

  it('tells of a promised place as an answer and of its coming start', async () => {
    const { id } = await acting.referral(setting, 'accepted');

    expect(await today(setting.sanna)).toEqual({ ...nothing, answered: [id], startingSoon: [id] });
    expect(await today(setting.pekka)).toMatchObject({ startingSoon: [id], answered: [] });
  });

  it('asks for another service after a decline, until there is one', async () => {
    const { id } = await acting.referral(setting, 'declined');
    const before = await today(setting.sanna);
    const next = await server.call(
      referralRoutes.refer,
      { params: { referralId: id }, body: { serviceId: setting.serviceId } },
      setting.sanna,
    );
    const after = await today(setting.sanna);

    expect(before).toEqual({ ...nothing, needsYou: [id], answered: [id] });
    expect(after).toEqual({ ...nothing, answered: [id], drafts: [next.body.id] });
  });
});
