import { randomUUID } from 'node:crypto';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { aSharedCase, moveReferral } from '../../testing/shared-case.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';

describe('talking on a shared case', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const say = async (conversationId: string, by: SignedIn, body = 'Hei'): Promise<number> =>
    (
      await server.call(
        messagingRoutes.send,
        { params: { conversationId }, body: { clientMessageId: randomUUID(), body } },
        by,
      )
    ).body.seq;
  const read = (conversationId: string, by: SignedIn, query = {}) =>
    server.call(messagingRoutes.entries, { params: { conversationId }, query }, by);
  const edit = (conversationId: string, seq: number, by: SignedIn, body: string) =>
    server.call(
      messagingRoutes.edit,
      { params: { conversationId, seq }, body: { clientMessageId: randomUUID(), body } },
      by,
    );
  const redact = (conversationId: string, seq: number, by: SignedIn) =>
    server.call(messagingRoutes.redact, { params: { conversationId, seq } }, by);
  const mark = (conversationId: string, upTo: number, by: SignedIn) =>
    server.call(messagingRoutes.markRead, { params: { conversationId }, body: { upTo } }, by);
  const unreadOf = async (referralId: string, by: SignedIn): Promise<number[]> =>
    (await server.call(messagingRoutes.ofReferral, { params: { referralId } }, by)).body.conversations.map(
      ({ unread }) => unread,
    );
  const anOutsider = async (): Promise<SignedIn> =>
    signedIn(server.owner, { organizationId: await anOrganization(server.owner), role: 'providerManager' });

  it('shows each side the shared conversation and its own notes, never the other’s', async () => {
    const { referralId, sharedId, senderNotesId, providerNotesId, coach, worker } = await aSharedCase(
      server.owner,
    );

    const ofCoach = await server.call(messagingRoutes.ofReferral, { params: { referralId } }, coach);
    const ofWorker = await server.call(messagingRoutes.ofReferral, { params: { referralId } }, worker);

    expect(ofCoach.body.conversations.map(({ id, audience }) => [id, audience])).toEqual([
      [sharedId, 'shared'],
      [senderNotesId, 'internal'],
    ]);
    expect(ofWorker.body.conversations.map(({ id }) => id)).toEqual([sharedId, providerNotesId]);
    expect(
      ofCoach.body.conversations.map(({ organizations }) => organizations.map(({ name }) => name.fi)),
    ).toEqual([['Kouvola', 'Salmenpään Rinnallakulkijat'], ['Kouvola']]);
  });

  it('tells the words, who and for which organization, in order and in pages', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    for (const [body, by] of [
      ['Onko tilaa?', coach],
      ['On', worker],
      ['Kiitos', coach],
    ] as const)
      await say(sharedId, by, body);

    const first = await read(sharedId, worker, { limit: 2 });
    const rest = await read(sharedId, worker, { since: 2 });

    expect(first.body).toMatchObject({
      more: true,
      entries: [
        {
          seq: 1,
          kind: 'message',
          body: 'Onko tilaa?',
          sender: { name: 'Sanna Koskinen', organizationId: coach.organizationId },
        },
        { seq: 2, body: 'On', sender: { name: 'Pekka Salmi', organizationId: worker.organizationId } },
      ],
    });
    expect(rest.body).toMatchObject({ more: false, entries: [{ seq: 3 }] });
  });

  it('answers an outsider as if nothing were there, on every route', async () => {
    const { referralId, sharedId, senderNotesId, coach, worker } = await aSharedCase(server.owner);
    const seq = await say(sharedId, coach);
    const noteSeq = await say(senderNotesId, coach);

    for (const [outsider, conversationId, number] of [
      [await anOutsider(), sharedId, seq],
      [worker, senderNotesId, noteSeq],
    ] as const) {
      const body = { clientMessageId: randomUUID(), body: 'Hei' };
      const answers = [
        await server.call(messagingRoutes.send, { params: { conversationId }, body }, outsider),
        await read(conversationId, outsider),
        await edit(conversationId, number, outsider, 'Toisin'),
        await redact(conversationId, number, outsider),
        await mark(conversationId, number, outsider),
      ];
      expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404]);
    }
    expect(
      (await server.call(messagingRoutes.ofReferral, { params: { referralId } }, await anOutsider())).status,
    ).toBe(404);
    expect((await server.call(messagingRoutes.mine, {}, await anOutsider())).body.items).toEqual([]);
    expect((await server.call(messagingRoutes.mine, {})).status).toBe(401);
  });

  it('counts unread for each person by what they have read, not for their own words', async () => {
    const { referralId, sharedId, coach, worker } = await aSharedCase(server.owner);
    const colleague = await signedIn(server.owner, { organizationId: coach.organizationId, role: 'coach' });
    await say(sharedId, worker);
    const second = await say(sharedId, worker);
    await say(sharedId, coach);

    await mark(sharedId, 1, coach);
    expect(await unreadOf(referralId, coach)).toEqual([1, 0]);
    expect(await unreadOf(referralId, colleague)).toEqual([3, 0]);
    await redact(sharedId, second, worker);
    expect(await unreadOf(referralId, coach)).toEqual([0, 0]);
  });

  it('moves the read mark never back and never past the end', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    await say(sharedId, worker);
    await say(sharedId, worker);

    expect((await mark(sharedId, 900, coach)).body.lastReadSeq).toBe(2);
    expect((await mark(sharedId, 1, coach)).body.lastReadSeq).toBe(2);
  });

  it('tells the other side that the organization has read, once, and never who', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const colleague = await signedIn(server.owner, { organizationId: coach.organizationId, role: 'coach' });
    await say(sharedId, worker);

    await mark(sharedId, 1, coach);
    await mark(sharedId, 1, colleague);
    await mark(sharedId, 2, worker);
    const { body } = await read(sharedId, worker);

    expect(body.entries.slice(1)).toEqual([
      { seq: 2, kind: 'read', at: expect.any(String), organizationId: coach.organizationId, upTo: 1 },
    ]);
    expect(JSON.stringify(body.entries.slice(1))).not.toContain(coach.personId);
  });

  it('replaces the text of an own message for five minutes, and corrects it beside afterwards', async () => {
    const { sharedId, coach } = await aSharedCase(server.owner);
    const seq = await say(sharedId, coach, 'Klo 9');

    const soon = await edit(sharedId, seq, coach, 'Klo 10');
    setClock(server, '2026-11-24T08:06:00+02:00');
    const late = await edit(sharedId, seq, coach, 'Klo 11');
    setClock(server, '2026-11-24T08:00:00+02:00');
    const { body } = await read(sharedId, coach);

    expect([soon.body.correction, late.body.correction]).toEqual([false, true]);
    expect(body.entries.map((entry) => [entry.kind, 'concerns' in entry ? entry.concerns : null])).toEqual([
      ['message', null],
      ['edit', 1],
      ['edit', 1],
    ]);
  });

  it('removes a text from every later reading, its edits too, and lets it be removed once', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const seq = await say(sharedId, coach, 'Väärä asia');
    await edit(sharedId, seq, coach, 'Yhä väärä');

    const once = await redact(sharedId, seq, coach);
    const again = await redact(sharedId, seq, coach);
    const after = await edit(sharedId, seq, coach, 'Kolmas');
    const { body } = await read(sharedId, worker);

    expect(again.body).toEqual(once.body);
    expect([after.status, after.body.reason]).toEqual([409, 'messageRemoved']);
    expect(body.entries.map((entry) => entry.kind)).toEqual(['message', 'edit', 'redaction']);
    expect(JSON.stringify(body)).not.toContain('äärä');
  });

  it('lets nobody change another’s words, nor a step of the case', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const seq = await say(sharedId, coach);

    expect((await edit(sharedId, seq, worker, 'Toisin')).body.reason).toBe('notYourMessage');
    expect((await redact(sharedId, seq, worker)).body.reason).toBe('notYourMessage');
    expect((await edit(sharedId, 99, coach, 'Toisin')).status).toBe(404);
  });

  it('takes no more words for a side that reads no longer, but still internal notes', async () => {
    const { referralId, sharedId, senderNotesId, coach, worker } = await aSharedCase(server.owner);
    await say(sharedId, coach);
    await moveReferral(server.owner, referralId, 'withdrawn');

    const closed = await server.call(
      messagingRoutes.send,
      { params: { conversationId: sharedId }, body: { clientMessageId: randomUUID(), body: 'Hei' } },
      coach,
    );
    const conversations = await server.call(messagingRoutes.ofReferral, { params: { referralId } }, coach);

    expect([closed.status, closed.body.reason]).toEqual([409, 'conversationClosed']);
    expect(conversations.body.conversations.map(({ writable }) => writable)).toEqual([false, true]);
    expect(await say(senderNotesId, coach)).toBe(1);
    expect((await read(sharedId, worker)).status).toBe(404);
  });

  it('keeps a non-disclosure client’s conversation to the handler on the sender’s side', async () => {
    const { referralId, sharedId, coach, worker } = await aSharedCase(server.owner, { nonDisclosure: true });
    const colleague = await signedIn(server.owner, {
      organizationId: coach.organizationId,
      role: 'coordinator',
    });
    await say(sharedId, worker);

    expect((await read(sharedId, colleague)).status).toBe(404);
    expect(
      (await server.call(messagingRoutes.ofReferral, { params: { referralId } }, colleague)).status,
    ).toBe(404);
    expect((await read(sharedId, coach)).status).toBe(200);
  });

  it('lists my conversations with words, newest first, page by page, or only the unread', async () => {
    const first = await aSharedCase(server.owner);
    const others = await Promise.all([1, 2].map(() => aSharedCase(server.owner, first)));
    const cases = [first, ...others];
    for (const [index, { sharedId, worker }] of cases.entries()) {
      setClock(server, `2026-11-24T09:0${index}:00+02:00`);
      await say(sharedId, worker, `Viesti ${index}`);
    }
    setClock(server, '2026-11-24T08:00:00+02:00');
    await mark(cases[1]?.sharedId ?? '', 1, first.coach);

    const page = await server.call(messagingRoutes.mine, { query: { limit: 2 } }, first.coach);
    const rest = await server.call(
      messagingRoutes.mine,
      { query: { limit: 2, after: page.body.next ?? '' } },
      first.coach,
    );
    const unread = await server.call(messagingRoutes.mine, { query: { show: 'unread' } }, first.coach);

    expect(page.body.items.map(({ id }) => id)).toEqual([cases[2]?.sharedId, cases[1]?.sharedId]);
    expect(page.body.items[0]).toMatchObject({
      firstName: 'Anna',
      unread: 1,
      otherOrganization: { name: { fi: 'Salmenpään Rinnallakulkijat' } },
      lastMessage: { senderName: 'Pekka Salmi', text: 'Viesti 2', mine: false },
    });
    expect([rest.body.items.map(({ id }) => id), rest.body.next]).toEqual([[first.sharedId], null]);
    expect(unread.body.items.map(({ id }) => id)).toEqual([cases[2]?.sharedId, first.sharedId]);
  });

  it('refuses what is no message, at the field', async () => {
    const { sharedId, coach } = await aSharedCase(server.owner);

    const answer = await server.call(
      messagingRoutes.send,
      {
        params: { conversationId: sharedId },
        body: { clientMessageId: 'x', body: 'ä'.repeat(5_000), urgent: true } as never,
      },
      coach,
    );
    const cursor = await server.call(messagingRoutes.mine, { query: { after: 'zzz' } }, coach);

    expect(answer.status).toBe(400);
    expect(answer.body.fields?.map(({ path, code }) => [path, code])).toEqual([
      ['body.clientMessageId', 'invalid'],
      ['body.body', 'tooLong'],
      ['body.urgent', 'unknownField'],
    ]);
    expect(cursor.body.fields).toEqual([{ path: 'query.after', code: 'invalid' }]);
  });

  it('slows down who sends more than twenty in ten seconds', async () => {
    const { sharedId, coach } = await aSharedCase(server.owner);
    for (let count = 0; count < 20; count++) await say(sharedId, coach);

    const answer = await server.call(
      messagingRoutes.send,
      { params: { conversationId: sharedId }, body: { clientMessageId: randomUUID(), body: 'Liikaa' } },
      coach,
    );

    expect([answer.status, answer.body.reason, answer.headers.get('retry-after')]).toEqual([
      429,
      'messagePace',
      '2',
    ]);
  });
});
