import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { aSubstitution } from '../../testing/clients.js';
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
    const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
    return {
      needsYou: idsOf(needsYou),
      answered: idsOf(answered),
      startingSoon: idsOf(startingSoon),
      waitingForOthers: idsOf(waitingForOthers),
      drafts: idsOf(drafts),
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

  it('tells a provider of a withdrawal, though nobody had taken the request', async () => {
    const sent = await acting.referral(setting, 'sent');
    await acting.act(setting.sanna, sent, { action: 'withdraw', reason: 'need_met' });

    expect(await today(setting.outi)).toEqual({ ...nothing, answered: [sent.id] });
  });

  it('tells a provider of an answer to its question, and nobody of their own steps', async () => {
    const { id, version } = await acting.referral(setting, 'clarification');
    const [question] = (await acting.read(setting.sanna, id)).body.questions;
    await acting.act(
      setting.sanna,
      { id, version },
      {
        action: 'answer',
        answers: [{ questionId: question?.id ?? '', answer: 'Suomi.' }],
      },
    );

    expect(await today(setting.pekka)).toMatchObject({ answered: [id], needsYou: [id] });
    expect(await today(setting.sanna)).toMatchObject({ answered: [], waitingForOthers: [id] });
  });

  it('keeps an answer among the news for three days', async () => {
    const { id } = await acting.referral(setting, 'waitlisted');
    const onDay = async (day: string) => {
      setClock(server, `${day}T08:00:00+02:00`);
      await server.owner.query('update session set last_seen_at = $1', [`${day}T07:59:00+02:00`]);
      return (await today(setting.sanna)).answered;
    };

    expect(await onDay('2026-11-27')).toEqual([id]);
    expect(await onDay('2026-11-28')).toEqual([]);
  });

  it('asks a provider about a queue a week before the place must be asked about', async () => {
    const { id } = await acting.referral(setting, 'waitlisted');
    const dueOn = async (due: string) => {
      await server.owner.query('update referral set due_at = $2 where id = $1', [id, due]);
      return (await today(setting.pekka)).needsYou;
    };

    expect(await dueOn('2026-11-30T16:00:00+02:00')).toEqual([id]);
    expect(await dueOn('2026-12-01T00:00:00+02:00')).toEqual([]);
  });

  it('shows the cases of those for whom one stands in once, however many times it was written down', async () => {
    const { id } = await acting.referral(setting, 'clarification');
    for (const from of ['2026-11-20', '2026-11-22'])
      await aSubstitution(server.owner, {
        organizationId: setting.municipalityId,
        membershipId: setting.sanna.membershipId,
        substituteMembershipId: setting.marja.membershipId,
        validFrom: from,
      });

    expect(await today(setting.marja)).toEqual({ ...nothing, needsYou: [id] });
  });
});
