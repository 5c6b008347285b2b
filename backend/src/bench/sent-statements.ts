import { hashOfToken } from '../platform/auth/session-token.js';
import pg from 'pg';

/** One message to PostgreSQL, as a request of ours sent it. */
export interface SentStatement {
  /** Only statements of the code base have one; `begin` and `commit` with what they carry have none. */
  name?: string | undefined;
  text: string;
  values: unknown[];
}

/** A client whose messages can be overheard. */
const overheard = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };

/**
 * Everything that this process sends to PostgreSQL in the transactions of one session while `work` runs, in order.
 * Each is one round trip. Requests that others make at the same time are left out.
 */
export const statementsSentBy = async <Result>(token: string, work: () => Promise<Result>): Promise<{ result: Result; sent: SentStatement[] }> => {
  const opening = `app.enter('${hashOfToken(token)}'`;
  const sent: SentStatement[] = [];
  const inside = new Set<pg.Client>();
  const original = overheard.query;
  function listening(this: pg.Client, ...given: unknown[]): unknown {
    const asked = askedOf(given);
    if (asked.text.startsWith('begin') && asked.text.includes(opening)) inside.add(this);
    if (inside.has(this)) sent.push(asked);
    if (/(commit|rollback)$/.test(asked.text)) inside.delete(this);
    return original.apply(this, given);
  }
  overheard.query = listening;
  try {
    return { result: await work(), sent };
  } finally {
    overheard.query = original;
  }
};

const askedOf = ([first, second]: unknown[]): SentStatement => {
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? second : [] };
  const { name, text, values } = first as { name?: string; text: string; values?: unknown[] };
  return { name, text, values: values ?? [] };
};
