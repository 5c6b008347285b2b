import { randomUUID } from 'node:crypto';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { type SignedIn, signedIn } from '../../testing/people.js';
import { aSharedCase, moveReferral } from '../../testing/shared-case.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

describe('calling by name, recalling, settling and coming back', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const send = (conversationId: string, by: SignedIn, body: string, mentions: string[] = []) =>
    server.call(
      messagingRoutes.send,
      { params: { conversationId }, body: { clientMessageId: randomUUID(), body, mentions } },
      by,
    );
  const say = async (conversationId: string, by: SignedIn, body = 'Hei'): Promise<number> =>
    (await send(conversationId, by, body)).body.seq;
  const read = async (conversationId: string, by: SignedIn) =>
    (await server.call(messagingRoutes.entries, { params: { conversationId } }, by)).body.entries;
  const recall = (conversationId: string, seq: number, by: SignedIn) =>
    server.call(messagingRoutes.recall, { params: { conversationId, seq } }, by);
  const edit = (conversationId: string, seq: number, by: SignedIn, body: string) =>
    server.call(
      messagingRoutes.edit,
      { params: { conversationId, seq }, body: { clientMessageId: randomUUID(), body } },
      by,
    );
  const teamOf = async (conversationId: string, by: SignedIn): Promise<string[]> =>
    (await server.call(messagingRoutes.team, { params: { conversationId } }, by)).body.members.map(
      ({ membershipId }) => membershipId,
    );
  const colleagueOf = (someone: SignedIn, role: 'coach' | 'providerWorker') =>
    signedIn(server.owner, {
      organizationId: someone.organizationId,
      role,
      givenName: 'Outi',
      surname: 'Berg',
    });
  const audits = async (action: string): Promise<number> =>
    Number(
      (
        await server.owner.query<{ count: string }>('select count(*) from audit_event where action = $1', [
          action,
        ])
      ).rows[0]?.count,
    );

  describe('a name', () => {
    it('can be that of one’s own people, and of the other side only of those who answer for the case or have written', async () => {
      const { sharedId, coach, worker } = await aSharedCase(server.owner);
      const [ownColleague, theirColleague] = [
        await colleagueOf(coach, 'coach'),
        await colleagueOf(worker, 'providerWorker'),
      ];

      const before = await teamOf(sharedId, coach);
      await say(sharedId, theirColleague);
      const after = await teamOf(sharedId, coach);

      expect(before.toSorted()).toEqual([coach.membershipId, ownColleague.membershipId].toSorted());
      expect(after).toContain(theirColleague.membershipId);
      expect(await teamOf(sharedId, worker)).toContain(coach.membershipId);
    });

    it('of internal notes is never that of the other side', async () => {
      const { sharedId, senderNotesId, coach, worker } = await aSharedCase(server.owner);
      await say(sharedId, worker);

      expect(await teamOf(senderNotesId, coach)).toEqual([coach.membershipId]);
      expect((await send(senderNotesId, coach, '@Pekka', [worker.membershipId])).body.fields).toEqual([
        { path: 'body.mentions', code: 'notInList' },
      ]);
    });

    it('of a non-disclosure client’s case is on the sender’s side the handler’s alone', async () => {
      const { sharedId, coach } = await aSharedCase(server.owner, { nonDisclosure: true });
      const colleague = await colleagueOf(coach, 'coach');

      expect(await teamOf(sharedId, coach)).toEqual([coach.membershipId]);
      expect((await send(sharedId, coach, '@Outi', [colleague.membershipId])).status).toBe(400);
      expect(
        (await server.call(messagingRoutes.team, { params: { conversationId: sharedId } }, colleague)).status,
      ).toBe(404);
    });

    it('stands in the message as it was, is told once by an event of ids, and shows in the list of who was called', async () => {
      const { sharedId, coach, worker } = await aSharedCase(server.owner);
      const message = {
        clientMessageId: randomUUID(),
        body: 'Sopiiko, @Sanna Koskinen?',
        mentions: [coach.membershipId],
      };

      for (let times = 0; times < 2; times++)
        await server.call(
          messagingRoutes.send,
          { params: { conversationId: sharedId }, body: message },
          worker,
        );
      const { rows } = await server.owner.query<{ payload: object }>(
        `select payload from event where name = 'personMentioned' and payload->>'conversationId' = $1`,
        [sharedId],
      );
      const mine = await server.call(messagingRoutes.mine, {}, coach);

      expect((await read(sharedId, coach))[0]).toMatchObject({
        body: message.body,
        mentions: [{ membershipId: coach.membershipId, name: 'Sanna Koskinen' }],
      });
      expect(rows.map(({ payload }) => payload)).toEqual([
        {
          conversationId: sharedId,
          referralId: expect.any(String),
          seq: 1,
          membershipId: coach.membershipId,
          personId: coach.personId,
        },
      ]);
      expect(mine.body.items.find(({ id }) => id === sharedId)?.mentioned).toBe(true);
    });
  });

  describe('a message that went to the wrong case', () => {
    it('is gone for everyone with its history, from the database too, and leaves a mark and a row in the log of use', async () => {
      const { sharedId, coach, worker } = await aSharedCase(server.owner);
      const { body } = await send(sharedId, coach, 'Väärän asian salaisuus', [coach.membershipId]);
      await edit(sharedId, body.seq, coach, 'Yhä väärän asian salaisuus');
      const before = await audits('recallMessage');

      const once = await recall(sharedId, body.seq, coach);
      const again = await recall(sharedId, body.seq, coach);
      const entries = await read(sharedId, worker);
      const kept = await server.owner.query(
        'select body, details from conversation_entry where conversation_id = $1',
        [sharedId],
      );

      expect([once.status, again.body]).toEqual([201, once.body]);
      expect(entries.map((entry) => entry.kind)).toEqual(['message', 'edit', 'redaction']);
      expect(entries.at(-1)).toMatchObject({ concerns: body.seq, recalled: true });
      expect(JSON.stringify([entries, kept.rows])).not.toMatch(/salaisuus|Koskinen","membershipId/);
      expect(
        (await server.owner.query('select from mention where conversation_id = $1', [sharedId])).rowCount,
      ).toBe(0);
      expect((await audits('recallMessage')) - before).toBe(1);
    });

    it('can be recalled for five minutes, by its writer', async () => {
      const { sharedId, coach, worker } = await aSharedCase(server.owner);
      const seq = await say(sharedId, coach);

      const byOther = await recall(sharedId, seq, worker);
      setClock(server, '2026-11-24T08:06:00+02:00');
      const late = await recall(sharedId, seq, coach);
      setClock(server, '2026-11-24T08:00:00+02:00');

      expect([byOther.status, byOther.body.reason]).toEqual([403, 'notYourMessage']);
      expect([late.status, late.body.reason]).toEqual([409, 'recallTooLate']);
      expect(await read(sharedId, coach)).toHaveLength(1);
    });

    it('answers a repeated send as before, though its text can no longer be compared', async () => {
      const { sharedId, coach } = await aSharedCase(server.owner);
      const message = { clientMessageId: randomUUID(), body: 'Väärä asia' };
      const ask = () =>
        server.call(messagingRoutes.send, { params: { conversationId: sharedId }, body: message }, coach);
      const first = await ask();
      await recall(sharedId, first.body.seq, coach);

      expect(await ask()).toMatchObject({ status: 201, body: first.body });
    });

    it('can still be recalled when the other side reads no longer', async () => {
      const { referralId, sharedId, coach } = await aSharedCase(server.owner);
      const seq = await say(sharedId, coach);
      await moveReferral(server.owner, referralId, 'withdrawn');

      expect((await recall(sharedId, seq, coach)).status).toBe(201);
    });
  });

  describe('marking unread', () => {
    const mark = (conversationId: string, upTo: number, by: SignedIn) =>
      server.call(messagingRoutes.markRead, { params: { conversationId }, body: { upTo } }, by);
    const unread = (conversationId: string, from: number, by: SignedIn) =>
      server.call(messagingRoutes.markUnread, { params: { conversationId }, body: { from } }, by);
    const unreadOf = async (referralId: string, by: SignedIn) =>
      (await server.call(messagingRoutes.ofReferral, { params: { referralId } }, by)).body.conversations[0]
        ?.unread;

    it('brings words back for oneself alone, and tells the other side nothing, now or when they are read again', async () => {
      const { referralId, sharedId, coach, worker } = await aSharedCase(server.owner);
      const colleague = await colleagueOf(coach, 'coach');
      for (let count = 0; count < 3; count++) await say(sharedId, worker);
      await mark(sharedId, 3, coach);
      await mark(sharedId, 3, colleague);

      expect((await unread(sharedId, 2, coach)).body).toEqual({ lastReadSeq: 1 });
      expect([await unreadOf(referralId, coach), await unreadOf(referralId, colleague)]).toEqual([2, 0]);
      await mark(sharedId, 3, coach);
      expect(await unreadOf(referralId, coach)).toBe(0);
      expect((await read(sharedId, worker)).filter((entry) => entry.kind === 'read')).toHaveLength(1);
    });

    it('moves the mark back only, and never for an outsider', async () => {
      const { sharedId, senderNotesId, coach, worker } = await aSharedCase(server.owner);
      await say(sharedId, worker);

      expect((await unread(sharedId, 9, coach)).body).toEqual({ lastReadSeq: 0 });
      expect((await unread(senderNotesId, 1, worker)).status).toBe(404);
    });
  });

  describe('settling', () => {
    const resolve = (conversationId: string, resolved: boolean, by: SignedIn) =>
      server.call(messagingRoutes.resolve, { params: { conversationId }, body: { resolved } }, by);
    const shelf = async (show: 'open' | 'resolved' | 'later', by: SignedIn) =>
      (await server.call(messagingRoutes.mine, { query: { show } }, by)).body.items.map(({ id }) => id);

    it('is an entry that both sides see, stands once, and ends with the next word', async () => {
      const { sharedId, coach, worker } = await aSharedCase(server.owner);
      await say(sharedId, coach);

      await resolve(sharedId, true, coach);
      await resolve(sharedId, true, worker);
      const settled = await read(sharedId, worker);
      const shelves = [await shelf('open', coach), await shelf('resolved', coach)];
      await say(sharedId, worker);

      expect(settled.slice(1)).toMatchObject([
        { kind: 'resolution', resolved: true, sender: { name: 'Sanna Koskinen' } },
      ]);
      expect(shelves).toEqual([[], [sharedId]]);
      expect([await shelf('open', coach), await shelf('resolved', coach)]).toEqual([[sharedId], []]);
    });

    it('hides nothing that one has not read', async () => {
      const { sharedId, coach, worker } = await aSharedCase(server.owner);
      await say(sharedId, coach);

      await resolve(sharedId, true, coach);

      expect(await shelf('open', worker)).toEqual([sharedId]);
      expect((await resolve(sharedId, false, worker)).body).toEqual({ resolved: false });
      expect((await read(sharedId, coach)).at(-1)).toMatchObject({ kind: 'resolution', resolved: false });
    });
  });

  describe('putting off', () => {
    const snooze = (conversationId: string, until: string | null, by: SignedIn) =>
      server.call(messagingRoutes.snooze, { params: { conversationId }, body: { until } }, by);
    const shelf = async (show: 'open' | 'later' | 'unread', by: SignedIn) =>
      (await server.call(messagingRoutes.mine, { query: { show } }, by)).body.items.map(({ id }) => id);

    it('takes a conversation from one’s own list alone, until its day', async () => {
      const { sharedId, coach, worker } = await aSharedCase(server.owner);
      await say(sharedId, worker);

      await snooze(sharedId, '2026-11-26', coach);

      expect([await shelf('open', coach), await shelf('unread', coach), await shelf('later', coach)]).toEqual(
        [[], [], [sharedId]],
      );
      expect(await shelf('open', worker)).toEqual([sharedId]);
      setClock(server, '2026-11-26T00:05:00+02:00');
      expect(await shelf('open', coach)).toEqual([sharedId]);
      setClock(server, '2026-11-24T08:00:00+02:00');
    });

    it('ends when somebody else writes, not when one writes oneself', async () => {
      const { sharedId, coach, worker } = await aSharedCase(server.owner);
      await say(sharedId, worker);
      await snooze(sharedId, '2026-12-01', coach);

      await say(sharedId, coach);
      const afterOwn = await shelf('open', coach);
      await say(sharedId, worker);

      expect([afterOwn, await shelf('open', coach)]).toEqual([[], [sharedId]]);
    });

    it('needs a day to come, and can be taken back', async () => {
      const { sharedId, senderNotesId, coach, worker } = await aSharedCase(server.owner);
      await say(sharedId, worker);

      expect((await snooze(sharedId, '2026-11-24', coach)).body.fields).toEqual([
        { path: 'body.until', code: 'inThePast' },
      ]);
      await snooze(sharedId, '2026-12-01', coach);
      expect((await snooze(sharedId, null, coach)).body).toEqual({ snoozedUntil: null });
      expect(await shelf('open', coach)).toEqual([sharedId]);
      expect((await snooze(senderNotesId, '2026-12-01', worker)).status).toBe(404);
    });
  });
});
