import pg from 'pg';
import { messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import { type SignedIn, signedIn } from '../../testing/people.js';
import { type Online, onlineForATest, soonClosed } from '../../testing/people-online.js';
import { aSharedCase } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { unheard } from '../../testing/unheard.js';
import { Database } from '../database/database.js';
import { LiveSockets } from './live-sockets.js';

const { watchConversation } = messagingRequests;

/** The pulse finds by itself what the bell has rung for, a second later. Here it stands still: what ends, ends by what is tested. */
describe('without the pulse', () => {
  let server: TestServer;
  let superuser: pg.Pool;
  let worker: SignedIn;
  let conversation: { conversationId: string };
  const goOnlineHere = onlineForATest();
  beforeAll(async () => {
    server = await startTestServer();
    superuser = new pg.Pool({ connectionString: server.database.superuserUrl });
    server.get(LiveSockets).onApplicationShutdown();
    const shared = await aSharedCase(server.owner);
    conversation = { conversationId: shared.sharedId };
    worker = shared.worker;
  });
  beforeEach(async () => {
    worker = await signedIn(server.owner, {
      organizationId: worker.organizationId,
      role: 'providerWorker',
    });
  });
  afterAll(async () => {
    await superuser.end();
    await server.stop();
  });

  const goes = (caller: SignedIn): Promise<Online> => goOnlineHere(server, caller);
  const revoke = `update session set revoked_at = '2026-11-24T05:59Z' where id = $1`;
  const raise = `update membership set role = 'providerManager' where id = $1`;

  it('a right that changes closes its person’s sockets with the ring, after telling why', async () => {
    const [leaving, second] = [await goes(worker), await goes(worker)];

    await server.owner.query(raise, [worker.membershipId]);

    expect([await soonClosed(leaving), await soonClosed(second)]).toEqual([
      'io server disconnect',
      'io server disconnect',
    ]);
    expect(leaving.heard.map(({ name }) => name)).toContain('rightsChanged');
  });

  it('a session that ends closes its sockets with the ring', async () => {
    const leaving = await goes(worker);

    await server.owner.query(revoke, [worker.sessionId]);

    expect(await soonClosed(leaving)).toBe('io server disconnect');
  });

  it('who signs out is closed although the database cannot be asked whose sessions stand', async () => {
    const leaving = await goes(worker);
    const database = server.get(Database);
    Object.assign(database, { glance: () => Promise.reject(new Error('connect ECONNREFUSED')) });

    try {
      await server.call(sessionRoutes.signOut, {}, worker);
      expect(await soonClosed(leaving)).toBe('io server disconnect');
    } finally {
      Reflect.deleteProperty(database, 'glance');
    }
  });

  it('what no bell told is found when everything is asked for again', async () => {
    const leaving = await goes(worker);
    await unheard(superuser, raise, [worker.membershipId]);

    await server.get(LiveSockets).recheckAll();

    expect(await soonClosed(leaving)).toBe('io server disconnect');
  });

  it('who asks with a session that has ended unheard is told so, and closed', async () => {
    const leaving = await goes(worker);
    const before = await leaving.ask(watchConversation, conversation);
    await unheard(superuser, revoke, [worker.sessionId]);

    const after = await leaving.ask(watchConversation, conversation);

    expect([before.ok, after]).toEqual([true, { ok: false, code: 'notSignedIn' }]);
    expect(await soonClosed(leaving)).toBe('io server disconnect');
  });
});
