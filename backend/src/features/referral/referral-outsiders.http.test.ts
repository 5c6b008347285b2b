import type { Member } from '@rinnalla/shared/organization/actor';
import type { Role } from '@rinnalla/shared/organization/role';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
import { aSubstitution } from '../../testing/clients.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { type Caller, startTestServer, type TestServer } from '../../testing/test-server.js';
import { PreviewReceiverCard } from './preview-receiver-card.js';
import { ReferralPages } from './referral-pages.js';

describe('a referral is nothing for an outsider', () => {
  let server: TestServer;
  let acting: Acting;
  let setting: ReferralSetting;
  let referralId: string;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
    setting = await aReferralSetting(server);
    referralId = (await acting.referral(setting, 'accepted')).id;
  });
  afterAll(() => server.stop());

  const everyRoute = async (caller: Caller, id = referralId): Promise<Record<string, number>> => {
    const params = { referralId: id };
    const { clientId, serviceId } = setting;
    const answers = {
      read: await server.call(referralRoutes.read, { params }, caller),
      saveDraft: await server.call(
        referralRoutes.saveDraft,
        { params, body: { version: 1, serviceId } },
        caller,
      ),
      transition: await server.call(
        referralRoutes.transition,
        { params, body: { action: 'start', version: 4, startDate: '2026-11-24' } },
        caller,
      ),
      refer: await server.call(referralRoutes.refer, { params, body: { serviceId } }, caller),
      proposals: await server.call(referralRoutes.proposals, { params }, caller),
      preview: await server.call(referralRoutes.preview, { params: { clientId, serviceId } }, caller),
      draft: await server.call(referralRoutes.draft, { body: { clientId, serviceId } }, caller),
    };
    return Object.fromEntries(Object.entries(answers).map(([name, { status }]) => [name, status]));
  };
  const nothing = {
    read: 404,
    saveDraft: 404,
    transition: 404,
    refer: 404,
    proposals: 404,
    preview: 404,
    draft: 404,
  };
  const ofAnother = async (kind: 'municipality' | 'association', role: Role): Promise<SignedIn> =>
    signedIn(server.owner, { organizationId: await anOrganization(server.owner, { kind }), role });

  it.each<['municipality' | 'association', Role]>([
    ['municipality', 'coach'],
    ['municipality', 'coordinator'],
    ['association', 'providerWorker'],
    ['association', 'providerManager'],
  ])('of another %s, though a %s', async (kind, role) => {
    const outsider = await ofAnother(kind, role);

    expect(await everyRoute(outsider)).toEqual(nothing);
    const { body } = await server.call(referralRoutes.list, { query: {} }, outsider);
    expect(body.items).toEqual([]);
  });

  it.each<Role>(['serviceManager', 'dataProtectionOfficer', 'evaluator', 'administrator'])(
    'of the same municipality without case access: %s',
    async (role) => {
      const outsider = await signedIn(server.owner, { organizationId: setting.municipalityId, role });

      expect(await everyRoute(outsider)).toEqual(nothing);
      const lists = [
        await server.call(referralRoutes.list, { query: {} }, outsider),
        await server.call(referralRoutes.counts, {}, outsider),
        await server.call(referralRoutes.today, {}, outsider),
      ];
      expect(lists.map(({ status }) => status)).toEqual([404, 404, 404]);
    },
  );

  it('who has not signed in is told to, whether it exists or not', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';

    expect(new Set(Object.values(await everyRoute({})))).toEqual(new Set([401]));
    expect(await everyRoute({}, unknown)).toEqual(await everyRoute({}));
  });

  it('of the provider while it is a draft, also one that was withdrawn unsent', async () => {
    const draft = await acting.referral(setting, 'draft');
    const routes = ['read', 'transition', 'proposals'] as const;
    const seen = async () => {
      const all = await everyRoute(setting.pekka, draft.id);
      return routes.map((route) => all[route]);
    };

    const asDraft = await seen();
    await acting.act(setting.sanna, draft, { action: 'withdraw', reason: 'need_met' });
    const withdrawn = await seen();
    const { body } = await server.call(referralRoutes.list, { query: { limit: 100 } }, setting.pekka);

    expect([asDraft, withdrawn]).toEqual([
      [404, 404, 404],
      [404, 404, 404],
    ]);
    expect(body.items.map(({ id }) => id)).not.toContain(draft.id);
  });

  it('of a client with a non-disclosure order: everybody on the sender’s side but the handler and substitutes', async () => {
    const hidden = await aReferralSetting(server, { client: { nonDisclosure: true } });
    const referral = await acting.referral(hidden, 'accepted');
    const substitute = await signedIn(server.owner, { organizationId: hidden.municipalityId, role: 'coach' });
    await aSubstitution(server.owner, {
      organizationId: hidden.municipalityId,
      membershipId: hidden.sanna.membershipId,
      substituteMembershipId: substitute.membershipId,
    });
    const seenBy = async (caller: SignedIn) => {
      const { status } = await acting.read(caller, referral.id);
      const { body } = await server.call(referralRoutes.list, { query: {} }, caller);
      return [status, body.items.some(({ id }) => id === referral.id)];
    };

    expect(await seenBy(hidden.sanna)).toEqual([200, true]);
    expect(await seenBy(substitute)).toEqual([200, true]);
    expect(await seenBy(hidden.marja)).toEqual([404, false]);
  });

  it('by the code’s own wall too, where the database would give everything', async () => {
    const { clientId, serviceId } = setting;
    const elsewhere = await anOrganization(server.owner, { kind: 'municipality' });
    /** In the context of the handler, whom row-level security lets read. */
    const asIf = (change: (sanna: Member) => Member, work: (member: Member) => Promise<unknown>) =>
      server
        .get(Database)
        .inTransaction(
          { tokenHash: hashOfToken(setting.sanna.cookie.replace('session=', '')) },
          ({ transaction: { actor } }) => work(change(actor as Member)),
        );
    const open = (member: Member) => server.get(ReferralPages).open(member, referralId);
    const preview = (member: Member) => server.get(PreviewReceiverCard).execute(member, clientId, serviceId);
    const ofAnotherTown = (sanna: Member): Member => ({
      ...sanna,
      organization: { ...sanna.organization, id: elsewhere },
    });
    const withoutCases = (sanna: Member): Member => ({ ...sanna, role: 'evaluator' });

    await expect(asIf((sanna) => sanna, open)).resolves.toMatchObject({ side: 'sender' });
    await expect(asIf((sanna) => sanna, preview)).resolves.toMatchObject({ openForMunicipality: true });
    await expect(asIf(ofAnotherTown, open)).rejects.toMatchObject({ code: 'notFound' });
    await expect(asIf(withoutCases, preview)).rejects.toMatchObject({ code: 'notFound' });
  });

  it.each<ReferralStatus>(['sent', 'started', 'declined'])('in every state, as %s', async (status) => {
    const referral = await acting.referral(setting, 'draft');
    await server.owner.query(`update referral set status = $2, sent_at = now() where id = $1`, [
      referral.id,
      status,
    ]);

    const all = await everyRoute(await ofAnother('association', 'providerManager'), referral.id);

    expect(all).toEqual(nothing);
  });
});
