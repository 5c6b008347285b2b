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

/** Every message that this process sends to PostgreSQL while `work` runs; `isMeant` may leave out those of others. */
export const messagesSentBy = async <Result>(
  work: () => Promise<Result>,
  isMeant: (message: SentMessage, client: pg.Client) => boolean = () => true,
): Promise<{ result: Result; sent: SentMessage[] }> => {
  const sent: SentMessage[] = [];
  const original = overheard.query;
  function listening(this: pg.Client, ...given: unknown[]): unknown {
    const message = messageOf(given);
    if (isMeant(message, this)) sent.push(message);
    return original.apply(this, given);
  }
  overheard.query = listening;
  try {
    return { result: await work(), sent };
  } finally {
    overheard.query = original;
  }
};

/** The same of the transactions of one session: requests that others make at the same time are left out. */
export const messagesOfSession = <Result>(token: string, work: () => Promise<Result>): Promise<{ result: Result; sent: SentMessage[] }> => {
  const tokenHash = hashOfToken(token);
  const inside = new Set<pg.Client>();
  return messagesSentBy(work, (message, client) => {
    if (begins(message) && message.some(({ values }) => values.includes(tokenHash))) inside.add(client);
    const isMeant = inside.has(client);
    if (ends(message)) inside.delete(client);
    return isMeant;
  });
};

/** What a use case asks: without the messages that begin the transaction or end it. */
export const workOf = (messages: readonly SentMessage[]): SentStatement[] => messages.filter((message) => !begins(message) && !ends(message)).flat();

const begins = (message: SentMessage): boolean => message[0]?.text === 'begin';
const ends = (message: SentMessage): boolean => message.some(({ text }) => text === 'commit' || text === 'rollback');

const messageOf = ([first, second]: unknown[]): SentMessage => {
  if (first instanceof StatementFlight) return first.calls.map(({ statement: { name, text }, values }) => ({ name, text, values: [...values] }));
  if (typeof first === 'string') return [{ text: first, values: Array.isArray(second) ? second : [] }];
  const { name, text, values } = first as { name?: string; text: string; values?: unknown[] };
  return [{ name, text, values: values ?? [] }];
};
