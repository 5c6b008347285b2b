import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { aMunicipality, aSubstitution } from '../../testing/clients.js';
import type { SignedIn } from '../../testing/people.js';
import {
  Acting,
  aReferralSetting,
  type AReferralSetting,
  type ReferralSetting,
} from '../../testing/referrals.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

/** Values that stand nowhere else: where one of them is read, its field was. */
const canary = {
  firstName: 'Kanariannimi',
  surname: 'Kanariansuku',
  identityCode: '010190-999R',
  phone: '040 7654321',
  email: 'kanaria@asiakas.example',
  wishes: 'Soita vain kello kymmenen',
  goal: 'Kanarian tavoite on päästä ulos.',
  background: 'Kanarian tausta',
  home: '997',
};
type Canary = keyof typeof canary;

describe('what a provider reads, stage by stage', () => {
  let server: TestServer;
  let acting: Acting;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
    await aMunicipality(server.owner, { code: canary.home, name: 'Kotikunta' });
  });
  afterAll(() => server.stop());

  const inStatus = async (status: ReferralStatus, given: AReferralSetting = {}) => {
    const { firstName, surname, identityCode, phone, email, wishes, home } = canary;
    const setting = await aReferralSetting(server, {
      ...given,
      service: { municipalities: ['286', home], ...given.service },
      client: {
        firstName,
        surname,
        identityCode,
        homeMunicipality: given.client?.nonDisclosure ? null : home,
        contact: { phone, email, wishes },
        ...given.client,
      },
    });
    const content = { goal: canary.goal, background: canary.background };
    const drafting = acting.draft.bind(acting);
    acting.draft = (who, more) => drafting(who, { ...content, ...more });
    const referral = await acting.referral(setting, status);
    acting.draft = drafting;
    return { setting, referral };
  };

  /** Every answer that names the referral, as one text. */
  const everythingReadBy = async (caller: SignedIn, referralId: string): Promise<string> => {
    const params = { referralId };
    const answers = await Promise.all([
      server.call(referralRoutes.read, { params }, caller),
      server.call(referralRoutes.list, { query: {} }, caller),
      server.call(referralRoutes.today, {}, caller),
      server.call(referralRoutes.counts, {}, caller),
      server.call(referralRoutes.proposals, { params }, caller),
      server.call(messagingRoutes.ofReferral, { params }, caller),
      server.call(messagingRoutes.mine, { query: {} }, caller),
      acting.transition(
        caller,
        { id: referralId, version: 1 },
        { action: 'decline', reason: 'full', callRequested: false },
      ),
      acting.transition(
        caller,
        { id: referralId, version: 999 },
        { action: 'start', startDate: '2026-11-24' },
      ),
    ]);
    return JSON.stringify(answers.map(({ body }) => body));
  };
  const foundIn = (text: string): Canary[] =>
    (Object.keys(canary) as Canary[]).filter((name) =>
      text.includes(name === 'home' ? `"${canary.home}"` : canary[name]),
    );

  const beforeAcceptance: Canary[] = ['firstName', 'goal', 'background', 'home'];
  const afterAcceptance: Canary[] = [
    'firstName',
    'surname',
    'phone',
    'email',
    'wishes',
    'goal',
    'background',
    'home',
  ];

  it.each<[ReferralStatus, Canary[]]>([
    ['sent', beforeAcceptance],
    ['acknowledged', beforeAcceptance],
    ['clarification', beforeAcceptance],
    ['waitlisted', beforeAcceptance],
    ['accepted', afterAcceptance],
    ['started', afterAcceptance],
    ['closing', afterAcceptance],
    ['completed', ['firstName', 'surname', 'goal', 'background', 'home']],
    ['declined', []],
  ])('%s: %j and nothing else', async (status, fields) => {
    const { setting, referral } = await inStatus(status);

    const text = await everythingReadBy(setting.pekka, referral.id);

    expect(foundIn(text).toSorted()).toEqual(fields.toSorted());
  });

  it.each<[ReferralStatus, boolean]>([
    ['accepted', false],
    ['started', true],
  ])('%s, where attendance is reported: the identity code %s', async (status, shown) => {
    const { setting, referral } = await inStatus(status, { service: { reportingDuty: 'attendance' } });

    expect(foundIn(await everythingReadBy(setting.pekka, referral.id)).includes('identityCode')).toBe(shown);
  });

  it.each<[ReferralStatus, Canary[]]>([
    ['sent', ['goal', 'background']],
    ['waitlisted', ['goal', 'background']],
    ['accepted', ['firstName', 'surname', 'wishes', 'goal', 'background']],
    ['started', ['firstName', 'surname', 'wishes', 'goal', 'background']],
    ['declined', []],
  ])('%s, of a client with a non-disclosure order: %j and nothing else', async (status, fields) => {
    const { setting, referral } = await inStatus(status, { client: { nonDisclosure: true } });

    const text = await everythingReadBy(setting.pekka, referral.id);

    expect(foundIn(text).toSorted()).toEqual(fields.toSorted());
    expect(text.includes('Kymenlaakso')).toBe(status !== 'declined');
  });

  it('is nothing of a withdrawn one, and the sender’s reason stays the sender’s', async () => {
    const { setting, referral } = await inStatus('acknowledged');
    await acting.act(setting.sanna, referral, {
      action: 'withdraw',
      reason: 'health',
      note: 'Kanarian terveys',
    });

    const text = await everythingReadBy(setting.pekka, referral.id);

    expect(foundIn(text)).toEqual([]);
    expect(text).not.toMatch(/Kanarian|"health"/);
  });

  it('narrows at once when a non-disclosure order begins', async () => {
    const { setting, referral } = await inStatus('accepted');
    await server.owner.query(
      `update client set non_disclosure = true, home_municipality_code = null where id = $1`,
      [setting.clientId],
    );

    const text = await everythingReadBy(setting.pekka, referral.id);

    expect(foundIn(text)).not.toEqual(expect.arrayContaining(['home']));
    expect(foundIn(text)).not.toEqual(expect.arrayContaining(['phone']));
  });

  it('is shown to the sender beforehand, exactly as the provider then reads it', async () => {
    const { setting, referral } = await inStatus('sent');

    const before = await acting.read(setting.sanna, referral.id);
    const seen = await acting.read(setting.pekka, referral.id);
    const accepted = await acting.actAndRead(setting.pekka, seen.body, {
      action: 'accept',
      offeringId: setting.offeringId,
      startDate: '2026-12-01',
    });

    expect(seen.body.card).toEqual(before.body.disclosedNow);
    expect(accepted.card).toEqual(before.body.disclosedOnAcceptance);
    expect(seen.body).toMatchObject({ disclosedNow: null, disclosedOnAcceptance: null, clientId: null });
  });

  it('names who answers for the case on both sides, and of substitutes one’s own', async () => {
    const setting = await aReferralSetting(server);
    const { id } = await acting.referral(setting, 'accepted');
    const { owner } = server;
    await aSubstitution(owner, {
      organizationId: setting.municipalityId,
      membershipId: setting.sanna.membershipId,
      substituteMembershipId: setting.marja.membershipId,
    });
    await aSubstitution(owner, {
      organizationId: setting.associationId,
      membershipId: setting.pekka.membershipId,
      substituteMembershipId: setting.outi.membershipId,
    });
    const teamSeenBy = async (caller: SignedIn) =>
      (await acting.read(caller, id)).body.caseTeam.map(({ name, role }) => [name, role]);

    const [handler, assignee] = [
      ['Sanna Koskinen', 'coach'],
      ['Pekka Ahola', 'providerWorker'],
    ];
    expect(await teamSeenBy(setting.sanna)).toEqual([handler, ['Marja Lehtonen', 'coordinator'], assignee]);
    expect(await teamSeenBy(setting.pekka)).toEqual([handler, assignee, ['Outi Berg', 'providerWorker']]);
  });

  it('never names who else was asked, nor why the sender found it urgent', async () => {
    const setting: ReferralSetting = await aReferralSetting(server);
    const { body: draft } = await acting.draft(setting, {
      urgency: 'K1',
      urgencyReason: 'violence',
      alternativeServiceIds: [setting.serviceId],
    });
    await acting.act(setting.sanna, draft, { action: 'send' });

    const { body } = await acting.read(setting.pekka, draft.id);

    expect(body).toMatchObject({ urgency: 'K1', urgencyReason: null, alternatives: [] });
    expect(JSON.stringify(body)).not.toContain('violence');
  });

  it('tells the place whose address is told on acceptance only then, and never one that is spoken', async () => {
    const address = { street: 'Turvakuja 5', visibility: 'on_acceptance' as const };
    const told = await inStatus('acknowledged', { offering: { address } });
    const before = await acting.read(told.setting.sanna, told.referral.id);
    const after = await acting.actAndRead(told.setting.pekka, told.referral, {
      action: 'accept',
      offeringId: told.setting.offeringId,
      startDate: '2026-12-01',
    });
    const spoken = await inStatus('accepted', {
      offering: { address: { street: 'Salakuja 1', visibility: 'never' } },
    });

    expect(JSON.stringify(before.body)).not.toContain('Turvakuja');
    expect(after.offering?.address).toBe('Turvakuja 5');
    expect((await acting.read(told.setting.sanna, told.referral.id)).body.offering?.address).toBe(
      'Turvakuja 5',
    );
    expect(JSON.stringify((await acting.read(spoken.setting.pekka, spoken.referral.id)).body)).not.toContain(
      'Salakuja',
    );
  });
});
