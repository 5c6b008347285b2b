import pg from 'pg';
import { messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import type { SocketRequest } from '@rinnalla/shared/contract/define-socket-event';
import { z } from 'zod';
import { Database } from '../database/database.js';
import { type SignedIn, signedIn } from '../../testing/people.js';
import { goOnline, type Online, onlineForATest, soonClosed } from '../../testing/people-online.js';
import { aSharedCase } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { unheard } from '../../testing/unheard.js';
import { LiveGateway } from './live.gateway.js';
import { LiveSockets, roomOfPerson } from './live-sockets.js';
import { SocketRequests } from './socket-requests.js';

const { watchConversation } = messagingRequests;
const question = (name: string): SocketRequest<z.ZodObject, z.ZodObject> => ({
  name,
  summary: '',
  payload: z.object({}),
  answer: z.object({}),
});

describe('live sockets', () => {
  let server: TestServer;
  let superuser: pg.Pool;
  let coach: SignedIn;
  let worker: SignedIn;
  let sharedId: string;
  const goOnlineHere = onlineForATest();
  beforeAll(async () => {
    server = await startTestServer();
    superuser = new pg.Pool({ connectionString: server.database.superuserUrl });
    ({ coach, worker, sharedId } = await aSharedCase(server.owner));
  });
  afterAll(async () => {
    await superuser.end();
    await server.stop();
  });

  const goes = (caller: SignedIn): Promise<Online> => goOnlineHere(server, caller);
  const socketsOf = ({ personId }: SignedIn) => server.get(LiveSockets).inRoom(roomOfPerson(personId));

  it('answer a crash of ours as our failure, without its words, and live on', async () => {
    const crashing = question('crash');
    server
      .get(SocketRequests)
      .handle(crashing, { answer: () => Promise.reject(new TypeError('Anna Virtanen')) });
    server.get(SocketRequests).handle(question('lateCrash'), {
      answer: async () => ({}),
      done: () => {
        throw new TypeError('Anna Virtanen');
      },
    });
    const one = await goes(coach);

    expect(await one.ask(crashing, {})).toEqual({ ok: false, code: 'internal' });
    expect(await one.ask(question('lateCrash'), {})).toEqual({ ok: false, code: 'internal' });
    expect(await one.ask(watchConversation, { conversationId: sharedId })).toMatchObject({ ok: true });
  });

  it('cut off who does not read what waits for them, free their memory, and go on telling the others', async () => {
    const [slow, quick] = [await goes(worker), await goes(worker)];
    const paused = (slow.socket.io.engine.transport as unknown as { ws: { _socket: { pause: () => void } } })
      .ws;
    paused._socket.pause();
    const words = 'x'.repeat(50_000);
    const rooms = [roomOfPerson(worker.personId)];
    let told = 0;

    while (socketsOf(worker).length > 1 && told < 2_000) {
      server.get(LiveSockets).tell(rooms, 'test', { words });
      told += 1;
      // The network gets its turn, as between any two commits.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await quick.hears((heard) => heard.length === told);

    expect(told).toBeLessThan(2_000);
    expect(socketsOf(worker).map(({ id }) => id)).toEqual([quick.socket.id]);
  });

  it('tell who knocks while the database is away that it may pass, not that they have no session', async () => {
    const database = server.get(Database);
    const begin = database.begin.bind(database);
    Object.assign(database, { begin: () => Promise.reject(new Error('connect ECONNREFUSED')) });

    try {
      await expect(goOnline(server, coach)).rejects.toThrow('unavailable');
      // Who brings no session needs no database to be told so.
      await expect(goOnline(server, {})).rejects.toThrow('notSignedIn');
    } finally {
      Object.assign(database, { begin });
    }
  });

  it('close though no bell rings: a change that nobody was told of is found', async () => {
    const { organizationId } = worker;
    const pekka = await signedIn(server.owner, { organizationId, role: 'providerWorker' });
    const leaving = await goes(pekka);

    await unheard(superuser, `update membership set valid_to = '2026-11-23' where id = $1`, [
      pekka.membershipId,
    ]);

    expect(await soonClosed(leaving)).toBe('io server disconnect');
  });

  it('that cannot be put into their rooms go, rather than stay and hear nothing', async () => {
    const one = await goes(coach);
    const [socket] = socketsOf(coach);
    if (!socket) throw new Error('No socket.');
    Object.assign(socket, { join: () => Promise.reject(new Error('no rooms')) });

    server.get(LiveGateway).handleConnection(socket);

    expect(await one.closed).toBe('io server disconnect');
  });

  it('are each given a time of their own to come back when the process stops, and then go', async () => {
    const sockets = [await goes(coach), await goes(coach), await goes(worker)];
    const chances = [0, 0.5, 1];

    server.get(LiveSockets).sendAway(() => chances.pop() ?? 0);

    expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual(
      Array.from({ length: 3 }, () => 'io server disconnect'),
    );
    const times = sockets.flatMap(({ heard }) => heard.map(({ name, payload }) => [name, payload]));
    expect(times).toEqual(
      [5_000, 2_750, 500].map((reconnectAfterMs) => ['serverClosing', { reconnectAfterMs }]),
    );
  });
});
