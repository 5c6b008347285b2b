import type { Route } from '@rinnalla/shared/contract/define-route';
import { readAuthorizationTable } from './authorization-table.js';
import { aWorld, type World } from './authorization-world.js';
import { type HostileRequest, send } from './hostile-requests.js';
import { plainRequest, protectedRoutes } from './plain-requests.js';
import { startTestServer, type TestServer } from './test-server.js';

/** The same address, said so that a guard that looks at addresses might not know it again. */
const otherSpellings = (path: string): Record<string, string> => {
  const [, first = '', ...rest] = path.slice('/api'.length).split('/');
  const tail = rest.length > 0 ? `/${rest.join('/')}` : '';
  const hex = (letter: string) => `%${letter.charCodeAt(0).toString(16)}`;
  const encoded = [...first].map(hex).join('');
  return {
    'a letter encoded': `/api/${hex(first[0] ?? '')}${first.slice(1)}${tail}`,
    'all letters encoded': `/api/${encoded}${tail}`,
    'encoded twice': `/api/${encoded.replaceAll('%', '%25')}${tail}`,
    'slash encoded': `/api%2f${first}${tail}`,
    capitals: `/API/${first.toUpperCase()}${tail}`,
    'doubled slashes': `//api//${first}${tail.replaceAll('/', '//')}`,
    'a dot segment': `/api/./${first}${tail}`,
    'up and down again': `/api/health/../${first}${tail}`,
    'up from what is public': `/health/live/../../api/${first}${tail}`,
    'up, encoded': `/health/live/%2e%2e/%2e%2e/api/${first}${tail}`,
    'up, by a backslash': `/health/live\\..\\..\\api\\${first}${tail}`,
    'a parameter of a segment': `/api;a=b/${first};a=b${tail}`,
    'a slash at the end': `/api/${first}${tail}/`,
    'a null byte at the end': `/api/${first}${tail}%00`,
    'a file’s ending': `/api/${first}${tail}.css`,
    'an absolute address': `http://localhost/api/${first}${tail}`,
    'a fragment': `/api/services#/../${first}${tail}`,
    'a method in the query': `/api/${first}${tail}?_method=GET`,
  };
};

/** What a proxy, a framework or an older server might have believed. */
const forgedHeaders: Record<string, Record<string, string>> = {
  'forged forwarding': {
    'x-forwarded-for': '127.0.0.1, ::1',
    'x-forwarded-host': 'localhost',
    'x-forwarded-proto': 'https',
    'x-forwarded-prefix': '/health',
    'x-real-ip': '127.0.0.1',
    forwarded: 'for=127.0.0.1;host=localhost;proto=https;by=127.0.0.1',
    'x-original-url': '/health/live',
    'x-rewrite-url': '/health/live',
    'x-forwarded-uri': '/health/live',
  },
  'forged people': {
    authorization: 'Bearer null',
    'remote-user': 'admin',
    'x-remote-user': 'admin',
    'x-forwarded-user': 'admin',
    'x-user-id': '1',
    'x-ssl-client-verify': 'SUCCESS',
  },
  'another method: GET': {
    'x-http-method-override': 'GET',
    'x-method-override': 'GET',
    'x-http-method': 'GET',
  },
  'another method: OPTIONS': { 'x-http-method-override': 'OPTIONS', 'x-http-method': 'OPTIONS' },
  'the host of the house': { host: 'localhost' },
  'a host with an address': { host: 'localhost/health/live' },
  'two hosts': { host: 'localhost, rinnalla.example' },
  'an empty session': { cookie: 'session=' },
  'a session of nothing': { cookie: 'session=%00; session=null; session=undefined; __Host-session=1' },
  'a session as a pattern': { cookie: "session=' or '1'='1; session[]=x" },
};

const atOnce = 8;
/** Who is kept waiting was not refused. */
const mostMs = 20_000;

/** Whoever may not pass the door by its front passes by no trick either. */
describe('every protected route of the live router', () => {
  let server: TestServer;
  let world: World;
  let routes: Map<string, Route>;
  beforeAll(async () => {
    server = await startTestServer();
    world = await aWorld(server);
    routes = protectedRoutes(server);
  });
  afterAll(() => server.stop());

  const plain = (label: string) => plainRequest(server, world, routes, label);
  const tricksOf = (request: HostileRequest): [string, HostileRequest][] => [
    ...Object.entries(otherSpellings(request.path)).map(([name, path]): [string, HostileRequest] => [
      name,
      { ...request, path },
    ]),
    ...Object.entries(forgedHeaders).map(([name, headers]): [string, HostileRequest] => [
      name,
      { ...request, headers: { ...request.headers, ...headers } },
    ]),
  ];
  /** Those tricks that were answered as if the asker might. */
  const passed = async (
    labels: readonly string[],
    cookie?: string,
  ): Promise<{ tried: number; by: string[] }> => {
    const by: string[] = [];
    const queue: [string, HostileRequest][] = [];
    for (const label of labels) {
      const request = await plain(label);
      for (const [name, trick] of tricksOf(request)) {
        const own = trick.headers['cookie'];
        const headers = cookie && own ? { ...trick.headers, cookie: `${cookie}; ${own}` } : trick.headers;
        queue.push([`${label}: ${name}`, { ...trick, headers }]);
      }
    }
    const left = queue.values();
    const work = async (): Promise<void> => {
      for (const [name, request] of left) {
        const waited = new Promise<{ status: number }>((resolve) =>
          setTimeout(() => resolve({ status: 0 }), mostMs).unref(),
        );
        const { status } = await Promise.race([send(server.url, request, cookie), waited]);
        if (status < 400 || status >= 500) by.push(`${name}: ${status}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { tried: queue.length, by };
  };

  it('stays shut to nobody in particular, however the address, the method, the host or the sender is said', async () => {
    const { tried, by } = await passed([...routes.keys()]);

    expect(by).toEqual([]);
    expect(routes.size).toBeGreaterThan(70);
    expect(tried).toBe(routes.size * 28);
  }, 300_000);

  it('stays shut to a manager of another association, about what is not theirs', async () => {
    const foreign = [...readAuthorizationTable('route')]
      .filter(([label, line]) => line.otherManager === '404' && label.includes(':'))
      .map(([label]) => label);

    const { tried, by } = await passed(foreign, world.people.otherManager?.cookie);

    expect(by).toEqual([]);
    expect(foreign.length).toBeGreaterThan(40);
    expect(tried).toBe(foreign.length * 28);
  }, 300_000);

  it('opens to who may, asked plainly: the tricks knocked at real doors', async () => {
    const table = readAuthorizationTable('route');
    const readings = [...table].filter(([label, line]) => label.startsWith('GET') && line.coach === '✓');
    const opened: string[] = [];
    for (const [label] of readings.filter(([name]) => routes.has(name))) {
      const { status } = await send(server.url, await plain(label), world.people.coach?.cookie);
      if (status === 200) opened.push(label);
    }

    expect(opened.length).toBe(readings.filter(([name]) => routes.has(name)).length);
    expect(opened.length).toBeGreaterThan(20);
  });
});
