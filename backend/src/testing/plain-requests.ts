import { pathOf, type Route } from '@rinnalla/shared/contract/define-route';
import { OpenApiController } from '../platform/openapi/openapi.controller.js';
import type { Example } from './authorization-example.js';
import { examples } from './authorization-examples.js';
import type { World } from './authorization-world.js';
import type { HostileRequest } from './hostile-requests.js';
import type { TestServer } from './test-server.js';

/** Every route of the live router that is not for everybody, by its name. */
export const protectedRoutes = (server: TestServer): Map<string, Route> =>
  new Map(
    server
      .get(OpenApiController)
      .routes()
      .filter(({ access }) => access !== 'public')
      .map((route) => [`${route.method} ${route.path}`, route]),
  );

/** What the route of this line of the table is called with, as bytes on the wire will say it. */
export const plainRequest = async (
  server: TestServer,
  world: World,
  routes: ReadonlyMap<string, Route>,
  label: string,
): Promise<HostileRequest> => {
  const route = routes.get(label.replace(/ \(.+\)$/, ''));
  if (!route) throw new Error(`${label}: the router serves no such route.`);
  // Of a route with several lines, any will do.
  const named = Object.keys(examples).find((one) => one === label || one.startsWith(`${label} (`));
  const caller = world.people.coach;
  const example: Example = (await examples[named ?? '']?.({ world, server, caller })) ?? {};
  const body = example.body === undefined || example.body instanceof File ? {} : example.body;
  return {
    operation: label,
    method: route.method,
    path: `/api${pathOf(route, example.params)}`,
    headers: route.method === 'GET' ? {} : { 'content-type': 'application/json' },
    body: route.method === 'GET' ? undefined : JSON.stringify(body),
  };
};
