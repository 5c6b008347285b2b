import { readFileSync } from 'node:fs';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const written = new URL('../../../../deploy/web/security-headers.conf', import.meta.url);

/** What a browser must hear with every page, whoever serves it. */
const names = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-dns-prefetch-control',
  'x-frame-options',
];

describe('the security headers', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer({ PUBLIC_ORIGIN: 'https://rinnalla.example' })));
  afterAll(() => server.stop());

  it('are the same from the API and from the proxy that serves the pages', async () => {
    const { headers } = await fetch(`${server.url}/health/live`);
    const fromApi = names.map((name) => `add_header ${name} "${headers.get(name)}" always;`);

    const fromProxy = readFileSync(written, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('add_header'));

    expect(fromProxy).toEqual(fromApi);
  });
});
