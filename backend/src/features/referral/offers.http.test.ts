import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { notificationRoutes } from '@rinnalla/shared/notification/notification-routes';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { aClient, anInforming } from '../../testing/clients.js';
import type { SignedIn } from '../../testing/people.js';
import { brokenInvariants } from '../../testing/referral-invariants.js';
import { Acting, aReferralSetting, type ReferralSetting, type Standing } from '../../testing/referrals.js';
import { referenceInstant, setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

describe('the offer of a place to somebody who waits', () => {
  let server: TestServer;
  let acting: Acting;
  let setting: ReferralSetting;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
  });
  beforeEach(async () => {
    setClock(server, referenceInstant);
    await server.owner.query('delete from job; delete from notification');
    await server.get(Jobs).onApplicationBootstrap();
    setting = await aReferralSetting(server, { offering: { places: 1 } });
  });
  afterAll(() => server.stop());
  afterEach(async () => {
    const broken = await brokenInvariants(server.owner);
    if (broken.length > 0) throw new Error(broken.join('\n'));
  });

  const work = () => server.get(JobWorker).runDue();
  const offer = (more: { reason?: string } = {}) => ({
    action: 'offer' as const,
    offeringId: setting.offeringId,
    ...more,
  });
  const offered = async (): Promise<Standing> =>
    acting.act(setting.pekka, await acting.referral(setting, 'waitlisted'), offer());
  const freePlaces = async (): Promise<number> => {
    const { rows } = await server.owner.query<{ available: number }>(
      'select available from offering where id = $1',
      [setting.offeringId],
    );
    return rows[0]?.available ?? -1;
  };
  const lastEntryOf = async (id: string, who: SignedIn) => {
    const { body } = await server.call(messagingRoutes.ofReferral, { params: { referralId: id } }, who);
    const shared = body.conversations.find(({ audience }) => audience === 'shared');
    const entries = await server.call(
      messagingRoutes.entries,
      { params: { conversationId: shared?.id ?? '' }, query: { since: (shared?.lastSeq ?? 1) - 1 } },
      who,
    );
    return entries.body.entries[0];
  };

  it('holds the place for 72 hours of working days, and says so to both sides among their messages', async () => {
    const waiting = await acting.referral(setting, 'waitlisted');
    const before = (await acting.read(setting.pekka, waiting.id)).body;

    const { id } = await acting.act(setting.pekka, waiting, offer());

    const seen = (await acting.read(setting.sanna, id)).body;
    expect(before.offerings.map((one) => one.id)).toEqual([setting.offeringId]);
    expect(before.actions).toContain('offer');
    expect(seen).toMatchObject({
      status: 'offered',
      turn: { of: 'sender', dueAt: expect.stringMatching(/^2026-11-27T06:00:0/) },
      actions: expect.arrayContaining(['take_offer', 'refuse_offer']),
    });
    expect(await freePlaces()).toBe(0);
    for (const who of [setting.sanna, setting.pekka])
      expect(await lastEntryOf(id, who)).toMatchObject({
        kind: 'event',
        action: 'offer',
        facts: { offerEndsAt: seen.turn.dueAt },
      });
  });

  it('becomes a promised place when the sender takes it, and only then tells who the client is', async () => {
    const referral = await offered();
    const before = (await acting.read(setting.pekka, referral.id)).body;

    await acting.act(setting.sanna, referral, { action: 'take_offer' });

    const after = (await acting.read(setting.pekka, referral.id)).body;
    const { rows: log } = await server.owner.query(
      `select 1 from audit_event where action = 'revealIdentityAndContact' and object_id = $1`,
      [referral.id],
    );
    expect(before.card).not.toHaveProperty('surname');
    expect(after).toMatchObject({ status: 'accepted', card: { surname: 'Virtanen' } });
    expect(log).toHaveLength(1);
    expect(await freePlaces()).toBe(0);
  });

  it('begins with its group, where the group has not begun yet', async () => {
    setting = await aReferralSetting(server, { offering: { places: 1, startsOn: '2026-12-14' } });

    await acting.act(setting.sanna, await offered(), { action: 'take_offer' });

    const { rows } = await server.owner.query<{ day: string }>(
      `select planned_start_on::text as day from referral where provider_organization_id = $1`,
      [setting.associationId],
    );
    expect(rows).toEqual([{ day: '2026-12-14' }]);
  });

  it('sends the client back to the same place in the queue when it is refused, with a reason', async () => {
    const referral = await offered();
    const silent = await acting.transition(setting.sanna, referral, { action: 'refuse_offer', reason: 'no' });

    const back = await acting.actAndRead(setting.sanna, referral, {
      action: 'refuse_offer',
      reason: 'not_now',
    });

    expect(silent.status).toBe(422);
    expect(back).toMatchObject({ status: 'waitlisted', queue: { position: 1, length: 1 } });
    expect(await freePlaces()).toBe(1);
  });

  it('is answered by the sender alone', async () => {
    const referral = await offered();

    const acts = [{ action: 'take_offer' }, { action: 'refuse_offer', reason: 'not_now' }] as const;

    const answers = await Promise.all(acts.map((act) => acting.transition(setting.pekka, referral, act)));

    for (const answer of answers)
      expect(answer).toMatchObject({ status: 403, body: { reason: 'notYourPart' } });
  });

  it('passes over whoever stands before only with a reason', async () => {
    await acting.referral(setting, 'waitlisted');
    const clientId = await aClient(server.owner, {
      organizationId: setting.municipalityId,
      handlerId: setting.sanna.personId,
      homeMunicipality: '286',
    });
    await anInforming(server.owner, { clientId, serviceId: setting.serviceId });
    setClock(server, '2026-11-24T09:00:00+02:00');
    const second = await acting.referral({ ...setting, clientId }, 'waitlisted');

    const refused = await acting.transition(setting.pekka, second, offer());
    const explained = await acting.transition(setting.pekka, second, offer({ reason: 'unsuitable_place' }));

    expect(refused).toMatchObject({ status: 422, body: { reason: 'othersAreFirst' } });
    expect(explained.status).toBe(200);
  });

  it('needs a place that is free, in the offering whose queue it is', async () => {
    const waiting = await acting.referral(setting, 'waitlisted');
    const elsewhere = await acting.transition(setting.pekka, waiting, {
      action: 'offer',
      offeringId: waiting.id,
    });
    await server.owner.query('update offering set status = $2 where id = $1', [setting.offeringId, 'full']);

    const closed = await acting.transition(setting.pekka, waiting, offer());

    expect(elsewhere).toMatchObject({ status: 422, body: { reason: 'offeringMissing' } });
    expect(closed).toMatchObject({ status: 409, body: { reason: 'noFreePlace' } });
  });

  it('lapses by itself when nobody answers in time: the place is free, the client waits on, and both are told', async () => {
    const { id } = await offered();
    setClock(server, '2026-11-27T07:59:00+02:00');
    await work();
    const inTime = (await acting.read(setting.sanna, id)).body.status;
    setClock(server, '2026-11-27T08:01:00+02:00');
    await work();

    const { body } = await acting.read(setting.sanna, id);
    expect(inTime).toBe('offered');
    expect(body).toMatchObject({ status: 'waitlisted', queue: { position: 1 } });
    expect(body.steps.at(-1)).toMatchObject({ action: 'refuse_offer', side: 'system', reason: null });
    expect(await lastEntryOf(id, setting.sanna)).toMatchObject({
      action: 'refuse_offer',
      sender: null,
      facts: { lapsed: true },
    });
    expect(await freePlaces()).toBe(1);
    const told = await server.call(notificationRoutes.list, {}, setting.pekka);
    expect(told.body.items.map(({ kind }) => kind)).toContain('offerAnswered');
  });

  it('lapses in a colleague’s right when who offered it has left', async () => {
    const { id } = await offered();
    await server.owner.query(`update membership set valid_to = '2026-11-25' where id = $1`, [
      setting.pekka.membershipId,
    ]);

    setClock(server, '2026-11-27T08:01:00+02:00');
    await work();

    expect((await acting.read(setting.sanna, id)).body.status).toBe('waitlisted');
  });

  it('leaves alone what was answered meanwhile', async () => {
    const taken = await acting.act(setting.sanna, await offered(), { action: 'take_offer' });

    setClock(server, '2026-11-27T08:01:00+02:00');
    await work();

    const { rows } = await server.owner.query(`select 1 from job where given_up_at is not null`);
    expect((await acting.read(setting.sanna, taken.id)).body.status).toBe('accepted');
    expect(rows).toEqual([]);
  });
});
