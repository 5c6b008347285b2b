import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../testing/test-cluster.js';

/** Public registers, versioned texts and the read model of published services: no secret of a tenant, no person's data. */
const publicTables = ['disclosure_text', 'employment_area', 'migration', 'municipality', 'ptv_code', 'published_service'];

describe('row-level security', () => {
  let database: TestDatabase;
  let app: pg.Client;
  let owner: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = new pg.Client({ connectionString: database.appUrl });
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await Promise.all([app.connect(), owner.connect()]);
  });
  afterAll(async () => {
    await Promise.all([app.end(), owner.end()]);
    await database.drop();
  });

  it('is enabled and forced on every table but the public registers', async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
         and not (relrowsecurity and relforcerowsecurity) order by relname`,
    );

    expect(rows.map((row) => row.relname)).toEqual(publicTables);
  });

  it('binds an app role that owns nothing, is no superuser and bypasses nothing', async () => {
    const { rows } = await app.query(
      `select r.rolsuper, r.rolbypassrls, r.rolcreatedb, r.rolcreaterole,
              (select count(*)::int from pg_class where relowner = r.oid) as owned
         from pg_roles r where rolname = current_user`,
    );

    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owned: 0 }]);
  });

  it('leaves the app role no right to truncate, to reference, or to change history', async () => {
    const { rows } = await owner.query<{ right: string }>(
      `select table_name || ' ' || privilege_type as right from information_schema.role_table_grants
        where grantee = 'rinnalla_app'
          and (privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')
               or (table_name in ('audit_event', 'referral_step', 'conversation_entry', 'event') and privilege_type in ('UPDATE', 'DELETE')))`,
    );

    expect(rows).toEqual([]);
  });

  it('has a policy for every command that the app role is granted', async () => {
    const { rows } = await owner.query<{ missing: string }>(
      `select g.table_name || ' ' || g.privilege_type as missing
         from (select table_name, privilege_type from information_schema.role_table_grants where grantee = 'rinnalla_app'
               union select table_name, privilege_type from information_schema.column_privileges where grantee = 'rinnalla_app') g
        where g.table_name <> all ($1)
          and not exists (select from pg_policies p where p.tablename = g.table_name and 'rinnalla_app' = any (p.roles)
                            and p.cmd in ('ALL', g.privilege_type))`,
      [publicTables],
    );

    expect(rows).toEqual([]);
  });

  it.each(['client', 'client_identity', 'client_contact', 'referral', 'referral_content', 'referral_step', 'referral_question', 'conversation', 'conversation_entry', 'read_mark', 'consent_record', 'informing_record', 'legal_basis_record', 'person', 'membership', 'session', 'audit_event', 'idempotency_key'])(
    'shows no row of %s to the app role without context',
    async (table) => {
      const { rows } = await app.query(`select * from ${table}`);

      expect(rows).toEqual([]);
    },
  );

  it('keeps credentials and events out of the app role’s reach altogether', async () => {
    await expect(app.query('select * from credential')).rejects.toThrow(/permission denied/);
    await expect(app.query('select * from event')).rejects.toThrow(/permission denied/);
  });
});
