import type { InputOf } from '@rinnalla/shared/contract/define-route';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { rightAfter } from '../../testing/right-after.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { OrganizationQuery } from './organization.query.js';

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

  it('tells it also where the first has set the Business ID that the second gives otherwise', async () => {
    const of = await organizationId();
    await change(aChange({ businessId: '2617416-4' }), await member(of, 'providerManager'));

    const late = await change(aChange({ businessId: '0201256-6' }), await member(of, 'providerManager'));

    expect([late.status, late.body.code]).toEqual([409, 'changedMeanwhile']);
  });

  it('tells it to a manager who was overtaken between reading and saving', async () => {
    const of = await organizationId();
    const [first, second] = [
      await member(of, 'providerManager'),
      await member(of, 'providerManager', 'Outi', 'Berg'),
    ];
    rightAfter(server, 'own-organization', () => change(aChange({ phone: '05 123 4567' }), first));

    const late = await change(aChange({ phone: '05 765 4321' }), second);
    const { body } = await server.call(organizationRoutes.read, {}, second);

    expect([late.status, late.body.code, late.body.details?.['actorName'], body.phone]).toEqual([
      409,
      'changedMeanwhile',
      'Kaisa Vuori',
      '05 123 4567',
    ]);
  });

  it('is nobody’s own who has not chosen for whom they act', async () => {
    const { sessionId, cookie } = await member(await organizationId(), 'providerWorker');
    await server.owner.query('update session set membership_id = null where id = $1', [sessionId]);
    const tokenHash = hashOfToken(cookie.replace('session=', ''));

    const own = server
      .get(Database)
      .inTransaction({ tokenHash }, () => server.get(OrganizationQuery).getOwn());

    await expect(own).rejects.toMatchObject({ code: 'notFound' });
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

  it('lists nobody after what is no place in the list', async () => {
    const reader = await member(await organizationId(), 'providerWorker');

    const answer = await server.call(organizationRoutes.people, { query: { after: 'Ahola' } }, reader);

    expect([answer.status, answer.body.fields]).toEqual([400, [{ path: 'query.after', code: 'invalid' }]]);
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
