import type { Route } from '@rinnalla/shared/contract/define-route';
import { aWorld, type World } from './authorization-world.js';
import { send } from './hostile-requests.js';
import { plainRequest, protectedRoutes } from './plain-requests.js';
import { startTestServer, type TestServer } from './test-server.js';

/** A browser tells whose page it asks for, and no page can forge that. */
describe('a page of another site', () => {
  let server: TestServer;
  let world: World;
  let routes: Map<string, Route>;
  beforeAll(async () => {
    server = await startTestServer();
    world = await aWorld(server);
    routes = protectedRoutes(server);
  });
  afterAll(() => server.stop());

  it('is told nothing, and nothing is done for it, by any route that is not public', async () => {
    const cookie = world.people.coach?.cookie;
    const refused = async (headers: Record<string, string>): Promise<string[]> => {
      const answered: string[] = [];
      for (const label of routes.keys()) {
        const request = await plainRequest(server, world, routes, label);
        const { status, body } = await send(
          server.url,
          { ...request, headers: { ...request.headers, ...headers } },
          cookie,
        );
        if (status !== 403 || !body.includes('"foreignOrigin"')) answered.push(`${label}: ${status}`);
      }
      return answered;
    };

    expect(routes.size).toBeGreaterThan(70);
    expect(await refused({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toEqual([]);
    expect(await refused({ 'sec-fetch-site': 'same-site' })).toEqual([]);
    expect(await refused({ origin: 'https://elsewhere.example' })).toEqual([]);
  }, 120_000);

  it('is not told who one is, and of what is public only as a stranger', async () => {
    const from = async (path: string, cookie: string | undefined): Promise<number> =>
      (
        await send(
          server.url,
          {
            operation: '',
            method: 'GET',
            path,
            headers: { 'sec-fetch-site': 'cross-site' },
            body: undefined,
          },
          cookie,
        )
      ).status;

    expect(await from('/api/session', world.people.coach?.cookie)).toBe(403);
    expect(await from('/api/services', undefined)).toBe(200);
    expect(await from('/health/live', undefined)).toBe(200);
  });
});
