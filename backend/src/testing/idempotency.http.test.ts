import type { Route } from '@rinnalla/shared/contract/define-route';
import { OpenApiController } from '../platform/openapi/openapi.controller.js';
import { examples, spending } from './authorization-examples.js';
import { readAuthorizationTable } from './authorization-table.js';
import { aWorld, type World } from './authorization-world.js';
import { principals } from './principals.js';
import { startTestServer, type TestServer } from './test-server.js';

/** The caller has another token afterwards: nobody could send it again. */
const renewing = 'POST /session/acting';

/** Every POST of the live router that somebody signed in may send: the second time it answers, and does nothing. */
describe('an idempotency key', () => {
  const lines = [...readAuthorizationTable('route')].flatMap(([label, line]) => {
    const doer = principals.find((principal) => principal !== 'anonymous' && line[principal] === '✓');
    return label.startsWith('POST ') && line.anonymous === '401' && doer ? [{ label, doer }] : [];
  });
  let server: TestServer;
  let routes: Map<string, Route>;
  let standing: World;
  beforeAll(async () => {
    server = await startTestServer();
    routes = new Map(
      server
        .get(OpenApiController)
        .routes()
        .map((route) => [`${route.method} ${route.path}`, route]),
    );
    standing = await aWorld(server);
  });
  afterAll(() => server.stop());

  const sentTwice = async (label: string, doer: (typeof lines)[number]['doer'], world: World) => {
    const route = routes.get(label.replace(/ \(.+\)$/, ''))!;
    const caller = world.people[doer]!;
    const example = (await examples[label]?.({ world, server, caller })) ?? {};
    const keyed = { ...caller, headers: { 'idempotency-key': crypto.randomUUID() } };
    const first = await server.call(route, example as never, keyed);
    const second = await server.call(route, example as never, keyed);
    return { route, first, second };
  };

  it.each(lines)(
    '$label answers a second time as the first, and does nothing',
    async ({ label, doer }) => {
      const world = spending.has(label) || label === renewing ? await aWorld(server) : standing;
      const { route, first, second } = await sentTwice(label, doer, world);
      const keepsNothing = route.isShownOnce || route.repeatsByItsOwnId || label === renewing;

      expect(first.status).toBeLessThan(300);
      if (keepsNothing) return;
      expect([second.status, second.headers.get('idempotent-replayed'), second.body]).toEqual([
        first.status,
        'true',
        first.body,
      ]);
    },
    60_000,
  );
});
