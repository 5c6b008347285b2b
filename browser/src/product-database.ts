import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

interface Addresses {
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
}

export interface ProductDatabase {
  settings: { DATABASE_URL: string; DATABASE_OWNER_URL: string };
  drop: () => Promise<void>;
}

const migrated = 'rinnalla_template';
const demonstrationWith = (past: string): string => `rinnalla_demo_${past}_template`;

/**
 * A database with registers and demonstration data. `fill` makes the first, later ones are copies of it: two worker
 * processes that want the first at once wait for each other.
 */
export async function createDemoDatabase(
  past: string,
  fill: (settings: ProductDatabase['settings']) => Promise<void>,
): Promise<ProductDatabase> {
  const cluster = JSON.parse(process.env.RINNALLA_TEST_CLUSTER ?? '{}') as Addresses;
  const settingsOf = (name: string) => ({
    DATABASE_URL: withName(cluster.appUrl, name),
    DATABASE_OWNER_URL: withName(cluster.ownerUrl, name),
  });
  const demonstration = demonstrationWith(past);
  const name = `browser_${randomBytes(8).toString('hex')}`;
  await asSuperuser(cluster.superuserUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('${demonstration}'))`);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [demonstration]);
    if (!rowCount) {
      const begun = `${demonstration}_begun`;
      await client.query(`drop database if exists ${begun} with (force)`);
      await client.query(
        `create database ${begun} template ${migrated} strategy file_copy owner rinnalla_owner`,
      );
      await fill(settingsOf(begun));
      await client.query(`alter database ${begun} rename to ${demonstration}`);
    }
    await client.query(
      `create database ${name} template ${demonstration} strategy file_copy owner rinnalla_owner`,
    );
  });
  return {
    settings: settingsOf(name),
    drop: () => asSuperuser(cluster.superuserUrl, (client) => drop(client, name)),
  };
}

async function drop(client: Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${name} with (force)`);
}

function withName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
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
