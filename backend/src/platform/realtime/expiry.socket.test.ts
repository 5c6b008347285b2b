import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { type Online, onlineForATest, soonClosed } from '../../testing/people-online.js';
import { referenceInstant, setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

/** Nobody asks anything: what ends, ends on the open page within two seconds. */
const withinMs = 2_000;

describe('what ends by its day', () => {
  let server: TestServer;
  const goOnlineHere = onlineForATest();
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterEach(() => {
    setClock(server, referenceInstant);
  });
  afterAll(async () => {
    await server.stop();
  });

  const connect = (who: SignedIn): Promise<Online> => goOnlineHere(server, who);
  const isTold = (one: Online) =>
    one.hears((heard) => heard.some(({ name }) => name === 'rightsChanged'), withinMs);

  it('a membership: its socket is told and closes at midnight, a colleague’s stays open', async () => {
    const organizationId = await anOrganization(server.owner);
    const pekka = await signedIn(server.owner, {
      organizationId,
      role: 'providerWorker',
      validTo: '2026-11-24',
    });
    const outi = await signedIn(server.owner, { organizationId, role: 'providerWorker' });
    const [leaving, staying] = [await connect(pekka), await connect(outi)];

    setClock(server, '2026-11-24T21:59:59.900Z');
    const closed = await soonClosed(leaving);
    const session = await server.call(sessionRoutes.read, {}, pekka);

    expect(closed).toBe('io server disconnect');
    expect(leaving.heard.map(({ name }) => name)).toContain('rightsChanged');
    expect([staying.socket.connected, session.body.acting]).toEqual([true, null]);
  });

  it('virkasuhde: its holder’s open pages are told to read anew, and stay connected', async () => {
    const organizationId = await anOrganization(server.owner, { kind: 'municipality' });
    const [sanna, timo] = await Promise.all([
      signedIn(server.owner, { organizationId, role: 'coach' }),
      signedIn(server.owner, { organizationId, role: 'coach' }),
    ]);
    for (const [{ membershipId }, validTo] of [
      [sanna, '2026-11-24'],
      [timo, null],
    ] as const)
      await server.owner.query(
        `insert into public_office (membership_id, task, valid_from, valid_to) values ($1, 'Suunnitelma', '2020-01-01', $2)`,
        [membershipId, validTo],
      );
    const [ending, staying] = [await connect(sanna), await connect(timo)];

    setClock(server, '2026-11-24T21:59:59.900Z');
    await isTold(ending);
    const session = await server.call(sessionRoutes.read, {}, sanna);

    expect([ending.socket.connected, session.body.acting?.officeHolder]).toEqual([true, false]);
    expect(staying.heard).toEqual([]);
  });
});
