import { Client } from 'pg';
import type { Mutant } from './mutant.js';

interface PolicyRow {
  tablename: string;
  policyname: string;
  cmd: 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
  qual: string | null;
  with_check: string | null;
  /** Columns that the app role may change. */
  updatable: string[];
}

/**
 * A mutant for every condition of the database's policies for the app role, and for every table one that lifts the wall:
 * as they stand in the catalogue after all migrations.
 */
export const findRowPolicies = async (databaseUrl: string): Promise<Mutant[]> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const policies = await client.query<PolicyRow>(
      `select tablename, policyname, cmd, qual, with_check,
              array(select column_name::text from information_schema.column_privileges
                     where grantee = 'rinnalla_app' and privilege_type = 'UPDATE' and table_name = tablename) as updatable
         from pg_policies where schemaname = 'public' and 'rinnalla_app' = any (roles) order by 1, 2`,
    );
    const tables = await client.query<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity order by 1`,
    );
    return [...policies.rows.flatMap(ofPolicy), ...tables.rows.flatMap(ofTable)];
  } finally {
    await client.end();
  }
};

const ofPolicy = ({ tablename, policyname, cmd, qual, with_check, updatable }: PolicyRow): Mutant[] => {
  const lift = (part: 'using' | 'with check', condition: string): Mutant => {
    const alter = `alter policy ${policyname} on ${tablename} ${part}`;
    return {
      id: `rls ${tablename}.${policyname} ${part}`,
      kind: 'rls',
      removed: `for ${cmd.toLowerCase()} ${part} ${condition.replace(/\s+/g, ' ').slice(0, 160)}`,
      sql: { table: tablename, apply: `${alter} (true)`, undo: `${alter} (${condition})` },
    };
  };
  // Whether a changed row may stand is the same question as whether it might be changed, when no column that the
  // question looks at can be changed at all.
  const isSaidTwice =
    cmd === 'UPDATE' &&
    partsOf(with_check).every((part) => partsOf(qual).includes(part)) &&
    !updatable.some((column) => new RegExp(`\\b${column}\\b`).test(with_check ?? ''));
  // Where nothing is asked, nothing can be taken away.
  return [
    ...(qual && qual !== 'true' ? [lift('using', qual)] : []),
    ...(with_check && with_check !== 'true' && !isSaidTwice ? [lift('with check', with_check)] : []),
  ];
};

/** What a condition asks, one `and` at a time. */
const partsOf = (condition: string | null): string[] => {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  const text = (condition ?? '').replace(/\s+/g, ' ');
  // PostgreSQL writes `((a) AND (b))`, and one question alone as `(a)`.
  const inner = /^\(\(.*\) AND \(.*\)\)$/.test(text) ? text.slice(1, -1) : text;
  for (let at = 0; at < inner.length; at += 1) {
    if (inner[at] === '(') depth += 1;
    if (inner[at] === ')') depth -= 1;
    if (depth === 0 && inner.startsWith(' AND ', at)) {
      parts.push(inner.slice(from, at).trim());
      from = at + 5;
    }
  }
  return [...parts, inner.slice(from).trim()];
};

const ofTable = ({ relname }: { relname: string }): Mutant[] =>
  [['disable', 'enable'] as const, ['no force', 'force'] as const].map(([without, withIt]) => ({
    id: `rls ${relname} ${without}`,
    kind: 'rls',
    removed: `alter table ${relname} ${withIt} row level security`,
    sql: {
      table: relname,
      apply: `alter table ${relname} ${without} row level security`,
      undo: `alter table ${relname} ${withIt} row level security`,
    },
  }));
