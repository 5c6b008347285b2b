import pg from 'pg';
import { guardedTables, liveACase, openTables } from './lived-case.js';
import { everybody, outsiders, principalNames, type Principal } from './principals.js';
import type { SignedIn } from './people.js';
import { startTestServer, type TestServer } from './test-server.js';

interface Column {
  name: string;
  isMadeByTheDatabase: boolean;
  mayBeUpdated: boolean;
}

/** What PostgreSQL says when a policy or a missing right refuses. */
const refusedByWall = '42501';

/** Everybody with no part in the case, nobody signed in among them, who could write SQL of their own as the app does. */
const strangers = outsiders.filter((principal) => principal !== 'noChoice' && principal !== 'dpo');

/** What an organization keeps of itself and its members: its people know each other, and who leads may change it. */
const ofTheHouse: ReadonlySet<string> = new Set([
  'organization',
  'membership',
  'person',
  'substitution',
  'public_office',
  'identity_provider',
]);

/** Erasure and keeping are decided by who leads: case numbers, acts and counts, and never a person (docs/retention.md). */
const decidedByLeaders: ReadonlySet<string> = new Set(['erasure_request', 'legal_hold', 'retention_run']);

/** The second wall alone: raw SQL as the app role, in a stranger's own context, against every row that a case leaves. */
describe('a stranger’s raw SQL', () => {
  let server: TestServer;
  let app: pg.Client;
  let people: Record<Principal, SignedIn | undefined>;
  let columnsOf: Map<string, Column[]>;
  /** As JSON, by table: all that the case left. */
  let rowsOf: Map<string, string[]>;
  /** By organization: its id, and those of its members. */
  let houses: Map<string, string[]>;

  beforeAll(async () => {
    server = await startTestServer();
    people = await everybody(server, await liveACase(server));
    app = new pg.Client({ connectionString: server.database.appUrl });
    await app.connect();
    columnsOf = await readColumns(server.owner);
    houses = await readHouses(server.owner);
    rowsOf = new Map();
    for (const table of [...guardedTables, ...openTables]) {
      const { rows } = await server.owner.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${table} t`,
      );
      rowsOf.set(
        table,
        rows.map(({ row }) => row),
      );
    }
  });
  afterAll(async () => {
    await app.end();
    await server.stop();
  });

  /** In a transaction that leaves nothing, as this principal. */
  const as = async <Result>(principal: Principal, work: () => Promise<Result>): Promise<Result> => {
    await app.query('begin');
    try {
      const token = people[principal]?.cookie.replace('session=', '');
      if (token)
        await app.query(`select app.enter(encode(sha256(convert_to($1, 'utf8')), 'hex'), $2)`, [
          token,
          server.clock.now(),
        ]);
      return await work();
    } finally {
      await app.query('rollback');
    }
  };

  /** The refusal's code, or how many rows it reached. */
  const attempt = async (sql: string, values: unknown[]): Promise<string | number> => {
    await app.query('savepoint attempt');
    try {
      return (await app.query(sql, values)).rowCount ?? 0;
    } catch (error) {
      return (error as { code?: string }).code ?? 'unknown';
    } finally {
      await app.query('rollback to attempt');
    }
  };
  /** Rows of others: not one's own, nor the house's that one's organization keeps of its members. */
  const foreignRows = (table: string, principal: Principal): string[] => {
    const own = people[principal];
    if (!own) return rowsOf.get(table) ?? [];
    const ids = [
      own.personId,
      own.membershipId,
      ...(ofTheHouse.has(table) ? (houses.get(own.organizationId) ?? []) : []),
    ];
    return (rowsOf.get(table) ?? []).filter((row) => !ids.some((id) => row.includes(id)));
  };

  describe.each(strangers.map((principal) => [principalNames[principal], principal] as const))(
    'of %s',
    (_name, principal) => {
      it('reads no row of the case', async () => {
        const read: string[] = [];
        const empty: string[] = [];
        await as(principal, async () => {
          for (const table of guardedTables) {
            const foreign = new Set(foreignRows(table, principal));
            if (foreign.size === 0 && !ofTheHouse.has(table)) empty.push(table);
            if (!(await mayDo(app, table, 'SELECT'))) continue;
            const { rows } = await app.query<{ row: string }>(
              `select to_jsonb(t)::text as row from ${table} t`,
            );
            const isTold = principal === 'serviceManager' && decidedByLeaders.has(table);
            if (rows.some(({ row }) => foreign.has(row)) !== isTold) read.push(table);
          }
        });

        expect({ read, empty }).toEqual({ read: [], empty: [] });
      });

      it('writes no row into another’s case, nor changes or deletes one', async () => {
        const reached: string[] = [];
        await as(principal, async () => {
          for (const table of [...guardedTables, ...openTables]) {
            const columns = columnsOf.get(table) ?? [];
            const given = columns
              .filter((column) => !column.isMadeByTheDatabase)
              .map(({ name }) => name)
              .join(', ');
            const updated = columns.find((column) => column.mayBeUpdated)?.name;
            for (const row of foreignRows(table, principal)) {
              const same = `to_jsonb(t) = $1::jsonb`;
              const inserted = await attempt(
                `insert into ${table} (${given}) overriding system value select ${given} from jsonb_populate_record(null::${table}, $1::jsonb)`,
                [row],
              );
              if (inserted !== refusedByWall) reached.push(`insert into ${table}: ${inserted}`);
              const changed = updated
                ? await attempt(`update ${table} t set ${updated} = ${updated} where ${same}`, [row])
                : refusedByWall;
              if (changed !== refusedByWall && changed !== 0) reached.push(`update ${table}: ${changed}`);
              const deleted = await attempt(`delete from ${table} t where ${same}`, [row]);
              if (deleted !== refusedByWall && deleted !== 0)
                reached.push(`delete from ${table}: ${deleted}`);
            }
          }
        });

        expect([...new Set(reached)]).toEqual([]);
      });
    },
  );
});

const mayDo = async (client: pg.Client, table: string, right: string): Promise<boolean> => {
  const { rows } = await client.query<{ may: boolean }>(
    'select has_table_privilege(current_user, $1, $2) as may',
    [table, right],
  );
  return rows[0]?.may ?? false;
};

const readColumns = async (owner: pg.Pool): Promise<Map<string, Column[]>> => {
  const { rows } = await owner.query<Column & { table: string }>(
    `select table_name as table, column_name as name, is_generated = 'ALWAYS' as "isMadeByTheDatabase",
            has_column_privilege('rinnalla_app', table_name::regclass, column_name, 'UPDATE') as "mayBeUpdated"
       from information_schema.columns where table_schema = 'public' order by ordinal_position`,
  );
  return rows.reduce(
    (all, row) => all.set(row.table, [...(all.get(row.table) ?? []), row]),
    new Map<string, Column[]>(),
  );
};

const readHouses = async (owner: pg.Pool): Promise<Map<string, string[]>> => {
  const { rows } = await owner.query<{ organization: string; ids: string[] }>(
    'select organization_id as organization, array[organization_id::text] || array_agg(person_id::text) || array_agg(id::text) as ids from membership group by 1',
  );
  return new Map(rows.map(({ organization, ids }) => [organization, ids]));
};
