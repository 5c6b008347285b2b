import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import type { InputOf } from '@rinnalla/shared/contract/define-route';
import { logRoutes } from '@rinnalla/shared/log/log-routes';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { Acting, aReferralSetting, type ReferralSetting } from '../../testing/referrals.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

describe('the log', () => {
  let server: TestServer;
  let setting: ReferralSetting;
  let officer: SignedIn;
  let caseNumber: string;
  beforeAll(async () => {
    server = await startTestServer();
    setting = await aReferralSetting(server);
    officer = await signedIn(server.owner, {
      organizationId: setting.municipalityId,
      role: 'dataProtectionOfficer',
      givenName: 'Tiina',
      surname: 'Laine',
    });
    const acting = new Acting(server);
    const referral = await acting.referral(setting, 'acknowledged');
    caseNumber = (await acting.read(setting.sanna, referral.id)).body.caseNumber;
    await server.call(clientRoutes.read, { params: { clientId: setting.clientId as never } }, setting.sanna);
    setClock(server, '2026-11-25T09:00:00+02:00');
    await server.call(clientRoutes.read, { params: { clientId: setting.clientId as never } }, setting.marja);
    await server.call(
      clientRoutes.read,
      { params: { clientId: crypto.randomUUID() as never } },
      setting.marja,
    );
  });
  afterAll(() => server.stop());

  const search = (body: NonNullable<InputOf<typeof logRoutes.search>['body']>, caller = officer) =>
    server.call(logRoutes.search, { body }, caller);
  const actionsOf = async (body: NonNullable<InputOf<typeof logRoutes.search>['body']>) =>
    (await search(body)).body.items.map(({ action }) => action);
  const looks = (caller: SignedIn) =>
    server.call(logRoutes.looks, { params: { clientId: setting.clientId as never } }, caller);

  describe('for the data protection officer', () => {
    it('finds the rows of a case’s client by its number, with who, when and in which role', async () => {
      const { body } = await search({ caseNumber: caseNumber.toLowerCase() });

      expect(body.items[0]).toMatchObject({
        action: 'readClient',
        role: 'coordinator',
        person: { name: 'Marja Lehtonen' },
        clientId: setting.clientId,
        result: 'done',
      });
      expect(body.items.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['readClient', 'send', 'draftReferral']),
      );
    });

    it('finds the rows of a person, of an action, of a time, and what was refused', async () => {
      expect(
        new Set(
          (await search({ personId: setting.sanna.personId as never })).body.items.map(
            ({ person }) => person?.name,
          ),
        ),
      ).toEqual(new Set(['Sanna Koskinen']));
      expect(new Set(await actionsOf({ action: 'send' }))).toEqual(new Set(['send']));
      expect(
        await actionsOf({
          from: '2026-11-25' as never,
          personId: setting.marja.personId as never,
          result: 'done',
        }),
      ).toEqual(['readClient']);
      expect(await actionsOf({ to: '2026-11-23' as never })).toEqual([]);
      expect(await actionsOf({ result: 'refused', personId: setting.marja.personId as never })).toEqual([
        'GET /clients/:clientId',
      ]);
    });

    it('comes in pages without a gap, the newest first', async () => {
      const all = (await search({ to: '2026-11-24' as never, limit: 100 })).body.items;
      const paged: typeof all = [];
      let after: string | null = null;
      do {
        const { body } = await search({ to: '2026-11-24' as never, limit: 2, after });
        paged.push(...body.items);
        after = body.next;
      } while (after);

      expect(paged).toEqual(all);
      expect(all.length).toBeGreaterThan(2);
    });

    it('holds nothing of another organization: neither what the association did, nor its cases', async () => {
      const { body } = await search({ limit: 100 });
      const elsewhere = await signedIn(server.owner, {
        organizationId: await anOrganization(server.owner),
        role: 'dataProtectionOfficer',
      });

      expect(body.items.some(({ role }) => role?.startsWith('provider'))).toBe(false);
      expect((await search({}, elsewhere)).body.items).toEqual([]);
      expect((await search({ caseNumber }, elsewhere)).body).toMatchObject({
        code: 'invalidInput',
        fields: [{ path: 'body.caseNumber', code: 'notInList' }],
      });
    });

    it('says no word of the client or the case', async () => {
      const { body } = await search({ limit: 100 });

      expect(JSON.stringify(body)).not.toMatch(/Anna|Virtanen|0401234567|Haluaisin/);
    });

    it('keeps the search itself', async () => {
      await search({ caseNumber });

      expect((await search({ action: 'searchLog' })).body.items[0]).toMatchObject({
        person: { name: 'Tiina Laine' },
        clientId: setting.clientId,
      });
    });

    it('is for nobody else, not even who leads the service', async () => {
      const manager = await signedIn(server.owner, {
        organizationId: setting.municipalityId,
        role: 'serviceManager',
      });

      expect([(await search({}, manager)).status, (await search({}, setting.sanna)).status]).toEqual([
        403, 403,
      ]);
    });

    it('refuses a page that it did not give', async () => {
      expect((await search({ after: 'x' })).body).toMatchObject({
        code: 'invalidInput',
        fields: [{ path: 'body.after' }],
      });
    });
  });

  describe('for the client', () => {
    it('tells which organizations looked, in which role, when and why, and no employee', async () => {
      const { body } = await looks(setting.sanna);

      expect(
        body.items.map(
          ({ day, organization, role, purpose }) => `${day} ${organization.fi} ${role} ${purpose}`,
        ),
      ).toEqual(
        expect.arrayContaining([
          '2026-11-25 Kouvolan kaupunki coordinator care',
          '2026-11-24 Kouvolan kaupunki coach care',
          '2026-11-24 Salmenpään Rinnallakulkijat ry providerWorker service',
        ]),
      );
      expect(JSON.stringify(body)).not.toMatch(/Koskinen|Lehtonen|Ahola|Laine/);
    });

    it('is opened with who may read the client, and is a look of its own', async () => {
      const stranger = await signedIn(server.owner, {
        organizationId: await anOrganization(server.owner, { kind: 'municipality' }),
        role: 'coach',
      });

      expect([
        (await looks(stranger)).status,
        (await looks(setting.pekka)).status,
        (await looks(officer)).status,
      ]).toEqual([404, 404, 404]);
      expect((await looks(setting.marja)).body.items.map(({ purpose }) => purpose)).toContain('request');
    });

    it('is nothing to whom the database keeps the client from, whatever the code says', async () => {
      const { rows } = await server.owner.query(`select * from app.who_looked($1, '2020-01-01')`, [
        setting.clientId,
      ]);

      expect(rows).toEqual([]);
    });
  });
});
