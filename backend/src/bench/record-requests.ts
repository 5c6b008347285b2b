import { readConfig } from '../platform/config/config.js';
import { startServer } from '../server.js';
import { type ActingContext, contextOf, withContext } from './acting-context.js';
import { type BenchDatabase, benchLogKey } from './bench-database.js';
import type { Call } from './load.js';
import type { Operation } from './operations.js';
import { messagesOfSession, type SentStatement, workOf } from './sent-statements.js';

export interface RecordedOperation {
  /** Messages to the database of one request, at most. */
  roundTrips: number;
  /** For each sample of a read: what the limit sends. */
  statements: SentStatement[][];
  /** For each sample of a read: the ids that the API answered, in order. */
  ids: string[][];
  /** Of the first sample: what the use case asks, as the API sends it, and whose it is. */
  first: { statements: SentStatement[]; token: string };
}

/** Asks each request once of the product in this process and listens to what it asks of the database. */
export const recordRequests = async (
  database: BenchDatabase,
  operations: readonly Operation[],
): Promise<Record<string, RecordedOperation>> => {
  const server = await startServer(
    readConfig({
      NODE_ENV: 'test',
      PORT: '0',
      LOG_LEVEL: 'error',
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      LOG_KEY: benchLogKey,
      REQUESTS_PER_MINUTE: '100000000',
    }),
  );
  const contexts = new Map<string, ActingContext>();
  const recorded: Record<string, RecordedOperation> = {};
  try {
    for (const operation of operations) {
      const calls = operation.kind === 'read' ? operation.calls : await oneCallOf(operation);
      const found: RecordedOperation = {
        roundTrips: 0,
        statements: [],
        ids: [],
        first: { statements: [], token: '' },
      };
      for (const call of calls) {
        const token = call.token ?? '';
        const { result, sent } = await messagesOfSession(token, () => ask(server.url, call));
        const statements = workOf(sent);
        found.roundTrips = Math.max(found.roundTrips, sent.length);
        if (found.ids.length === 0) found.first = { statements, token };
        found.ids.push(idsOf(result));
        const context = contexts.get(token) ?? (await contextOf(database.superuser, token));
        contexts.set(token, context);
        found.statements.push(statements.map((statement) => withContext(statement, context)));
      }
      recorded[operation.name] = found;
    }
  } finally {
    await server.close();
  }
  return recorded;
};

const oneCallOf = async (operation: Extract<Operation, { kind: 'write' }>): Promise<Call[]> => {
  const [prepared] = await operation.prepare(0, 1);
  return prepared ? [operation.call('api', prepared)] : [];
};

const ask = async (url: string, { method, path, token, body }: Call): Promise<unknown> => {
  const response = await fetch(url + path, {
    method,
    headers: {
      cookie: `session=${token}`,
      ...(body ? { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer: unknown = await response.json();
  if (!response.ok)
    throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
};

/** Of a list its items' ids, of a page its own. */
export const idsOf = (answer: unknown): string[] => {
  const { items, rows, id } = answer as { items?: { id: string }[]; rows?: { id: string }[]; id?: string };
  return (items ?? rows)?.map((row) => row.id) ?? (id ? [id] : []);
};
