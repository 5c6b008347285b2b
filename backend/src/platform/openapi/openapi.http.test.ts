import { healthRoutes } from '@rinnalla/shared/contract/health-routes';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('the description of the API', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('names every route of the live router with its schemas and its refusals', async () => {
    const { body } = await server.call(healthRoutes.openApi, {});
    const paths = body['paths'] as Record<
      string,
      Record<string, { responses: Record<string, unknown>; requestBody?: unknown }>
    >;

    expect(body['openapi']).toBe('3.1.1');
    expect(Object.keys(paths)).toContain('/session');
    expect(paths['/session']?.['post']?.requestBody).toBeDefined();
    expect(Object.keys(paths['/session']?.['post']?.responses ?? {})).toEqual(['200', 'default']);
  });

  it('is a page for people too, without any script', async () => {
    const page = await (await fetch(`${server.url}/api/reference`)).text();

    expect(page).toContain('POST /session');
    expect(page).not.toContain('<script');
  });

  it('tells that the process lives and that its database answers', async () => {
    const [live, ready] = [
      await server.call(healthRoutes.live, {}),
      await server.call(healthRoutes.ready, {}),
    ];

    expect([live.status, ready.status]).toEqual([200, 200]);
  });

  it('answers an unknown address with a problem', async () => {
    const answer = await fetch(`${server.url}/api/nothing/here`);

    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });
});
