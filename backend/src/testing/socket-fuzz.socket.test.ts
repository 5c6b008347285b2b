import { once } from 'node:events';
import type { SocketRequest } from '@rinnalla/shared/contract/define-socket-event';
import { healthRoutes } from '@rinnalla/shared/contract/health-routes';
import { messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import { problemStatus } from '@rinnalla/shared/kernel/problem';
import fc from 'fast-check';
import { SocketRequests } from '../platform/realtime/socket-requests.js';
import { aWorld, type World } from './authorization-world.js';
import { brokenPackets, type HostilePayload, hostilePayloads } from './hostile-payloads.js';
import { goOnline, type Online } from './people-online.js';
import type { SignedIn } from './people.js';
import type { Principal } from './principals.js';
import { startTestServer, type TestServer } from './test-server.js';
import { tellsOfTheInside } from './tells-of-the-inside.js';

/** `FUZZ_PAYLOADS=5000 npx jest socket-fuzz` is the long form (`npm run test:walls`). */
const payloads = Number(process.env['FUZZ_PAYLOADS'] ?? 500);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_124);
const who: readonly Principal[] = [
  'coach',
  'worker',
  'colleague',
  'otherCoach',
  'manager',
  'noChoice',
  'dpo',
];
const atOnce = 10;

describe(`${payloads} payloads to the live gateways`, () => {
  let server: TestServer;
  let world: World;
  let requests: Map<string, SocketRequest>;
  const online = new Map<Principal, Online>();
  beforeAll(async () => {
    server = await startTestServer();
    world = await aWorld(server);
    requests = new Map(server.get(SocketRequests).all.map((request) => [request.name, request]));
    for (const principal of who)
      online.set(principal, await goOnline(server, world.people[principal] as SignedIn));
  });
  afterAll(async () => {
    for (const one of online.values()) one.close();
    await server.stop();
  });

  const lives = async (): Promise<number> => (await server.call(healthRoutes.ready, {})).status;
  const wrongWith = ({ name }: HostilePayload, answer: unknown): string | undefined => {
    const text = JSON.stringify(answer);
    if (tellsOfTheInside.test(text)) return 'tells of the inside';
    if (/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/i.test(text)) return 'names an id';
    const { ok, value, code } = answer as { ok: boolean; value?: unknown; code?: keyof typeof problemStatus };
    if (!ok && !(code && code in problemStatus)) return 'refuses in unknown words';
    if (!ok) return code === 'internal' || code === 'unavailable' ? `fails: ${code}` : undefined;
    const request = requests.get(name);
    return request?.answer.safeParse(value).success ? undefined : 'is not shaped as the contract says';
  };

  it(
    'are each answered once, in the product’s own words',
    async () => {
      const { setting, conversations } = world;
      const ids = [...Object.values(conversations), world.referral.id, setting.clientId, crypto.randomUUID()];
      const byName = {
        conversationId: Object.values(conversations),
        mentions: [[], [setting.pekka.membershipId]],
        attachmentIds: [[]],
      };
      const cases = fc.sample(hostilePayloads([...requests.values()], { ids, byName, wild: false }), {
        numRuns: payloads,
        seed,
      });
      const findings: object[] = [];
      const answers = new Map<string, number>();
      const queue = cases.entries();
      const work = async (): Promise<void> => {
        for (const [index, hostile] of queue) {
          const principal = who[index % who.length] as Principal;
          const socket = online.get(principal)?.socket;
          const answer: unknown = await socket
            ?.timeout(6_000)
            .emitWithAck(hostile.name, ...hostile.payload)
            .catch(() => ({ ok: false, code: 'no answer' }));
          const { ok, code } = answer as { ok: boolean; code?: string };
          const kind = ok ? 'ok' : String(code);
          answers.set(kind, (answers.get(kind) ?? 0) + 1);
          const wrong = wrongWith(hostile, answer);
          if (wrong) findings.push({ principal, wrong, name: hostile.name.slice(0, 60), answer });
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));

      expect(findings.slice(0, 10)).toEqual([]);
      expect([...answers.values()].reduce((sum, count) => sum + count, 0)).toBe(payloads);
      for (const kind of ['ok', 'invalidInput', 'notFound', 'notAllowed'])
        expect({ kind, isEnough: (answers.get(kind) ?? 0) > payloads / 100 }).toEqual({
          kind,
          isEnough: true,
        });
      expect([...online.values()].map(({ socket }) => socket.connected)).toEqual(who.map(() => true));
      expect(await lives()).toBe(200);
    },
    60_000 + payloads * 60,
  );

  it('that want no answer do nothing, and what comes after them is answered', async () => {
    const { shared } = world.conversations;
    const worker = online.get('worker') as Online;
    const lastSeq = async () =>
      (
        await server.owner.query<{ last_seq: string }>('select last_seq from conversation where id = $1', [
          shared,
        ])
      ).rows[0]?.last_seq;
    const before = await lastSeq();

    for (let time = 0; time < 20; time += 1)
      worker.socket.emit('sendMessage', {
        conversationId: shared,
        clientMessageId: crypto.randomUUID(),
        body: 'Ilman vastausta',
      });
    const answer = await worker.ask(messagingRequests.watchConversation, { conversationId: shared });

    expect(answer).toMatchObject({ ok: true });
    expect(await lastSeq()).toBe(before);
  });

  it('that are the same packet twice are answered one by one', async () => {
    const { engine } = (online.get('coach') as Online).socket.io;
    const packet = `2777["watchConversation",{"conversationId":"${world.conversations.shared}"}]`;
    const answers: string[] = [];
    const bothCame = new Promise<void>((resolve) => {
      engine.on('data', (data: unknown) => {
        if (typeof data === 'string' && data.startsWith('3777[')) answers.push(data);
        if (answers.length === 2) resolve();
      });
    });

    engine.send(packet);
    engine.send(packet);
    await bothCame;

    expect(answers[0]).toContain('"ok":true');
    expect(answers[1]).toBe(answers[0]);
  });

  it('that are no packets at all end their own connection at most', async () => {
    const steady = online.get('coach') as Online;
    let sent = 0;
    for (const packet of brokenPackets) {
      const { socket } = await goOnline(server, world.people.otherManager as SignedIn);
      const { engine } = socket.io;
      const settled = Promise.race([
        once(engine as never, 'close'),
        new Promise((resolve) => engine.once('data', resolve)),
      ]);
      // Past the client's own encoder: the first letter is engine.io's.
      engine.send(packet.slice(1));
      socket.emit('nothing', {}, () => undefined);
      await settled;
      socket.close();
      sent += 1;
    }

    expect(sent).toBe(brokenPackets.length);
    expect(steady.socket.connected).toBe(true);
    const { shared } = world.conversations;
    expect(await steady.ask(messagingRequests.watchConversation, { conversationId: shared })).toMatchObject({
      ok: true,
    });
    expect(await lives()).toBe(200);
  }, 60_000);
});
