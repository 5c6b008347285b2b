import { randomUUID } from 'node:crypto';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { aSubstitution } from '../../testing/clients.js';
import { type SignedIn, signedIn } from '../../testing/people.js';
import { type Online, onlineForATest } from '../../testing/people-online.js';
import { aSharedCase } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('that words came is told', () => {
  let server: TestServer;
  const goOnlineHere = onlineForATest();
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const goes = (caller: SignedIn): Promise<Online> => goOnlineHere(server, caller, {});
  const say = (conversationId: string, by: SignedIn, body = 'Hei') =>
    server.call(
      messagingRoutes.send,
      { params: { conversationId }, body: { clientMessageId: randomUUID(), body } },
      by,
    );
  const unread = { name: 'unreadChanged', payload: {} };
  const colleagueOf = (one: SignedIn, role: Role) =>
    signedIn(server.owner, { organizationId: one.organizationId, role });
  const hasRead = (conversationId: string, { personId, organizationId }: SignedIn) =>
    server.owner.query(
      'insert into read_mark (conversation_id, person_id, organization_id, last_read_seq, at) values ($1, $2, $3, 0, now())',
      [conversationId, personId, organizationId],
    );
  /** Rings after everything that was rung before, and is heard in the same order. */
  const lastly = async (listeners: readonly Online[], people: readonly SignedIn[]): Promise<void> => {
    for (const { personId } of people)
      await server.owner.query(`select pg_notify('rinnalla', $1)`, [
        JSON.stringify({ name: 'notificationsChanged', payload: { personId } }),
      ]);
    for (const one of listeners)
      await one.hears((heard) => heard.some(({ name }) => name === 'notificationsChanged'));
  };
  const told = ({ heard }: Online) => heard.filter(({ name }) => name === 'unreadChanged');

  it('to those who answer for the case, stand in for them or have read it; nobody else of the office', async () => {
    const { referralId, sharedId, coach, worker } = await aSharedCase(server.owner);
    await server.owner.query('update referral set assignee_id = $1 where id = $2', [
      worker.personId,
      referralId,
    ]);
    const people = [
      worker,
      await colleagueOf(worker, 'providerWorker'),
      await colleagueOf(worker, 'providerManager'),
      await colleagueOf(worker, 'providerWorker'),
    ] as const;
    const [, substitute, reader, former] = people;
    const standsIn = (one: SignedIn, days = {}) =>
      aSubstitution(server.owner, {
        organizationId: worker.organizationId,
        membershipId: worker.membershipId,
        substituteMembershipId: one.membershipId,
        ...days,
      });
    await standsIn(substitute);
    await standsIn(former, { validFrom: '2026-01-01', validTo: '2026-01-31' });
    await hasRead(sharedId, reader);
    const online = [];
    for (const one of people) online.push(await goes(one));

    await say(sharedId, coach);
    await lastly(online, people);

    expect(online.map(told)).toEqual([[unread], [unread], [unread], []]);
  });

  it('to everybody of an association of which nobody has taken the case', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const manager = await colleagueOf(worker, 'providerManager');
    const online = [await goes(worker), await goes(manager)];

    await say(sharedId, coach);
    await lastly(online, [worker, manager]);

    expect(online.map(told)).toEqual([[unread], [unread]]);
  });

  it('of a note to the own side alone', async () => {
    const { senderNotesId, coach, worker } = await aSharedCase(server.owner);
    const online = [await goes(coach), await goes(worker)];

    await say(senderNotesId, coach);
    await lastly(online, [coach, worker]);

    expect(online.map(told)).toEqual([[unread], []]);
  });

  it('of a non-disclosure client to nobody who only read it while it was none', async () => {
    const { referralId, sharedId, coach, worker } = await aSharedCase(server.owner);
    const reader = await colleagueOf(coach, 'coordinator');
    await hasRead(sharedId, reader);
    await server.owner.query('update referral set non_disclosure = true where id = $1', [referralId]);
    const online = [await goes(coach), await goes(reader)];

    await say(sharedId, worker);
    await lastly(online, [coach, reader]);

    expect(online.map(told)).toEqual([[unread], []]);
  });
});
