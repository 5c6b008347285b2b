import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pathOf, type InputOf, type ResponseOf, type Route } from '@rinnalla/shared/contract/define-route';
import type { ProblemBody } from '@rinnalla/shared/kernel/problem';
import { readConfig } from '../platform/config/config.js';
import { Clock, ShiftedClock } from '../platform/clock/clock.js';
import { type Server, startServer } from '../server.js';
import { createTestDatabase, type TestDatabase } from './test-cluster.js';

/** The clock of every scenario: Tuesday 24.11.2026 08.00 in Helsinki. */
export const referenceInstant = '2026-11-24T08:00:00+02:00';

/** Seals the log of every test's product. */
export const testLogKey = 'a'.repeat(64);

/** What a signed-in or anonymous caller got. `body` is the route's response, or the problem. */
export interface Answer<R extends Route> {
  status: number;
  body: ResponseOf<R> & Partial<Omit<ProblemBody, keyof ResponseOf<R>>>;
  headers: Headers;
}

/** The whole product on a database of its own: the real router, the real sockets, real PostgreSQL. */
export interface TestServer {
  url: string;
  database: TestDatabase;
  /** The folder of attached files. */
  files: string;
  /** Rows as the owner sees them: to arrange a test and to look at what it left. */
  owner: pg.Pool;
  clock: Clock;
  get: Server['app']['get'];
  call<R extends Route>(route: R, input: InputOf<R>, caller?: Caller): Promise<Answer<R>>;
  stop(): Promise<void>;
}

/** The cookie of a signed-in person, and headers of their own. */
export interface Caller {
  cookie?: string;
  headers?: Record<string, string>;
}

export const startTestServer = async (settings: Record<string, string> = {}): Promise<TestServer> => {
  const database = await createTestDatabase();
  const files = await mkdtemp(join(tmpdir(), 'rinnalla-files-'));
  const config = readConfig({ ...settingsOf(database, files), ...settings });
  const server = await startServer(config);
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
  owner.on('error', () => undefined);
  return {
    url: server.url,
    database,
    files,
    owner,
    clock: server.app.get(Clock),
    get: server.app.get.bind(server.app),
    call: (route, input, caller) => call(server.url, route, input, caller),
    stop: async () => {
      await server.close();
      await owner.end();
      await database.drop();
      await rm(files, { recursive: true });
    },
  };
};

/** A second process's worth of the product over the same database and files, with settings of its own. */
export const startSecondNode = (first: TestServer, settings: Record<string, string> = {}): Promise<Server> =>
  startServer(readConfig({ ...settingsOf(first.database, first.files), ...settings }));

/** The settings of a test's process. */
export const settingsOf = (
  database: Pick<TestDatabase, 'appUrl' | 'ownerUrl'>,
  files: string,
): Record<string, string> => ({
  FILES_DIR: files,
  FILES_WORK_DIR: files,
  NODE_ENV: 'test',
  PORT: '0',
  LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
  LOG_KEY: testLogKey,
  DATABASE_URL: database.appUrl,
  DATABASE_OWNER_URL: database.ownerUrl,
  CLOCK: referenceInstant,
  // Tests run jobs when they mean to: `server.get(JobWorker).runDue()`.
  JOB_CONCURRENCY: '0',
  SEALING_KEY: 'a1'.repeat(32),
  REQUESTS_PER_MINUTE: '1000000',
});

const call = async <R extends Route>(
  url: string,
  route: R,
  input: InputOf<R>,
  caller: Caller = {},
): Promise<Answer<R>> => {
  const { params, query, body } = input as {
    params?: Record<string, string>;
    query?: Record<string, unknown>;
    body?: unknown;
  };
  const prefix = route.path.startsWith('/health') ? '' : '/api';
  const address = new URL(prefix + pathOf(route, params), url);
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) address.searchParams.append(name, String(one));
  }
  const isFile = body instanceof File;
  const form = new FormData();
  if (isFile) form.append('file', body);
  const response = await fetch(address, {
    method: route.method,
    headers: {
      ...(body === undefined || isFile ? {} : { 'content-type': 'application/json' }),
      ...(caller.cookie ? { cookie: caller.cookie } : {}),
      ...caller.headers,
    },
    ...(body === undefined ? {} : { body: isFile ? form : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text || undefined) as Answer<R>['body'],
  };
};

/** Moves the running clock of a test's product to an instant. */
export const setClock = (server: TestServer, instant: string): void => {
  Object.assign(server.clock, new ShiftedClock(new Date(instant)));
};
