import { randomUUID } from 'node:crypto';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import { LiveSockets } from '../../platform/realtime/live-sockets.js';
import type { Server } from '../../server.js';
import { aConsent, aSubstitution } from '../../testing/clients.js';
import { type SignedIn, signedIn } from '../../testing/people.js';
import { type Online, onlineForATest, soonClosed } from '../../testing/people-online.js';
import { aSharedCase, type SharedCase } from '../../testing/shared-case.js';
import {
  referenceInstant,
  setClock,
  startSecondNode,
  startTestServer,
  type TestServer,
} from '../../testing/test-server.js';

/** Rule 10 of docs/delivery.md: each of these ends within two seconds, on every node, and nothing later arrives. */
const withinMs = 2_000;

describe('a right that ends', () => {
  let server: TestServer;
  let second: Server;
  const goOnlineHere = onlineForATest();
  beforeAll(async () => {
    server = await startTestServer();
    second = await startSecondNode(server);
  });
  afterAll(async () => {
    await second.close();
    await server.stop();
  });

  /** A socket on each of two nodes, both watching. */
  const watchingOnBoth = (caller: SignedIn, conversationId: string): Promise<Online[]> =>
    Promise.all(
      [server, second].map(async (node) => {
        const one = await goOnlineHere(node, caller);
        expect(await one.ask(messagingRequests.watchConversation, { conversationId })).toMatchObject({
          ok: true,
        });
        return one;
      }),
    );
  const say = ({ sharedId, coach }: SharedCase, body: string) =>
    server.call(
      messagingRoutes.send,
      { params: { conversationId: sharedId }, body: { clientMessageId: randomUUID(), body } },
      coach,
    );
  const hearsOf = (name: string) => (one: Online) =>
    one.hears((heard) => heard.some((said) => said.name === name), withinMs);
  const bodiesOf = (one: Online): unknown[] =>
    one.heard
      .filter(({ name }) => name === 'conversationEntry')
      .map(({ payload }) => (payload as { entry: { body: string } }).entry.body);

  const ends: [string, string, (worker: SignedIn) => unknown[]][] = [
    [
      'a membership that ends',
      `update membership set valid_to = '2026-11-23' where id = $1`,
      ({ membershipId }) => [membershipId],
    ],
    [
      'a role that may not read',
      `update membership set role = 'evaluator' where id = $1`,
      ({ membershipId }) => [membershipId],
    ],
    [
      'a person who is shut out',
      `update person set disabled_at = now() where id = $1`,
      ({ personId }) => [personId],
    ],
    [
      'a session that is revoked',
      `update session set revoked_at = now() where id = $1`,
      ({ sessionId }) => [sessionId],
    ],
  ];
  it.each(ends)('%s closes the person’s sockets on every node', async (_what, sql, values) => {
    const talk = await aSharedCase(server.owner);
    const sockets = await watchingOnBoth(talk.worker, talk.sharedId);
    await say(talk, 'Ennen');
    await Promise.all(sockets.map(hearsOf('conversationEntry')));

    await server.owner.query(sql, values(talk.worker));
    await say(talk, 'Jälkeen');

    expect(await Promise.all(sockets.map((one) => soonClosed(one)))).toEqual([
      'io server disconnect',
      'io server disconnect',
    ]);
    expect(sockets.map(bodiesOf)).toEqual([['Ennen'], ['Ennen']]);
  });

  it('with a consent taken back, where it was the ground: the room is left on every node, and a new consent opens it again', async () => {
    const talk = await aSharedCase(server.owner);
    const { rows } = await server.owner.query<{ clientId: string; serviceId: string }>(
      `update service s set data_regime = 'own' from referral r where r.id = $1 and s.id = r.service_id returning r.client_id as "clientId", s.id as "serviceId"`,
      [talk.referralId],
    );
    const [given] = rows;
    if (!given) throw new Error('No service.');
    await aConsent(server.owner, given);
    const sockets = await watchingOnBoth(talk.worker, talk.sharedId);

    await server.owner.query('update consent_record set withdrawn_at = now() where client_id = $1', [
      given.clientId,
    ]);
    await Promise.all(sockets.map(hearsOf('conversationClosed')));
    const refused = await server.call(
      messagingRoutes.entries,
      { params: { conversationId: talk.sharedId } },
      talk.worker,
    );
    await server.owner.query(
      `update consent_record set recorded_at = recorded_at - interval '1 day' where client_id = $1`,
      [given.clientId],
    );
    await aConsent(server.owner, given);

    expect(refused.status).toBe(404);
    expect(sockets.map(bodiesOf)).toEqual([[], []]);
    expect(
      await sockets[0]?.ask(messagingRequests.watchConversation, { conversationId: talk.sharedId }),
    ).toMatchObject({ ok: true });
  });

  it('with an assignment a withdrawn consent closes nothing: it was never its ground', async () => {
    const talk = await aSharedCase(server.owner);
    const { rows } = await server.owner.query<{ clientId: string; serviceId: string }>(
      `select client_id as "clientId", service_id as "serviceId" from referral where id = $1`,
      [talk.referralId],
    );
    if (!rows[0]) throw new Error('No referral.');

    await aConsent(server.owner, { ...rows[0], withdrawnAt: '2026-11-24T05:30Z' });

    expect(
      (await server.call(messagingRoutes.entries, { params: { conversationId: talk.sharedId } }, talk.worker))
        .status,
    ).toBe(200);
  });

  it('with a substitution that ends: the substitute leaves a non-disclosure case', async () => {
    const talk = await aSharedCase(server.owner, { nonDisclosure: true });
    const substitute = await signedIn(server.owner, {
      organizationId: talk.coach.organizationId,
      role: 'coach',
    });
    const id = await aSubstitution(server.owner, {
      organizationId: talk.coach.organizationId,
      membershipId: talk.coach.membershipId,
      substituteMembershipId: substitute.membershipId,
    });
    const sockets = await watchingOnBoth(substitute, talk.sharedId);

    await server.owner.query('delete from substitution where id = $1', [id]);
    await Promise.all(sockets.map(hearsOf('conversationClosed')));
    await say(talk, 'Jälkeen');

    expect(sockets.map(bodiesOf)).toEqual([[], []]);
  });

  it('with the last day of a substitution: at midnight, though nobody does anything', async () => {
    const talk = await aSharedCase(server.owner, { nonDisclosure: true });
    const substitute = await signedIn(server.owner, {
      organizationId: talk.coach.organizationId,
      role: 'coach',
    });
    await aSubstitution(server.owner, {
      organizationId: talk.coach.organizationId,
      membershipId: talk.coach.membershipId,
      substituteMembershipId: substitute.membershipId,
      validTo: '2026-11-24',
    });
    const [watching] = await watchingOnBoth(substitute, talk.sharedId);

    setClock(server, '2026-11-24T21:59:59.900Z');
    try {
      await watching?.hears((heard) => heard.some(({ name }) => name === 'conversationClosed'), withinMs);
    } finally {
      // The day that turns back is seen as well, before another test looks at the clock.
      const asked = new Promise<void>((resolve) => server.get(LiveSockets).onRecheck(resolve));
      setClock(server, referenceInstant);
      await asked;
    }

    expect(watching?.socket.connected).toBe(true);
  });
});
