import type pg from 'pg';
import { hashOfToken } from '../platform/auth/session-token.js';
import type { SentStatement } from './sent-statements.js';

/** Settings that tell the database who acts, by name. */
export type ActingContext = Record<string, string>;

/** What `app.enter` sets for this session. */
export const contextOf = async (superuser: pg.Pool, token: string): Promise<ActingContext> => {
  const client = await superuser.connect();
  try {
    await client.query('begin');
    await client.query('select app.enter($1, now())', [hashOfToken(token)]);
    const { rows } = await client.query<{ name: string; value: string | null }>(
      `select distinct found[1] as name, current_setting(found[1], true) as value
         from pg_proc, regexp_matches(prosrc, 'current_setting\\(''(app\\.\\w+)''', 'g') found where pronamespace = 'app'::regnamespace order by 1`,
    );
    return Object.fromEntries(rows.map(({ name, value }) => [name, value ?? '']));
  } finally {
    await client.query('rollback');
    client.release();
  }
};

/**
 * The same statement for a connection that nobody has entered: who acts comes with it as values. The settings are made
 * once, before its first row is read, because a condition without columns gates the whole plan.
 */
export const withContext = ({ name, text, values }: SentStatement, context: ActingContext): SentStatement => {
  if (!text.includes('app.')) return { name, text, values };
  const settings = Object.entries(context);
  const calls = settings.map(
    ([setting], index) => `set_config('${setting}', $${values.length + index + 1}, true)`,
  );
  return {
    name: `${name}-with-context`,
    text: `select answer.* from (${text}) answer where (select ${calls.join(' || ')}) is not null`,
    values: [...values, ...settings.map(([, value]) => value)],
  };
};
