import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { ownServiceRoutes } from '@rinnalla/shared/catalogue/own-service-routes';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { anOrganization, signedIn } from '../../testing/people.js';
import { anOffering, aService } from '../../testing/services.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('answers that may be kept', () => {
  let server: TestServer;
  let organizationId: string;
  let serviceId: string;
  let offeringId: string;
  beforeAll(async () => {
    server = await startTestServer();
    organizationId = await anOrganization(server.owner, { name: 'Salmenpään Rinnallakulkijat ry' });
    serviceId = await aService(server.owner, { organizationId });
    offeringId = await anOffering(server.owner, { serviceId, organizationId });
  });
  afterAll(() => server.stop());

  const service = (headers: Record<string, string> = {}, cookie?: string) =>
    server.call(
      catalogueRoutes.service,
      { params: { serviceId } },
      { headers, ...(cookie ? { cookie } : {}) },
    );

  it('are named by their content, asked for again each time, and not sent twice', async () => {
    const first = await service();
    const again = await service({ 'if-none-match': first.headers.get('etag') ?? '' });

    expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30, must-revalidate');
    expect(again).toMatchObject({ status: 304, body: undefined });
  });

  it('are sent anew when a place was taken', async () => {
    const tag = (await service()).headers.get('etag') ?? '';
    await server.owner.query('update offering set in_use = in_use + 1, version = version + 1 where id = $1', [
      offeringId,
    ]);

    expect(await service({ 'if-none-match': tag })).toMatchObject({ status: 200, body: { id: serviceId } });
  });

  it('stay with the reader where a session may have changed them', async () => {
    const { cookie } = await signedIn(server.owner, { organizationId, role: 'providerManager' });

    expect((await service({}, cookie)).headers.get('cache-control')).toBe('private, no-cache');
    expect((await service()).headers.get('vary')).toContain('cookie');
  });

  it('are none of those that no handler allowed to be kept', async () => {
    const { headers } = await server.call(sessionRoutes.read, {});

    expect([headers.get('cache-control'), headers.get('etag')]).toEqual(['no-store', null]);
  });

  it.each(['br', 'gzip'])('come packed to who can unpack %s', async (encoding) => {
    const plain = await server.call(
      catalogueRoutes.vocabularies,
      {},
      { headers: { 'accept-encoding': 'identity' } },
    );
    const packed = await server.call(
      catalogueRoutes.vocabularies,
      {},
      { headers: { 'accept-encoding': encoding } },
    );

    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-encoding')).toBe(encoding);
    expect(packed.headers.get('vary')).toContain('accept-encoding');
    expect(packed.headers.get('etag')).toBe(plain.headers.get('etag'));
    expect(packed.body).toEqual(plain.body);
  });

  it('are alone in being packed: the length of another answer would tell of what stands in it', async () => {
    const caller = await signedIn(server.owner, { organizationId, role: 'providerManager' });
    const { headers } = await server.call(
      ownServiceRoutes.editing,
      { params: { serviceId } },
      { ...caller, headers: { 'accept-encoding': 'br' } },
    );

    expect(Number(headers.get('content-length'))).toBeGreaterThan(1_024);
    expect(headers.get('content-encoding')).toBeNull();
  });
});
