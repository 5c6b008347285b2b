import { Client } from 'pg';
import type { Credentials } from './make-cluster.js';

export const ownerRole = 'rinnalla_owner';
export const appRole = 'rinnalla_app';

/**
 * Two roles that log in: the owner migrates and is no superuser; the app owns nothing, so that row-level security
 * binds it. Extensions go to the database itself. Running it twice changes nothing.
 */
export async function prepareDatabase(
  superuserUrl: (database: string) => string,
  database: string,
  { owner, app }: Credentials,
): Promise<void> {
  await asSuperuser(superuserUrl('postgres'), async (client) => {
    for (const [role, password] of [
      [ownerRole, owner],
      [appRole, app],
    ] as const) {
      if (!(await has(client, 'select 1 from pg_roles where rolname = $1', role)))
        await client.query(
          `create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password '${password}'`,
        );
    }
    if (!(await has(client, 'select 1 from pg_database where datname = $1', database)))
      await client.query(`create database ${database} owner ${ownerRole}`);
  });
  await asSuperuser(superuserUrl(database), async (client) => {
    await client.query(
      `revoke all on database ${database} from public; grant connect on database ${database} to ${appRole}`,
    );
    for (const extension of ['pg_trgm', 'unaccent', 'btree_gist', 'pgcrypto'])
      await client.query(`create extension if not exists ${extension}`);
  });
}

async function has(client: Client, sql: string, name: string): Promise<boolean> {
  return (await client.query(sql, [name])).rowCount === 1;
}

async function asSuperuser(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
