import { providerRoutes } from '@rinnalla/shared/account/provider-routes';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const settings = {
  version: 0,
  issuer: 'https://tunnistus.example.fi',
  clientId: 'rinnalla',
  secretName: 'tunnistus',
  acrValues: ['loa3'],
  amrValues: [],
  enabled: true,
};

describe('the settings of an organization’s own sign-in service', () => {
  let server: TestServer;
  let organizationId: string;
  let manager: SignedIn;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    organizationId = await anOrganization(server.owner);
    manager = await signedIn(server.owner, { organizationId, role: 'providerManager' });
  });
  afterAll(() => server.stop());

  const read = (by: SignedIn) => server.call(providerRoutes.read, {}, by);
  const save = (by: SignedIn, change: Partial<typeof settings> = {}) =>
    server.call(providerRoutes.save, { body: { ...settings, ...change } }, by);

  it('are kept by its managers and shown to nobody else', async () => {
    const worker = await signedIn(server.owner, { organizationId, role: 'providerWorker' });

    const saved = await save(manager);
    const refused = [await read(worker), await save(worker, { version: 1 })];

    expect(saved.body.provider).toMatchObject({ version: 1, issuer: settings.issuer, hasSecret: false });
    expect((await read(manager)).body).toEqual(saved.body);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
      Array(2).fill([403, 'notAllowed']),
    );
  });

  it('are saved from the version that was read', async () => {
    const first = await save(manager);
    const second = await save(manager, { version: 1, clientId: 'toinen' });
    const stale = [await save(manager), await save(manager, { version: 1, clientId: 'kolmas' })];

    expect([first.status, second.body.provider?.version]).toEqual([200, 2]);
    expect(stale.map(({ status, body }) => [status, body.code])).toEqual(
      Array(2).fill([409, 'changedMeanwhile']),
    );
    expect((await read(manager)).body.provider?.clientId).toBe('toinen');
  });

  it('keep their issuer: another would be handed the people of the first', async () => {
    await save(manager);

    const moved = await save(manager, { version: 1, issuer: 'https://toinen.example.fi' });

    expect([moved.status, moved.body.reason]).toEqual([422, 'issuerStays']);
    expect((await read(manager)).body.provider?.issuer).toBe(settings.issuer);
  });
});
