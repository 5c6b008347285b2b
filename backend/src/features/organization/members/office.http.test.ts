import type { InputOf } from '@rinnalla/shared/contract/define-route';
import { registerRoutes } from '@rinnalla/shared/client/register-routes';
import { officeRoutes } from '@rinnalla/shared/organization/office-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { aClient, aMunicipality } from '../../../testing/clients.js';
import { loggedActions } from '../../../testing/logged-actions.js';
import { anOrganization, type SignedIn, signedIn } from '../../../testing/people.js';
import {
  referenceInstant,
  setClock,
  startTestServer,
  type TestServer,
} from '../../../testing/test-server.js';

type Given = InputOf<typeof officeRoutes.give>['body'];

describe('virkasuhde', () => {
  let server: TestServer;
  let kouvola: string;
  let riikka: SignedIn;
  let sanna: SignedIn;
  beforeAll(async () => {
    server = await startTestServer();
    await aMunicipality(server.owner, { code: '286', name: 'Kouvola', region: 'Kymenlaakso' });
  });
  beforeEach(async () => {
    setClock(server, referenceInstant);
    kouvola = await anOrganization(server.owner, { kind: 'municipality' });
    riikka = await member('serviceManager');
    sanna = await member('coach');
  });
  afterAll(() => server.stop());

  const member = (role: Role, of = kouvola) =>
    signedIn(server.owner, { organizationId: of, role, givenName: 'Riikka', surname: 'Sund' });
  const give = (to: SignedIn, given: Partial<Given> = {}, by = riikka) =>
    server.call(
      officeRoutes.give,
      {
        params: { membershipId: to.membershipId },
        body: {
          authority: 'Kouvolan työllisyyspalvelut',
          task: 'Työllistymissuunnitelman laatiminen',
          validFrom: '2026-11-24',
          ...given,
        },
      },
      by,
    );
  const clientId = () =>
    aClient(server.owner, { organizationId: kouvola, handlerId: sanna.personId, homeMunicipality: '286' });
  const read = (of: string, by = sanna) => server.call(registerRoutes.read, { params: { clientId: of } }, by);
  const save = (of: string, body: InputOf<typeof registerRoutes.save>['body'], by = sanna) =>
    server.call(registerRoutes.save, { params: { clientId: of }, body }, by);

  it('is given with authority, task and days, by who leads the municipality, and is in force at once', async () => {
    const { status, body } = await give(sanna, { validTo: '2026-12-31' });
    const session = await server.call(sessionRoutes.read, {}, sanna);

    expect(status).toBe(201);
    expect(body.member.offices).toEqual([
      {
        id: expect.any(String),
        version: 1,
        authority: 'Kouvolan työllisyyspalvelut',
        task: 'Työllistymissuunnitelman laatiminen',
        validFrom: '2026-11-24',
        validTo: '2026-12-31',
        grantedByName: 'Riikka Sund',
      },
    ]);
    expect(session.body.acting?.officeHolder).toBe(true);
  });

  it('is changed from the version that was read, and ends at once', async () => {
    const office = (await give(sanna)).body.member.offices[0];
    const params = { membershipId: sanna.membershipId, officeId: office?.id ?? '' };
    const body = { version: 1, authority: 'Kouvola', task: 'Suunnitelma', validFrom: '2026-11-24' };

    const answers = [
      await server.call(officeRoutes.change, { params, body }, riikka),
      await server.call(officeRoutes.change, { params, body }, riikka),
      await server.call(officeRoutes.end, { params }, riikka),
      await server.call(officeRoutes.end, { params }, riikka),
    ];
    const session = await server.call(sessionRoutes.read, {}, sanna);

    expect(answers.map(({ status }) => status)).toEqual([200, 409, 200, 404]);
    expect(session.body.acting?.officeHolder).toBe(false);
  });

  it('is not given to oneself, not by others, not twice for the same days, not for days gone by, and never in an association', async () => {
    const associationId = await anOrganization(server.owner);
    const kaisa = await member('providerManager', associationId);
    const pekka = await member('providerWorker', associationId);
    await give(sanna);

    const answers = [
      await give(riikka),
      await give(sanna, {}, await member('coordinator')),
      await give(sanna),
      await give(pekka, {}, kaisa),
      await give(sanna, { validFrom: '2027-01-01', validTo: '2026-12-31' }),
      await give(sanna, { validFrom: '2026-11-01', validTo: '2026-11-23' }),
    ];
    const forced = server.owner.query(
      `insert into public_office (membership_id, task, valid_from) values ($1, 'Suunnitelma', '2026-11-24')`,
      [pekka.membershipId],
    );

    expect(
      answers.map(({ status, body }) => [status, body.reason ?? body.fields?.[0]?.code ?? body.code]),
    ).toEqual([
      [403, 'ownMembership'],
      [403, 'notAManager'],
      [409, 'alreadyExists'],
      [403, 'onlyInAMunicipality'],
      [400, 'endBeforeStart'],
      [400, 'inThePast'],
    ]);
    // Not even by whoever owns the database.
    await expect(forced).rejects.toThrow('public_office_municipality_fk');
  });

  it('opens the register’s data of a client, to read and to write, under its own task', async () => {
    const anna = await clientId();
    const before = [await read(anna), await save(anna, { version: 0, reference: 'URA-1' })];
    await give(sanna);

    const saved = await save(anna, { version: 0, reference: 'URA-1', employmentStatus: 'unemployed' });
    const late = await save(anna, { version: 0, reference: 'URA-2' });
    const after = await read(anna);

    expect(before.map(({ status, body }) => [status, body.reason])).toEqual([
      [403, 'noOffice'],
      [403, 'noOffice'],
    ]);
    expect([saved.status, late.status]).toEqual([200, 409]);
    expect((await loggedActions(server.owner, anna)).slice(-2)).toEqual(['changeRegister', 'readRegister']);
    expect(after.body).toMatchObject({
      version: 1,
      reference: 'URA-1',
      employmentStatus: 'unemployed',
      task: 'Työllistymissuunnitelman laatiminen',
    });
  });

  it('ends by itself with its last day: the register closes without anybody’s doing', async () => {
    const anna = await clientId();
    await give(sanna, { validTo: '2026-11-24' });
    await save(anna, { version: 0, reference: 'URA-1' });
    const during = await read(anna);

    setClock(server, '2026-11-24T22:00:01Z');
    const after = await read(anna);

    expect([during.status, after.status, JSON.stringify(after.body).includes('URA')]).toEqual([
      200,
      403,
      false,
    ]);
  });

  it('of one municipality opens nothing in another, nor of a client that only a colleague may know', async () => {
    const raasepori = await anOrganization(server.owner, { kind: 'municipality' });
    const mikael = await member('coach', raasepori);
    await give(mikael, {}, await member('serviceManager', raasepori));
    const timo = await member('coach');
    await give(timo);
    const hidden = await aClient(server.owner, {
      organizationId: kouvola,
      handlerId: sanna.personId,
      nonDisclosure: true,
    });

    const answers = [await read(await clientId(), mikael), await read(hidden, timo)];

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });
});
