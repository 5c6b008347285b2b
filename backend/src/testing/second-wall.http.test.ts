import pg from 'pg';
import { aClient } from './clients.js';
import { liveACase, publicTables } from './lived-case.js';
import { everybody, type Principal, principals } from './principals.js';
import type { SignedIn } from './people.js';
import { type Reach, readSecondWall, writeReach } from './second-wall-table.js';
import { anOffering, aService } from './services.js';
import { startTestServer, type TestServer } from './test-server.js';

interface Table {
  columns: { name: string; type: string; mayBeUpdated: boolean; isMadeByTheDatabase: boolean }[];
  /** As JSON: all that the case left. */
  rows: string[];
}

/** What PostgreSQL says when a policy or a missing right refuses. */
const refusedByWall = '42501';

/** What a column of another's row might hold. */
const foreignValues: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  bool: 'true',
  timestamptz: `'infinity'`,
  date: `'infinity'`,
};

/**
 * The second wall by itself: what raw SQL as the app role reaches of each table's rows, in everybody's own context.
 * `docs/row-level-security.md` says what it is to be.
 */
describe('the second wall', () => {
  const expected = readSecondWall();
  let server: TestServer;
  let app: pg.Client;
  let people: Record<Principal, SignedIn | undefined>;
  let tables: Map<string, Table>;

  beforeAll(async () => {
    server = await startTestServer();
    const setting = await liveACase(server);
    await aClient(server.owner, {
      organizationId: setting.municipalityId,
      handlerId: setting.sanna.personId,
      nonDisclosure: true,
    });
    const draft = await aService(server.owner, { organizationId: setting.associationId, status: 'draft' });
    await anOffering(server.owner, { organizationId: setting.associationId, serviceId: draft });
    people = await everybody(server, setting);
    app = new pg.Client({ connectionString: server.database.appUrl });
    await app.connect();
    tables = await readTables(server.owner);
  });
  afterAll(async () => {
    await app.end();
    await server.stop();
  });

  /** In a transaction that leaves nothing. */
  const as = async (principal: Principal, work: () => Promise<void>): Promise<void> => {
    await app.query('begin');
    try {
      const token = people[principal]?.cookie.replace('session=', '');
      if (token)
        await app.query(`select app.enter(encode(sha256(convert_to($1, 'utf8')), 'hex'), $2)`, [
          token,
          server.clock.now(),
        ]);
      await work();
    } finally {
      await app.query('rollback');
    }
  };
  /** How many rows it reached, or the code of the refusal. */
  const attempt = async (sql: string, values: unknown[] = []): Promise<number | string> => {
    await app.query('savepoint attempt');
    try {
      return (await app.query(sql, values)).rowCount ?? 0;
    } catch (error) {
      return (error as { code?: string }).code ?? 'unknown';
    } finally {
      await app.query('rollback to attempt');
    }
  };
  const share = (reached: number | string, all: number): string => {
    if (reached === refusedByWall) return '×';
    if (reached === 0) return '·';
    return typeof reached === 'string' || reached >= all ? '#' : '~';
  };

  /** Reads, writes anew, changes, turns into another's (in how many of its columns), deletes. */
  const reachOf = async (name: string, { columns, rows }: Table): Promise<string> => {
    const all = rows.length;
    const given = columns.filter((column) => !column.isMadeByTheDatabase).map((column) => column.name);
    let inserted = 0;
    // Where no row is, one of nulls still meets the policy before it meets a constraint.
    for (const row of all > 0 ? rows : ['{}']) {
      const outcome = await attempt(
        `insert into ${name} (${given.join(', ')}) overriding system value select ${given.join(', ')} from jsonb_populate_record(null::${name}, $1::jsonb)`,
        [row],
      );
      if (outcome !== refusedByWall && outcome !== 0) inserted += 1;
    }
    const updatable = columns.filter(({ mayBeUpdated }) => mayBeUpdated);
    const changeable = updatable.find(({ type }) => !foreignValues[type]) ?? updatable[0];
    // Without a look at the rows, so that only the policy for updates decides.
    const changed = changeable
      ? await attempt(
          `update ${name} set ${changeable.name} = (jsonb_populate_record(null::${name}, $1::jsonb)).${changeable.name}`,
          [JSON.stringify(oneValueOf(changeable.name, rows))],
        )
      : 0;
    let turned = 0;
    for (const column of updatable) {
      const value = foreignValues[column.type];
      if (value && /[~#]/.test(share(await attempt(`update ${name} set ${column.name} = ${value}`), all)))
        turned += 1;
    }
    return [
      share(await attempt(`select from ${name}`), all),
      share(inserted, Math.max(all, 1)),
      share(changed, all),
      turned || '·',
      share(await attempt(`delete from ${name}`), all),
    ].join('');
  };

  it('stands around every table but the public registers', () => {
    const there = [...tables.keys()].filter((name) => !publicTables.includes(name));

    expect(there).toEqual([...expected.keys()]);
  });

  it.each([...expected])('lets nobody reach of %s but what is theirs', async (name, line) => {
    const table = tables.get(name);
    if (!table) throw new Error(`${name}: there is no such table.`);
    const reach = {} as Reach;
    for (const principal of principals)
      await as(principal, async () => void (reach[principal] = await reachOf(name, table)));

    expect(writeReach(name, reach)).toBe(writeReach(name, line));
  });
});

/** The same whatever order the rows are in. */
const oneValueOf = (column: string, rows: readonly string[]): Record<string, unknown> => {
  const values = rows.map((row) => (JSON.parse(row) as Record<string, unknown>)[column]);
  const [value] = values
    .filter((one) => one !== null)
    .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  return { [column]: value };
};

const readTables = async (owner: pg.Pool): Promise<Map<string, Table>> => {
  const { rows } = await owner.query<{ table: string } & Table['columns'][number]>(
    `select c.table_name as table, column_name as name, udt_name as type, is_generated = 'ALWAYS' as "isMadeByTheDatabase",
            has_column_privilege('rinnalla_app', c.table_name::regclass, column_name, 'UPDATE') as "mayBeUpdated"
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, ordinal_position`,
  );
  const tables = new Map<string, Table>();
  for (const { table, ...column } of rows)
    tables.set(table, { rows: [], columns: [...(tables.get(table)?.columns ?? []), column] });
  for (const [name, table] of tables) {
    const left = await owner.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${name} t order by 1`,
    );
    table.rows = left.rows.map(({ row }) => row);
  }
  return tables;
};
