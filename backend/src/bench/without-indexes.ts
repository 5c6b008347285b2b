import type pg from 'pg';

const indexesOf = `
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
   where i.indrelid = any ($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;

/** Runs `pour` while the tables have only the indexes of their keys; builds the others afterwards, which costs a third. */
export const withoutIndexes = async (
  superuser: pg.ClientBase,
  tables: readonly string[],
  pour: () => Promise<void>,
): Promise<void> => {
  const { rows } = await superuser.query<{ name: string; definition: string }>(indexesOf, [tables]);
  if (rows.length > 0) await superuser.query(`drop index ${rows.map(({ name }) => name).join(', ')}`);
  await pour();
  for (const { definition } of rows) await superuser.query(definition);
};
