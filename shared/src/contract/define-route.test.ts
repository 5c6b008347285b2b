import { z } from 'zod';
import { defineRoute, pathOf } from './define-route.js';

describe('a route', () => {
  const route = defineRoute({
    method: 'GET',
    path: '/things/:thingId/parts/:partId',
    summary: 'One part of a thing.',
    access: 'signedIn',
    params: z.strictObject({ thingId: z.string(), partId: z.string() }),
    response: z.object({ name: z.string() }),
  });

  it('encodes what stands in its path', () => {
    expect(pathOf(route, { thingId: 'a/b', partId: 'ä' })).toBe('/things/a%2Fb/parts/%C3%A4');
  });

  it('answers 201 to a POST and 200 to the rest unless told otherwise', () => {
    expect(route.status).toBe(200);
    expect(
      defineRoute({
        ...route,
        method: 'POST',
        params: undefined,
        query: undefined,
        body: undefined,
        status: undefined,
      } as never).status,
    ).toBe(201);
  });
});
