import type { Pool } from 'pg';

/** Every table of the database as text: for looking a word up wherever it may be. */
export interface WholeDatabase {
  /** Names of the tables with a row that holds the word, and one of the ids where some are given. */
  tablesWith(word: string, ...ids: string[]): string[];
}

export const wholeDatabase = async (owner: Pool): Promise<WholeDatabase> => {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const texts = new Map<string, string[]>();
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select lower(t::text) as row from ${name} t`);
    texts.set(
      name.replace('public.', ''),
      rows.map(({ row }) => row),
    );
  }
  return {
    tablesWith: (word, ...ids) =>
      [...texts]
        .filter(([, rows]) =>
          rows.some(
            (row) =>
              row.includes(word.toLowerCase()) && (ids.length === 0 || ids.some((id) => row.includes(id))),
          ),
        )
        .map(([name]) => name)
        .sort(),
  };
};
