import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from './test-cluster.js';

describe('a test database', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('orders names as Finns do and compares whole words in Unicode', async () => {
    const { rows } = await query(
      database.appUrl,
      `select name from (values ('Örö'), ('Åbo'), ('Zeta'), ('Äänekoski')) as place (name) order by name`,
    );

    expect(rows.map((row) => row.name)).toEqual(['Zeta', 'Åbo', 'Äänekoski', 'Örö']);
  });

  it('is met as a role that row-level security binds and that owns nothing', async () => {
    const { rows } = await query(
      database.appUrl,
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
              (select count(*)::int from pg_class where relowner = r.oid) as owned
         from pg_roles r where rolname = current_user`,
    );

    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owned: 0 },
    ]);
  });

  it('lets the app role make no table', async () => {
    await expect(query(database.appUrl, 'create table intruder ()')).rejects.toThrow(
      'permission denied for schema public',
    );
  });

  it('knows the extensions that migrations build on', async () => {
    const { rows } = await query(
      database.appUrl,
      `select unaccent('Åbo') as plain, similarity('kunto', 'kuntoutus') > 0.3 as alike`,
    );

    expect(rows).toEqual([{ plain: 'Abo', alike: true }]);
  });
});

async function query(url: string, sql: string): Promise<{ rows: Record<string, unknown>[] }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}
