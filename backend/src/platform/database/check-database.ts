import { Client } from 'pg';
import { StartRefusal } from '../start-refusal.js';

const oldestVersion = 15;

/** Refuses a database that does not answer, is too old or does not speak UTF-8. The sentence never holds a password. */
export async function checkDatabase(url: string): Promise<void> {
  const place = placeOf(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
    );
    refuseUnfit(rows[0]!, place);
  } catch (error) {
    throw error instanceof StartRefusal
      ? error
      : new StartRefusal(sentenceOf(error as NodeJS.ErrnoException, place));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function refuseUnfit({ version, encoding }: { version: number; encoding: string }, place: string): void {
  if (version < oldestVersion)
    throw new StartRefusal(
      `The database at ${place} is PostgreSQL ${version}: version ${oldestVersion} or newer is needed.`,
    );
  if (encoding !== 'UTF8')
    throw new StartRefusal(`The database at ${place} is encoded in ${encoding}: make one in UTF8.`);
}

function sentenceOf({ code }: NodeJS.ErrnoException, place: string): string {
  if (code === '28P01' || code === '28000')
    return `The database at ${place} refuses the user name or password in DATABASE_URL.`;
  if (code === '3D000') return `The server of ${place} has no such database: create it first.`;
  if (code === '53300')
    return `The database at ${place} has no free connection: raise max_connections or close other programs.`;
  if (code === '57P03') return `The database at ${place} is still starting: try again in a moment.`;
  return `The database at ${place} does not answer${code ? ` (${code})` : ''}: check DATABASE_URL and that the server runs.`;
}

function placeOf(url: string): string {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new StartRefusal(
      'DATABASE_URL is no address of a database: write it as postgresql://user:password@host:5432/database.',
    );
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}
