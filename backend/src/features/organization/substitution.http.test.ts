import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import type { InputOf } from '@rinnalla/shared/contract/define-route';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { aClient, aSubstitution } from '../../testing/clients.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('a substitute', () => {
  let server: TestServer;
  let kouvola: string;
  let sanna: SignedIn;
  beforeAll(async () => {
    server = await startTestServer();
    kouvola = await anOrganization(server.owner, { kind: 'municipality' });
    sanna = await colleague('coach');
  });
  afterAll(() => server.stop());

  const colleague = (role: Role, of = kouvola) =>
    signedIn(server.owner, { organizationId: of, role, givenName: 'Timo', surname: 'Rautio' });
  const appoint = (body: InputOf<typeof organizationRoutes.appointSubstitute>['body'], caller: SignedIn) =>
    server.call(organizationRoutes.appointSubstitute, { body }, caller);
  const end = (substitutionId: string, caller: SignedIn) =>
    server.call(organizationRoutes.endSubstitution, { params: { substitutionId } }, caller);
  const today = '2026-11-24';

  it('of one’s own is appointed by oneself, sees one’s non-disclosure clients at once, and no longer when it ends', async () => {
    const timo = await colleague('coach');
    const clientId = await aClient(server.owner, {
      organizationId: kouvola,
      handlerId: sanna.personId,
      nonDisclosure: true,
    });
    const read = async () => (await server.call(clientRoutes.read, { params: { clientId } }, timo)).status;

    const before = await read();
    const appointed = await appoint({ substituteMembershipId: timo.membershipId, validFrom: today }, sanna);
    const during = await read();
    await end(appointed.body.id, sanna);
    const after = await read();

    expect(appointed.body).toMatchObject({
      membershipId: sanna.membershipId,
      substituteName: 'Timo Rautio',
      validFrom: today,
      validTo: null,
    });
    expect([before, during, after]).toEqual([404, 200, 404]);
  });

  it('is shown beside who is away, and each appointment and end leaves a log row', async () => {
    const away = await colleague('coach');
    const timo = await colleague('coach');
    const { body } = await appoint(
      { substituteMembershipId: timo.membershipId, validFrom: today, validTo: '2026-12-31' },
      away,
    );

    const people = await server.call(organizationRoutes.people, { query: { limit: 100 } }, timo);
    await end(body.id, away);
    const { rows } = await server.owner.query<{ action: string }>(
      'select action from audit_event where object_id = $1 order by id',
      [away.membershipId],
    );

    expect(
      people.body.items.find(({ membershipId }) => membershipId === away.membershipId)?.substitutes,
    ).toEqual([body]);
    expect(rows.map(({ action }) => action)).toEqual(['appointSubstitute', 'endSubstitution']);
  });

  it('for a colleague is appointed by those who lead, but a coach appoints nobody else’s, and no one on the sender’s side themselves', async () => {
    const [away, timo, coach, coordinator, manager] = await Promise.all(
      (['coach', 'coach', 'coach', 'coordinator', 'serviceManager'] as const).map((role) => colleague(role)),
    );
    if (!away || !timo || !coach || !coordinator || !manager) throw new Error('no colleagues');
    const forAway = (substituteMembershipId: string, validFrom: string) => ({
      membershipId: away.membershipId,
      substituteMembershipId,
      validFrom,
    });

    const answers = [
      await appoint(forAway(timo.membershipId, '2026-11-24'), coach),
      await appoint(forAway(timo.membershipId, '2026-11-24'), coordinator),
      await appoint(forAway(coordinator.membershipId, '2026-11-24'), coordinator),
      await appoint(forAway(coordinator.membershipId, '2026-11-24'), manager),
    ];

    expect(answers.map(({ status, body }) => [status, body.reason])).toEqual([
      [403, 'notToAppoint'],
      [201, undefined],
      [403, 'notToAppoint'],
      [201, undefined],
    ]);
  });

  it('is never the one who is away', async () => {
    const answer = await appoint({ substituteMembershipId: sanna.membershipId, validFrom: today }, sanna);

    expect([answer.status, answer.body.fields]).toEqual([
      400,
      [{ path: 'body.substituteMembershipId', code: 'duplicate' }],
    ]);
  });

  it('may be the association’s manager themself: nothing more opens to them', async () => {
    const association = await anOrganization(server.owner);
    const [manager, worker] = await Promise.all([
      colleague('providerManager', association),
      colleague('providerWorker', association),
    ]);
    if (!manager || !worker) throw new Error('no people');

    const answer = await appoint(
      { membershipId: worker.membershipId, substituteMembershipId: manager.membershipId, validFrom: today },
      manager,
    );

    expect(answer.status).toBe(201);
  });

  it('is a case worker of the same organization on the first day', async () => {
    const wrong = await Promise.all([
      colleague('dataProtectionOfficer'),
      colleague('coach', await anOrganization(server.owner, { kind: 'municipality' })),
      signedIn(server.owner, { organizationId: kouvola, role: 'coach', validTo: '2026-11-23' }),
    ]);

    const answers = await Promise.all(
      wrong.map(({ membershipId }) =>
        appoint({ substituteMembershipId: membershipId, validFrom: today }, sanna),
      ),
    );

    expect(answers.map(({ body }) => body.fields)).toEqual(
      answers.map(() => [{ path: 'body.substituteMembershipId', code: 'notInList' }]),
    );
  });

  it.each([
    [{ validFrom: '2026-11-23' }, 'validFrom', 'inThePast'],
    [{ validFrom: '2026-11-25', validTo: '2026-11-24' }, 'validTo', 'endBeforeStart'],
    [{ validFrom: '2026-02-30' }, 'validFrom', 'notADate'],
  ])('with the days %j is refused', async (days, field, code) => {
    const timo = await colleague('coach');

    const answer = await appoint({ substituteMembershipId: timo.membershipId, ...days }, sanna);

    expect([answer.status, answer.body.fields]).toEqual([400, [{ path: `body.${field}`, code }]]);
  });

  it('is not appointed twice for the same days', async () => {
    const timo = await colleague('coach');
    await appoint(
      { substituteMembershipId: timo.membershipId, validFrom: today, validTo: '2026-12-31' },
      sanna,
    );

    const again = await appoint(
      { substituteMembershipId: timo.membershipId, validFrom: '2026-12-31' },
      sanna,
    );
    const later = await appoint(
      { substituteMembershipId: timo.membershipId, validFrom: '2027-01-01' },
      sanna,
    );

    expect([again.status, later.status]).toEqual([409, 201]);
  });

  it('of another organization does not exist, and one that has ended does not end again', async () => {
    const timo = await colleague('coach');
    const standIn = {
      organizationId: kouvola,
      membershipId: sanna.membershipId,
      substituteMembershipId: timo.membershipId,
    };
    const running = await aSubstitution(server.owner, standIn);
    const over = await aSubstitution(server.owner, { ...standIn, validTo: '2026-11-23' });
    const outsider = await colleague(
      'coordinator',
      await anOrganization(server.owner, { kind: 'municipality' }),
    );

    const answers = [
      await end(running, outsider),
      await end(over, sanna),
      await end(running, timo),
      await end(running, sanna),
    ];
    const { rows } = await server.owner.query('select valid_to::text from substitution where id = $1', [
      running,
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 409, 403, 200]);
    expect(rows).toEqual([{ valid_to: '2026-11-23' }]);
  });
});
