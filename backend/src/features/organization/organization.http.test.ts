import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import type { InputOf } from '@rinnalla/shared/contract/define-route';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { aClient, aSubstitution } from '../../testing/clients.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

type Changed = InputOf<typeof organizationRoutes.change>['body'];
const aChange = (given: Partial<Changed> = {}): Changed => ({ version: 1, languages: ['fi'], ...given });

describe('an organization', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const organizationId = (kind: 'municipality' | 'association' = 'association') =>
    anOrganization(server.owner, { kind });
  const member = (of: string, role: Role, givenName = 'Kaisa', surname = 'Vuori') =>
    signedIn(server.owner, { organizationId: of, role, givenName, surname });
  const change = (body: Changed, caller: SignedIn) =>
    server.call(organizationRoutes.change, { body }, caller);

  it('is read by all its members; only its managers are told that they may change it', async () => {
    const of = await organizationId();

    const answers = await Promise.all(
      (['providerManager', 'providerWorker'] as const).map(async (role) =>
        server.call(organizationRoutes.read, {}, await member(of, role)),
      ),
    );

    expect(answers.map(({ body }) => [body.id, body.mayChange])).toEqual([
      [of, true],
      [of, false],
    ]);
  });

  it('takes contact and description from its manager, and a checked Business ID once', async () => {
    const manager = await member(await organizationId(), 'providerManager');

    const first = await change(
      aChange({
        businessId: '0201256-6',
        description: { fi: 'Kuljemme rinnalla.' },
        email: 'tule@rinnalla.example',
        website: 'https://rinnalla.example',
      }),
      manager,
    );
    const second = await change(aChange({ version: 2, businessId: '2617416-4' }), manager);

    expect(first.body).toMatchObject({
      version: 2,
      businessId: '0201256-6',
      description: { fi: 'Kuljemme rinnalla.' },
      email: 'tule@rinnalla.example',
    });
    expect([second.status, second.body.reason]).toEqual([403, 'businessIdOnRecord']);
  });

  it.each([
    ['0201256-7', 'a wrong check digit'],
    ['201256-6', 'a digit too few'],
  ])('refuses the Business ID %s, %s', async (businessId) => {
    const answer = await change(
      aChange({ businessId }),
      await member(await organizationId(), 'providerManager'),
    );

    expect([answer.status, answer.body.fields]).toEqual([
      400,
      [{ path: 'body.businessId', code: 'notABusinessId' }],
    ]);
  });

  it('has no other’s Business ID, and does not tell whose it is; the database checks the digit too', async () => {
    await server.owner.query(`update organization set business_id = '0124610-9' where id = $1`, [
      await organizationId(),
    ]);

    const answer = await change(
      aChange({ businessId: '0124610-9' }),
      await member(await organizationId(), 'providerManager'),
    );
    const wrong = server.owner.query(
      `insert into organization (kind, name, business_id) values ('association', '{}', '0124610-8')`,
    );

    expect([answer.status, answer.body.code, answer.body.details]).toEqual([409, 'alreadyExists', undefined]);
    await expect(wrong).rejects.toThrow('organization_business_id_digit_check');
  });

  it('is not changed by its other people', async () => {
    const of = await organizationId('municipality');

    const answers = await Promise.all(
      (['coach', 'coordinator', 'dataProtectionOfficer', 'serviceManager'] as const).map(async (role) =>
        change(aChange(), await member(of, role)),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 200]);
  });

  it('tells the second of two managers who was first', async () => {
    const of = await organizationId();
    await change(aChange({ phone: '05 123 4567' }), await member(of, 'providerManager'));

    const late = await change(
      aChange({ phone: '05 765 4321' }),
      await member(of, 'providerManager', 'Outi', 'Berg'),
    );

    expect([late.status, late.body.code, late.body.details?.['actorName']]).toEqual([
      409,
      'changedMeanwhile',
      'Kaisa Vuori',
    ]);
  });

  it('refuses an address that is no web address', async () => {
    const answer = await change(
      aChange({ website: 'javascript:alert(1)' }),
      await member(await organizationId(), 'providerManager'),
    );

    expect([answer.status, answer.body.fields?.[0]?.path]).toEqual([400, 'body.website']);
  });

  it('lists its own people by surname, page by page, without those who have left or anyone’s address', async () => {
    const of = await organizationId();
    const reader = await member(of, 'providerWorker', 'Pekka', 'Ahola');
    await member(of, 'providerManager', 'Kaisa', 'Vuori');
    await member(await organizationId(), 'providerWorker', 'Muu', 'Muualta');
    await signedIn(server.owner, {
      organizationId: of,
      role: 'providerWorker',
      surname: 'Poistunut',
      validTo: '2026-11-23',
    });

    const first = await server.call(organizationRoutes.people, { query: { limit: 1 } }, reader);
    const second = await server.call(
      organizationRoutes.people,
      { query: { limit: 1, after: first.body.next ?? '' } },
      reader,
    );

    expect([first.body.items[0]?.name, second.body.items[0]?.name, second.body.next]).toEqual([
      'Pekka Ahola',
      'Kaisa Vuori',
      null,
    ]);
    expect(JSON.stringify([first.body, second.body])).not.toContain('@');
  });

  it('is one of those a person belongs or has belonged to', async () => {
    const person = await member(await organizationId(), 'providerWorker');
    const former = await organizationId();
    await server.owner.query(
      `insert into membership (person_id, organization_id, role, valid_from, valid_to) values ($1, $2, 'providerWorker', '2019-01-01', '2026-11-23')`,
      [person.personId, former],
    );

    const { body } = await server.call(organizationRoutes.memberships, {}, person);

    expect(body.items.map((item) => [item.organization.id, item.validTo, item.inForce])).toEqual([
      [person.organizationId, null, true],
      [former, '2026-11-23', false],
    ]);
  });
});

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
