import { hashOfToken } from '../platform/auth/session-token.js';
import { StatementFlight } from '../platform/database/statement-flight.js';
import pg from 'pg';

/** A statement as a request of ours sent it. */
export interface SentStatement {
  /** Only prepared statements have one. */
  name?: string | undefined;
  text: string;
  values: unknown[];
}
/** What travelled together: one round trip. */
export type SentMessage = SentStatement[];

/** A client whose messages can be overheard. */
const overheard = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };

/**
 * Every message that this process sends to PostgreSQL in the transactions of one session while `work` runs, in order.
 * Requests that others make at the same time, and the process's own work, are left out.
 */
export const messagesOfSession = async <Result>(
  token: string,
  work: () => Promise<Result>,
): Promise<{ result: Result; sent: SentMessage[] }> => {
  const tokenHash = hashOfToken(token);
  const sent: SentMessage[] = [];
  const inside = new Set<pg.Client>();
  const original = overheard.query;
  function listening(this: pg.Client, ...given: unknown[]): unknown {
    const message = messageOf(given);
    if (begins(message) && message.some(({ values }) => values.includes(tokenHash))) inside.add(this);
    if (inside.has(this)) sent.push(message);
    if (ends(message)) inside.delete(this);
    return original.apply(this, given);
  }
  overheard.query = listening;
  try {
    return { result: await work(), sent };
  } finally {
    overheard.query = original;
  }
};

/** What a use case asks: without the messages that begin the transaction or end it. */
export const workOf = (messages: readonly SentMessage[]): SentStatement[] =>
  messages.filter((message) => !begins(message) && !ends(message)).flat();

const begins = (message: SentMessage): boolean => message[0]?.text === 'begin';
const ends = (message: SentMessage): boolean =>
  message.some(({ text }) => text === 'commit' || text === 'rollback');

const messageOf = ([first, second]: unknown[]): SentMessage => {
  if (first instanceof StatementFlight)
    return first.calls.map(({ statement: { name, text }, values }) => ({ name, text, values: [...values] }));
  if (typeof first === 'string') return [{ text: first, values: Array.isArray(second) ? second : [] }];
  const { name, text, values } = first as { name?: string; text: string; values?: unknown[] };
  return [{ name, text, values: values ?? [] }];
};
