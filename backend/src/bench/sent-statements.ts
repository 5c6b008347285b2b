import { hashOfToken } from '../platform/auth/session-token.js';
import pg from 'pg';

/** One message to PostgreSQL, as a request of ours sent it. */
export interface SentStatement {
  /** Only statements of the code base have one; `begin` and `commit` with what they carry have none. */
  name?: string | undefined;
  text: string;
  values: unknown[];
}

/** What an unpatched client does with the arguments that TypeORM and our transactions give it. */
type Query = (this: pg.Client, ...given: unknown[]) => unknown;

/**
 * Everything that this process sends to PostgreSQL in the transactions of one session while `work` runs, in order.
 * Each is one round trip. Requests that others make at the same time are left out.
 */
export const statementsSentBy = async <Result>(token: string, work: () => Promise<Result>): Promise<{ result: Result; sent: SentStatement[] }> => {
  const opening = `app.enter('${hashOfToken(token)}'`;
  const sent: SentStatement[] = [];
  const inside = new Set<pg.Client>();
  const original = pg.Client.prototype.query as Query;
  function listening(this: pg.Client, ...given: unknown[]): unknown {
    const asked = askedOf(given);
    if (asked.text.startsWith('begin') && asked.text.includes(opening)) inside.add(this);
    if (inside.has(this)) sent.push(asked);
    if (/(commit|rollback)$/.test(asked.text)) inside.delete(this);
    return original.apply(this, given);
  }
  Object.assign(pg.Client.prototype, { query: listening });
  try {
    return { result: await work(), sent };
  } finally {
    Object.assign(pg.Client.prototype, { query: original });
  }
};

const askedOf = ([first, second]: unknown[]): SentStatement => {
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? second : [] };
  const { name, text, values } = first as { name?: string; text: string; values?: unknown[] };
  return { name, text, values: values ?? [] };
};
