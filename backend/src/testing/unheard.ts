import type { Pool } from 'pg';

/** A change that the database tells nobody of, as when the bell is lost: no trigger fires. Only a superuser can. */
export const unheard = async (superuser: Pool, sql: string, values: unknown[]): Promise<void> => {
  const client = await superuser.connect();
  await client.query('set session_replication_role = replica');
  await client.query(sql, values);
  client.release(true);
};
