import { grantableRoles } from '@rinnalla/shared/organization/member-permissions';
import { type OrganizationKind, organizationKinds, roles } from '@rinnalla/shared/organization/role';
import pg from 'pg';
import { hashOfToken } from '../../../platform/auth/session-token.js';
import { anOrganization, type SignedIn, signedIn } from '../../../testing/people.js';
import { createTestDatabase, type TestDatabase } from '../../../testing/test-cluster.js';

describe('memberships in the database', () => {
  let database: TestDatabase;
  let owner: pg.Pool;
  let app: pg.Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Pool({ connectionString: database.ownerUrl });
    app = new pg.Pool({ connectionString: database.appUrl });
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  /** One statement as this person, taken back afterwards. */
  const as = async <Row extends pg.QueryResultRow>(who: SignedIn, text: string, values: unknown[] = []) => {
    const client = await app.connect();
    try {
      await client.query('begin');
      await client.query('select app.enter($1, $2)', [
        hashOfToken(who.cookie.replace('session=', '')),
        '2026-11-24T06:00Z',
      ]);
      return await client.query<Row>(text, values);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const member = (organizationId: string, role: SignedIn extends never ? never : (typeof roles)[number]) =>
    signedIn(owner, { organizationId, role });

  it('give in SQL the roles that the shared rule gives, for every role in every kind of organization', async () => {
    const differing: string[] = [];
    for (const kind of organizationKinds) {
      const organizationId = await anOrganization(owner, { kind: kind as OrganizationKind });
      for (const role of roles) {
        const { rows } = await as<{ given: string[] }>(
          await member(organizationId, role),
          'select app.grantable_roles() as given',
        );
        const expected = [...grantableRoles({ role, organizationKind: kind })];
        if (rows[0]?.given.toSorted().join() !== expected.toSorted().join())
          differing.push(`${role} in ${kind}: ${String(rows[0]?.given)}`);
      }
    }

    expect(differing).toEqual([]);
  });

  it('are written by who leads alone: no worker, no one for themselves, no role above, no other organization', async () => {
    const associationId = await anOrganization(owner);
    const [kaisa, pekka, outi] = await Promise.all([
      member(associationId, 'providerManager'),
      member(associationId, 'providerWorker'),
      member(associationId, 'providerWorker'),
    ]);
    const stranger = await member(await anOrganization(owner), 'providerManager');
    const raise = (by: SignedIn, of: SignedIn, role = 'providerManager') =>
      as(by, 'update membership set role = $2 where id = $1 returning id', [of.membershipId, role]);

    expect((await raise(kaisa, pekka)).rowCount).toBe(1);
    expect((await raise(outi, pekka)).rowCount).toBe(0);
    expect((await raise(pekka, pekka)).rowCount).toBe(0);
    expect((await raise(stranger, pekka)).rowCount).toBe(0);
    await expect(raise(kaisa, pekka, 'coach')).rejects.toThrow(/row-level security/);
    await expect(
      as(
        outi,
        `insert into membership (person_id, organization_id, role, valid_from) values ($1, $2, 'providerWorker', '2026-11-24')`,
        [stranger.personId, associationId],
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      as(kaisa, 'update membership set person_id = $2 where id = $1', [pekka.membershipId, outi.personId]),
    ).rejects.toThrow(/permission denied/);
  });

  it('keep the way in of people elsewhere to themselves', async () => {
    const kaisa = await member(await anOrganization(owner), 'providerManager');

    await expect(as(kaisa, 'select app.has_way_in($1)', [kaisa.personId])).rejects.toThrow(
      /permission denied/,
    );
    expect((await as(kaisa, 'select * from app.led_invitations(now())')).rowCount).toBe(0);
  });
});
