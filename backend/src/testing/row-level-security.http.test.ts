import pg from 'pg';
import { calledFunctions } from './called-functions.js';
import { guardedTables, liveACase, openTables, publicTables } from './lived-case.js';
import { startTestServer, type TestServer } from './test-server.js';

describe('row-level security', () => {
  let server: TestServer;
  let app: pg.Client;
  let owner: pg.Pool;

  beforeAll(async () => {
    server = await startTestServer();
    ({ owner } = server);
    app = new pg.Client({ connectionString: server.database.appUrl });
    await app.connect();
    await liveACase(server);
  });
  afterAll(async () => {
    await app.end();
    await server.stop();
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

    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owned: 0 },
    ]);
  });

  it('lets nobody but its owner and the app role call a function of ours', async () => {
    const { rows } = await owner.query<{ called: string; byAll: boolean }>(
      `select p.oid::regprocedure::text as called, has_function_privilege('public', p.oid, 'EXECUTE') as "byAll" from pg_proc p
        where p.pronamespace in ('app'::regnamespace, 'public'::regnamespace)
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    );

    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(({ byAll }) => byAll)).toEqual([]);
  });

  it('is not only for today: a function that is made tomorrow is nobody else’s either', async () => {
    const { rows } = await owner.query(
      `select from pg_default_acl where defaclobjtype = 'f' and defaclnamespace = 0 and defaclrole = 'rinnalla_owner'::regrole`,
    );

    expect(rows).toHaveLength(1);
  });

  it('lets the app role call no function that nothing of the product calls', async () => {
    const called = await calledFunctions(owner);
    const { rows } = await owner.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'app'::regnamespace and prorettype <> 'trigger'::regtype
          and has_function_privilege('rinnalla_app', oid, 'EXECUTE') order by 1`,
    );

    expect(rows.map(({ name }) => name).filter((name) => !called.has(name))).toEqual([]);
  });

  it.each([
    ['client', ['id', 'organization_id', 'handler_id', 'created_by', 'created_at', 'origin', 'erased_at']],
    ['client_identity', ['client_id', 'organization_id']],
    ['client_contact', ['client_id', 'organization_id']],
    ['referral', ['id', 'case_number', 'client_id', 'sender_organization_id', 'handler_id', 'recorded_at']],
    [
      'referral_content',
      ['referral_id', 'sender_organization_id', 'provider_organization_id', 'open_to_provider'],
    ],
  ])('lets the app role change %s, but neither whose it is nor that it ended', async (table, kept) => {
    const { rows } = await owner.query<{ name: string }>(
      `select column_name as name from information_schema.column_privileges
        where grantee = 'rinnalla_app' and privilege_type = 'UPDATE' and table_name = $1`,
      [table],
    );

    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ name }) => name).filter((name) => kept.includes(name))).toEqual([]);
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

  it('is tried on every table that the app role may read at all', async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all ($1)
         and (has_table_privilege('rinnalla_app', oid, 'SELECT') or has_any_column_privilege('rinnalla_app', oid, 'SELECT')) order by relname`,
      [[...publicTables, ...openTables, ...guardedTables]],
    );

    expect(rows.map(({ relname }) => relname)).toEqual([]);
  });

  it.each(guardedTables)(
    'shows no row of %s to the app role without context, though there are some',
    async (...[table]) => {
      const [seen, there] = await Promise.all([
        app.query(`select from ${table}`),
        owner.query(`select from ${table}`),
      ]);

      expect(there.rows.length).toBeGreaterThan(0);
      expect(seen.rows).toEqual([]);
    },
  );

  it('keeps credentials, events, jobs and the words that are searched out of the app role’s reach altogether', async () => {
    await expect(app.query('select * from message_words')).rejects.toThrow(/permission denied/);
    await expect(app.query('select * from credential')).rejects.toThrow(/permission denied/);
    await expect(app.query('select * from event')).rejects.toThrow(/permission denied/);
    await expect(app.query('select * from job')).rejects.toThrow(/permission denied/);
    await expect(app.query('select * from begun_mail')).rejects.toThrow(/permission denied/);
    await expect(app.query('select * from account_token')).rejects.toThrow(/permission denied/);
    await expect(app.query('select * from attempt')).rejects.toThrow(/permission denied/);
  });
});
