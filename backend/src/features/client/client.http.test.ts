import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import type { InputOf } from '@rinnalla/shared/contract/define-route';
import { aClient, aMunicipality, aSubstitution } from '../../testing/clients.js';
import { inTheMiddle } from '../../testing/in-the-middle.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

type NewClient = InputOf<typeof clientRoutes.create>['body'];
const goal = 'Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.';
const aNewClient = (given: Partial<NewClient> = {}): NewClient => ({
  firstName: 'Anna',
  surname: 'Virtanen',
  goal,
  homeMunicipality: '286',
  contact: { way: 'phone', phone: '040 123 4567' },
  ...given,
});

describe('clients', () => {
  let server: TestServer;
  let kouvola: string;
  let sanna: SignedIn;
  beforeAll(async () => {
    server = await startTestServer();
    await aMunicipality(server.owner);
    kouvola = await anOrganization(server.owner, { kind: 'municipality', name: 'Kouvola' });
    sanna = await signedIn(server.owner, {
      organizationId: kouvola,
      role: 'coach',
      givenName: 'Sanna',
      surname: 'Koskinen',
    });
  });
  afterAll(() => server.stop());

  const colleague = (role: 'coach' | 'coordinator' | 'serviceManager' | 'dataProtectionOfficer' = 'coach') =>
    signedIn(server.owner, { organizationId: kouvola, role });
  const create = (body: NewClient, caller = sanna) => server.call(clientRoutes.create, { body }, caller);
  const read = (clientId: string, caller: SignedIn) =>
    server.call(clientRoutes.read, { params: { clientId } }, caller);

  describe('taking one into care', () => {
    it('makes the coach the handler and keeps what was told', async () => {
      const answer = await create(
        aNewClient({ birthYear: 1992, needs: ['home_visits'], planType: 'employment' }),
      );

      expect(answer.status).toBe(201);
      expect(answer.body).toMatchObject({
        firstName: 'Anna',
        surname: 'Virtanen',
        ageBand: '30–39',
        goal,
        needs: ['home_visits'],
        planType: 'employment',
        homeMunicipality: '286',
        hasIdentityCode: false,
        contact: { way: 'phone', phone: '040 123 4567', email: null, wishes: null },
        handler: { id: sanna.personId, name: 'Sanna Koskinen' },
        version: 1,
      });
    });

    it('takes the birth year from the identity code, which never leaves again', async () => {
      const answer = await create(aNewClient({ identityCode: '010190-999w', birthYear: 1950 }));

      expect(answer.status).toBe(201);
      expect(answer.body).toMatchObject({ hasIdentityCode: true, birthYear: 1990 });
      // Ids are hexadecimal: they may have any three figures, but no W.
      expect(JSON.stringify(answer.body)).not.toMatch(/010190|999W/i);
    });

    it.each([
      ['010190-9990', 'a wrong check mark'],
      ['310290-999F', 'an impossible date'],
      ['tunnus', 'no code at all'],
    ])('refuses %s, %s, at its field and without repeating it', async (identityCode) => {
      const answer = await create(aNewClient({ identityCode }));

      expect([answer.status, answer.body.fields]).toEqual([
        400,
        [{ path: 'body.identityCode', code: 'invalid' }],
      ]);
      expect(JSON.stringify(answer.body)).not.toContain(identityCode);
    });

    it('refuses a second client with the same identity code in the organization, and says no more than that', async () => {
      await create(aNewClient({ identityCode: '020290-9968' }));

      const again = await create(
        aNewClient({ firstName: 'Toinen', identityCode: '020290-9968' }),
        await colleague(),
      );
      const elsewhere = await create(
        aNewClient({ identityCode: '020290-9968' }),
        await signedIn(server.owner, {
          organizationId: await anOrganization(server.owner, { kind: 'municipality' }),
          role: 'coach',
        }),
      );

      expect([again.status, again.body.code, again.body.details]).toEqual([409, 'alreadyExists', undefined]);
      expect(elsewhere.status).toBe(201);
    });

    it('does not keep the home municipality of a non-disclosure client', async () => {
      const answer = await create(
        aNewClient({ nonDisclosure: true, nonDisclosureUntil: '2028-01-31', homeMunicipality: '286' }),
      );
      const { rows } = await server.owner.query('select home_municipality_code from client where id = $1', [
        answer.body.id,
      ]);

      expect(answer.body).toMatchObject({
        nonDisclosure: true,
        nonDisclosureUntil: '2028-01-31',
        homeMunicipality: null,
      });
      expect(rows).toEqual([{ home_municipality_code: null }]);
    });

    it.each<[string, Partial<NewClient>, string, string]>([
      ['a municipality that is none', { homeMunicipality: '999' }, 'homeMunicipality', 'notInList'],
      ['no municipality', { homeMunicipality: null }, 'homeMunicipality', 'required'],
      [
        'an order that has ended',
        { nonDisclosure: true, nonDisclosureUntil: '2026-11-23' },
        'nonDisclosureUntil',
        'inThePast',
      ],
      ['a phone call without a number', { contact: { way: 'phone' } }, 'contact.phone', 'required'],
      ['e-mail without an address', { contact: { way: 'email' } }, 'contact.email', 'required'],
      ['a goal that says too little', { goal: 'Töihin.' }, 'goal', 'tooShort'],
      ['an unknown field', { handlerId: 'x' } as never, 'handlerId', 'unknownField'],
    ])('refuses %s', async (_what, given, path, code) => {
      const answer = await create(aNewClient(given));

      expect(answer.status).toBe(400);
      expect(answer.body.fields).toEqual([expect.objectContaining({ path: `body.${path}`, code })]);
    });

    it('is for those who refer', async () => {
      const worker = await signedIn(server.owner, {
        organizationId: await anOrganization(server.owner),
        role: 'providerWorker',
      });

      const answers = await Promise.all([
        create(aNewClient(), worker),
        create(aNewClient(), await colleague('serviceManager')),
      ]);

      expect(answers.map(({ status, body }) => [status, body.reason])).toEqual([
        [403, 'notACoach'],
        [403, 'notACoach'],
      ]);
    });
  });

  describe('reading one', () => {
    it('leaves a row in the log: who, for which organization, whom', async () => {
      const clientId = await aClient(server.owner, { organizationId: kouvola, handlerId: sanna.personId });

      await read(clientId, sanna);
      const { rows } = await server.owner.query(
        `select person_id, organization_id, role, action, object_type from audit_event where client_id = $1`,
        [clientId],
      );

      expect(rows).toEqual([
        {
          person_id: sanna.personId,
          organization_id: kouvola,
          role: 'coach',
          action: 'readClient',
          object_type: 'client',
        },
      ]);
    });

    it('with a non-disclosure order is for the handler and the substitute of the day; a colleague finds nobody', async () => {
      const outi = await colleague();
      const yesterday = await colleague();
      const clientId = await aClient(server.owner, {
        organizationId: kouvola,
        handlerId: sanna.personId,
        nonDisclosure: true,
      });
      const standIn = { organizationId: kouvola, membershipId: sanna.membershipId };
      await aSubstitution(server.owner, {
        ...standIn,
        substituteMembershipId: outi.membershipId,
        validFrom: '2026-11-24',
        validTo: '2026-11-24',
      });
      await aSubstitution(server.owner, {
        ...standIn,
        substituteMembershipId: yesterday.membershipId,
        validTo: '2026-11-23',
      });

      const answers = await Promise.all(
        [sanna, outi, yesterday, await colleague(), await colleague('coordinator')].map((caller) =>
          read(clientId, caller),
        ),
      );

      expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404, 404]);
    });

    it('is nothing for outsiders: another municipality, an association, and roles without clients', async () => {
      const clientId = await aClient(server.owner, { organizationId: kouvola, handlerId: sanna.personId });
      const outsiders = [
        await signedIn(server.owner, {
          organizationId: await anOrganization(server.owner, { kind: 'municipality' }),
          role: 'coordinator',
        }),
        await signedIn(server.owner, {
          organizationId: await anOrganization(server.owner),
          role: 'providerManager',
        }),
        await colleague('serviceManager'),
        await colleague('dataProtectionOfficer'),
      ];

      const answers = await Promise.all(outsiders.map((caller) => read(clientId, caller)));

      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    });
  });

  describe('changing one', () => {
    const change = (clientId: string, version: number, given: Partial<NewClient>, caller: SignedIn) =>
      server.call(
        clientRoutes.change,
        { params: { clientId }, body: { ...aNewClient(given), version } },
        caller,
      );

    it('saves the whole client from the version that was read, and keeps an identity code that was not told again', async () => {
      const clientId = await aClient(server.owner, {
        organizationId: kouvola,
        handlerId: sanna.personId,
        identityCode: '030390-997R',
      });

      const kept = await change(clientId, 1, { firstName: 'Anni' }, sanna);
      const removed = await change(clientId, 2, { identityCode: null }, sanna);

      expect([kept.status, kept.body.version, kept.body.firstName, kept.body.hasIdentityCode]).toEqual([
        200,
        2,
        'Anni',
        true,
      ]);
      expect(removed.body.hasIdentityCode).toBe(false);
    });

    it('tells the second of two who was first and when, before what is wrong with theirs, and saves nothing of it', async () => {
      const clientId = await aClient(server.owner, { organizationId: kouvola, handlerId: sanna.personId });
      const timo = await colleague('coordinator');
      await change(clientId, 1, { firstName: 'Ensimmäinen' }, sanna);

      const late = await change(clientId, 1, { firstName: 'Toinen', homeMunicipality: '999' }, timo);
      const stands = await read(clientId, timo);

      expect([late.status, late.body.code]).toEqual([409, 'changedMeanwhile']);
      expect(late.body.details).toEqual({
        actorName: 'Sanna Koskinen',
        at: expect.stringMatching(/^2026-11-24T06:/),
        version: 2,
      });
      expect(stands.body.firstName).toBe('Ensimmäinen');
    });

    it('tells so too who meets the other in the same moment', async () => {
      const clientId = await aClient(server.owner, { organizationId: kouvola, handlerId: sanna.personId });
      const other = await inTheMiddle(server.owner, 'update client set version = version + 1 where id = $1', [
        clientId,
      ]);

      const mine = change(clientId, 1, { firstName: 'Toinen' }, sanna);
      await other.isAwaited();
      await other.commit();

      expect([(await mine).status, (await mine).body.details?.['version']]).toEqual([409, 2]);
    });

    it('lets only who stands beside mark a non-disclosure order, which empties the municipality', async () => {
      const clientId = await aClient(server.owner, {
        organizationId: kouvola,
        handlerId: sanna.personId,
        homeMunicipality: '286',
      });

      const byColleague = await change(clientId, 1, { nonDisclosure: true }, await colleague('coordinator'));
      const byHandler = await change(clientId, 1, { nonDisclosure: true }, sanna);
      const { rows } = await server.owner.query(`select name from event where payload->>'clientId' = $1`, [
        clientId,
      ]);

      expect([byColleague.status, byColleague.body.reason]).toEqual([
        403,
        'onlyTheHandlerMarksNonDisclosure',
      ]);
      expect([byHandler.status, byHandler.body.homeMunicipality]).toEqual([200, null]);
      expect(rows).toEqual([{ name: 'nonDisclosureBegun' }]);
    });

    it('is nothing for an outsider', async () => {
      const clientId = await aClient(server.owner, { organizationId: kouvola, handlerId: sanna.personId });
      const outsider = await signedIn(server.owner, {
        organizationId: await anOrganization(server.owner),
        role: 'providerManager',
      });

      const answer = await change(clientId, 1, {}, outsider);

      expect(answer.status).toBe(404);
    });
  });
});
