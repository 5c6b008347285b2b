import { randomUUID } from 'node:crypto';
import { aClient, anInforming } from '../../testing/clients.js';
import { brokenInvariants } from '../../testing/referral-invariants.js';
import {
  type Act,
  Acting,
  aReferralSetting,
  type ReferralSetting,
  type Standing,
} from '../../testing/referrals.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('two who act at the same time (scenario S8)', () => {
  let server: TestServer;
  let acting: Acting;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
  });
  afterAll(() => server.stop());
  afterEach(async () => {
    const broken = await brokenInvariants(server.owner);
    if (broken.length > 0) throw new Error(broken.join('\n'));
  });

  const another = async (setting: ReferralSetting): Promise<Standing> => {
    const clientId = await aClient(server.owner, {
      organizationId: setting.municipalityId,
      handlerId: setting.sanna.personId,
      homeMunicipality: '286',
    });
    await anInforming(server.owner, { clientId, serviceId: setting.serviceId });
    return acting.referral({ ...setting, clientId }, 'acknowledged');
  };
  const accept = (setting: ReferralSetting): Act => ({
    action: 'accept',
    offeringId: setting.offeringId,
    startDate: '2026-12-01',
  });

  it('gives the last place to one of two, and tells the other who took it and when', async () => {
    for (let round = 0; round < 5; round++) {
      const setting = await aReferralSetting(server, { offering: { places: 1 } });
      const [first, second] = [await acting.referral(setting, 'acknowledged'), await another(setting)];

      const answers = await Promise.all([
        acting.transition(setting.pekka, first, accept(setting)),
        acting.transition(setting.outi, second, accept(setting)),
      ]);

      const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
      expect([won?.status, lost?.status]).toEqual([200, 409]);
      const winner = won === answers[0] ? 'Pekka Ahola' : 'Outi Berg';
      expect(lost?.body).toMatchObject({
        code: 'noFreePlace',
        reason: 'noFreePlace',
        details: { actorName: winner, at: expect.stringMatching(/^2026-11-24T/) },
      });
    }
  });

  it('lets one of two withdraw or accept, and tells the other who did what, when, and what stands now', async () => {
    const setting = await aReferralSetting(server);
    const referral = await acting.referral(setting, 'acknowledged');

    const answers = await Promise.all([
      acting.transition(setting.marja, referral, { action: 'withdraw', reason: 'moved' }),
      acting.transition(setting.pekka, referral, accept(setting)),
    ]);

    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    const act =
      won?.body.status === 'withdrawn'
        ? { actorName: 'Marja Lehtonen', action: 'withdraw' }
        : { actorName: 'Pekka Ahola', action: 'accept' };
    expect([won?.status, lost?.status]).toEqual([200, 409]);
    expect(lost?.body).toMatchObject({
      code: 'changedMeanwhile',
      details: { ...act, status: won?.body.status, version: referral.version + 1 },
    });
  });

  it('lets one of twenty have their way, and writes one step, one log row and one event', async () => {
    const setting = await aReferralSetting(server);
    const referral = await acting.referral(setting, 'acknowledged');
    const acts: Act[] = [
      { action: 'decline', reason: 'full', callRequested: false },
      { action: 'waitlist', expectedWaitWeeks: 4 },
      accept(setting),
      { action: 'ask', questions: [{ field: 'language', question: 'Mikä on kielitaito?' }] },
    ];

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        acting.transition(
          index % 2 ? setting.pekka : setting.outi,
          referral,
          acts[index % acts.length] as Act,
        ),
      ),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => 'code' in body && body.code === 'changedMeanwhile')).toHaveLength(19);
    const { rows } = await server.owner.query(
      `select (select count(*)::int from referral_step where referral_id = $1) as steps,
              (select count(*)::int from audit_event where object_id = $1::text and details->>'version' = '4') as logged,
              (select count(*)::int from event where payload->>'referralId' = $1::text and payload->>'version' = '4' and name <> 'conversationGrew') as told`,
      [referral.id],
    );
    expect(rows).toEqual([{ steps: 3, logged: 1, told: 1 }]);
  });

  it('answers one request that arrives many times at once the same way each time', async () => {
    const setting = await aReferralSetting(server);
    const referral = await acting.referral(setting, 'acknowledged');
    const headers = { 'idempotency-key': randomUUID() };

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => acting.transition(setting.pekka, referral, accept(setting), headers)),
    );

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(new Set(answers.map(({ body }) => body.version))).toEqual(new Set([referral.version + 1]));
  });

  it('does not count a colleague’s merely opening it as acting', async () => {
    const setting = await aReferralSetting(server);
    const sent = await acting.referral(setting, 'sent');
    await acting.read(setting.outi, sent.id);

    const accepted = await acting.transition(setting.pekka, sent, accept(setting));
    const late = await acting.transition(setting.sanna, sent, { action: 'withdraw', reason: 'moved' });

    expect(accepted.body).toMatchObject({ status: 'accepted', version: 4 });
    expect(late.body).toMatchObject({
      code: 'changedMeanwhile',
      details: { actorName: 'Pekka Ahola', action: 'accept' },
    });
  });

  it('notes once that it was seen, however many open it at once', async () => {
    const setting = await aReferralSetting(server);
    const sent = await acting.referral(setting, 'sent');

    const seen = await Promise.all(
      [setting.pekka, setting.outi, setting.kaisa, setting.pekka].map((caller) =>
        acting.read(caller, sent.id),
      ),
    );

    expect(seen.map(({ status, body }) => [status, body.status, body.version])).toEqual(
      Array.from({ length: 4 }, () => [200, 'acknowledged', 3]),
    );
  });

  it('keeps every place accounted for through a storm of acts', async () => {
    const setting = await aReferralSetting(server, { offering: { places: 3 } });
    const referrals = await Promise.all(Array.from({ length: 6 }, () => another(setting)));
    const tries: Act[] = [
      accept(setting),
      { action: 'start', startDate: '2026-11-24' },
      { action: 'undo' },
      { action: 'waitlist', offeringId: setting.offeringId, expectedWaitWeeks: 2 },
      { action: 'finish', endDate: '2026-11-24', early: false },
      { action: 'not_started', reason: 'moved' },
      { action: 'decline', reason: 'full', callRequested: false },
    ];

    const statuses = new Set<number>();
    for (let round = 0; round < 8; round++) {
      const answers = await Promise.all(
        referrals.flatMap((referral, index) =>
          [0, 1].map((offset) =>
            acting.transition(
              offset ? setting.outi : setting.pekka,
              { id: referral.id, version: referral.version + round },
              tries[(index + round + offset * 3) % tries.length] as Act,
            ),
          ),
        ),
      );
      for (const { status } of answers) statuses.add(status);
    }

    expect([...statuses].every((status) => [200, 409, 422].includes(status))).toBe(true);
    expect(statuses).toContain(200);
  });
});
