import { createHash, randomUUID } from 'node:crypto';
import { type ClientFacts, mayListClient, mayReadClient } from '@rinnalla/shared/client/client-permissions';
import { type Role, roles } from '@rinnalla/shared/organization/role';
import { Client, Pool } from 'pg';
import { aClient, aMunicipality, aSubstitution } from '../../testing/clients.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { aSharedCase } from '../../testing/shared-case.js';
import { createTestDatabase, type TestDatabase } from '../../testing/test-cluster.js';

const now = '2026-11-24T08:00:00+02:00';

/** The rule is written twice, as `mayReadClient` and as the database's policy: here both judge the same rows. */
describe('who sees a client', () => {
  let database: TestDatabase;
  let owner: Pool;
  let app: Client;
  const clients = new Map<string, ClientFacts>();
  const readers: (SignedIn & { role: Role; substituteFor: string[] })[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Pool({ connectionString: database.ownerUrl, max: 2 });
    app = new Client({ connectionString: database.appUrl });
    await app.connect();
    const organizations = [
      await anOrganization(owner, { kind: 'municipality' }),
      await anOrganization(owner, { kind: 'municipality' }),
      await anOrganization(owner),
    ];
    for (const organizationId of organizations) {
      for (const role of [...roles, 'coach'] as const) {
        readers.push({ ...(await signedIn(owner, { organizationId, role })), role, substituteFor: [] });
      }
      const coaches = readers.filter(
        (reader) => reader.organizationId === organizationId && reader.role === 'coach',
      );
      const [away, substitute] = coaches;
      if (!away || !substitute) throw new Error('no coaches');
      await aSubstitution(owner, {
        organizationId,
        membershipId: away.membershipId,
        substituteMembershipId: substitute.membershipId,
        validTo: '2026-11-24',
      });
      substitute.substituteFor.push(away.personId);
      for (const handler of coaches) {
        for (const nonDisclosure of [false, true]) {
          const id = await aClient(owner, { organizationId, handlerId: handler.personId, nonDisclosure });
          clients.set(id, { organizationId, handlerId: handler.personId, nonDisclosure });
        }
      }
    }
  });
  afterAll(async () => {
    await app.end();
    await owner.end();
    await database.drop();
  });

  const asReader = async <Row>(reader: SignedIn, at: string, sql: string): Promise<Row[]> => {
    const token = createHash('sha256').update(reader.cookie.replace('session=', '')).digest('hex');
    await app.query('begin');
    try {
      await app.query('select app.enter($1, $2)', [token, at]);
      return (await app.query(sql)).rows as Row[];
    } finally {
      await app.query('rollback');
    }
  };
  const idsFor = async (reader: SignedIn, table = 'client', at = now): Promise<string[]> =>
    (
      await asReader<{ id: string }>(
        reader,
        at,
        `select ${table === 'client' ? 'id' : 'client_id as id'} from ${table}`,
      )
    )
      .map(({ id }) => id)
      .sort();
  const byRule = (reader: (typeof readers)[number], may: typeof mayReadClient): string[] =>
    [...clients]
      .filter(([, client]) => may(reader, client))
      .map(([id]) => id)
      .sort();

  it('is the same by the rule and by the database, for every role in every organization', async () => {
    for (const reader of readers) {
      expect({ role: reader.role, ids: await idsFor(reader) }).toEqual({
        role: reader.role,
        ids: byRule(reader, mayReadClient),
      });
    }
    expect(
      readers.filter((reader) => byRule(reader, mayReadClient).length > 0).map(({ role }) => role),
    ).toContain('coach');
  });

  it.each(['client_identity', 'client_contact'])(
    'is the same for %s while nothing was referred',
    async (table) => {
      for (const reader of readers)
        expect(await idsFor(reader, table)).toEqual(byRule(reader, mayReadClient));
    },
  );

  it('is the same in a list as conditions', async () => {
    const conditions: Partial<Record<Role, string>> = {
      coach:
        'organization_id = app.client_organization() and handler_id = any ((select app.my_people())::uuid[])',
      coordinator: 'organization_id = app.client_organization()',
    };
    for (const reader of readers) {
      const condition = conditions[reader.role];
      if (!condition) continue;
      const rows = await asReader<{ id: string }>(reader, now, `select id from client where ${condition}`);
      expect(rows.map(({ id }) => id).sort()).toEqual(byRule(reader, mayListClient));
    }
  });

  it('ends with the substitution at midnight in Finland, by the product’s clock', async () => {
    const substitute = readers.find((reader) => reader.substituteFor.length > 0);
    if (!substitute) throw new Error('no substitute');
    const nonDisclosed = (ids: string[]) => ids.filter((id) => clients.get(id)?.nonDisclosure);

    const lastMinute = await idsFor(substitute, 'client', '2026-11-24T23:59:00+02:00');
    const nextDay = await idsFor(substitute, 'client', '2026-11-25T00:01:00+02:00');

    expect([nonDisclosed(lastMinute).length, nonDisclosed(nextDay).length]).toEqual([2, 1]);
  });

  it('cannot be widened by naming somebody of another organization in a substitution', async () => {
    const [first] = readers.filter(({ role }) => role === 'coach');
    const foreign = readers.find(
      (reader) => reader.role === 'coach' && reader.organizationId !== first?.organizationId,
    );
    if (!first || !foreign) throw new Error('no coaches');

    const attempt = asReader(
      first,
      now,
      `insert into substitution (organization_id, membership_id, substitute_membership_id, valid_from)
       values ('${first.organizationId}', '${foreign.membershipId}', '${first.membershipId}', '2026-01-01')`,
    );

    await expect(attempt).rejects.toThrow(/row-level security/);
  });

  it('cannot be an association’s: none of its people may write a client', async () => {
    const worker = readers.find(({ role }) => role === 'providerManager');
    if (!worker) throw new Error('no worker');

    const attempt = asReader(
      worker,
      now,
      `insert into client (id, organization_id, handler_id, first_name, goal, created_by, created_at, updated_at)
       values ('${randomUUID()}', '${worker.organizationId}', '${worker.personId}', 'Anna', 'x', '${worker.personId}', now(), now())`,
    );

    await expect(attempt).rejects.toThrow(/row-level security/);
  });

  it('narrows for referrals already sent when a non-disclosure order begins', async () => {
    const shared = await aSharedCase(owner, { status: 'acknowledged' });
    await owner.query(`update referral_content set municipality_code = $2 where referral_id = $1`, [
      shared.referralId,
      await aMunicipality(owner),
    ]);

    await owner.query(
      'update client set non_disclosure = true where id = (select client_id from referral where id = $1)',
      [shared.referralId],
    );
    const { rows } = await owner.query(
      `select r.non_disclosure as referral, c.non_disclosure as content, v.non_disclosure as conversation, c.municipality_code as municipality
         from referral r join referral_content c on c.referral_id = r.id join conversation v on v.referral_id = r.id and v.audience_organization_id is null
        where r.id = $1`,
      [shared.referralId],
    );

    expect(rows).toEqual([{ referral: true, content: true, conversation: true, municipality: null }]);
  });
});
