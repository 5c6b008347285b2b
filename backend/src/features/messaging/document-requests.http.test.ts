import { randomUUID } from 'node:crypto';
import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import type { DocumentKind } from '@rinnalla/shared/messaging/message-card';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { anAttachment } from '../../testing/attachments.js';
import type { SignedIn } from '../../testing/people.js';
import { aSharedCase, type SharedCase } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('a request for a document in a conversation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const request = (conversationId: string, by: SignedIn, document: DocumentKind = 'decision') =>
    server.call(
      messagingRoutes.send,
      {
        params: { conversationId },
        body: {
          clientMessageId: randomUUID(),
          body: 'Aloitus tarvitsee päätöksen.',
          card: { kind: 'documentRequest', document },
        },
      },
      by,
    );
  const requested = async ({ sharedId, worker }: SharedCase): Promise<number> =>
    (await request(sharedId, worker)).body.seq;
  const answer = (
    { referralId }: SharedCase,
    seq: number,
    by: SignedIn,
    attachmentIds?: string[],
    clientMessageId: string = randomUUID(),
  ) =>
    server.call(
      answerRoutes.document,
      {
        params: { referralId, seq },
        body: {
          clientMessageId,
          body: attachmentIds ? 'Tässä.' : 'Sitä ei ole.',
          ...(attachmentIds ? { given: true, attachmentIds } : { given: false }),
        },
      },
      by,
    );
  const uploaded = async ({ sharedId }: SharedCase, by: SignedIn): Promise<string> =>
    (await anAttachment(server, by, sharedId, { isSent: false })).attachmentId;
  const reasonOf = ({ body }: { body: { reason?: string } }) => body.reason;

  it('is answered by the other side with the document as a file of the answer', async () => {
    const talk = await aSharedCase(server.owner);
    const seq = await requested(talk);
    const file = await uploaded(talk, talk.coach);

    const given = await answer(talk, seq, talk.coach, [file]);
    const { entries } = (
      await server.call(messagingRoutes.entries, { params: { conversationId: talk.sharedId } }, talk.worker)
    ).body;
    const { rows } = await server.owner.query(
      `select action from audit_event where object_id = $1 and action like '%Document' order by seq`,
      [talk.sharedId],
    );

    expect(given.status).toBe(201);
    expect(entries).toMatchObject([
      { card: { kind: 'documentRequest', document: 'decision' } },
      { card: { kind: 'documentAnswer', concerns: seq, given: true }, attachmentIds: [file] },
    ]);
    expect(rows.map(({ action }) => action)).toEqual(['requestDocument', 'giveDocument']);
  });

  it('is answered in words when there is no document to give', async () => {
    const talk = await aSharedCase(server.owner);

    const declined = await answer(talk, await requested(talk), talk.coach);
    const { entries } = (
      await server.call(messagingRoutes.entries, { params: { conversationId: talk.sharedId } }, talk.worker)
    ).body;

    expect(declined.status).toBe(201);
    expect(entries[1]).toMatchObject({
      body: 'Sitä ei ole.',
      card: { kind: 'documentAnswer', given: false },
    });
    expect(entries[1]).not.toHaveProperty('attachmentIds');
  });

  it('is given with at least one file, and with files that its giver uploaded there', async () => {
    const talk = await aSharedCase(server.owner);
    const seq = await requested(talk);
    const theirs = await uploaded(talk, talk.worker);
    const ofNotes = (await anAttachment(server, talk.coach, talk.senderNotesId, { isSent: false }))
      .attachmentId;

    expect((await answer(talk, seq, talk.coach, [])).body.fields).toEqual([
      { path: 'body.attachmentIds', code: 'required', limit: 1 },
    ]);
    expect(reasonOf(await answer(talk, seq, talk.coach, [theirs]))).toBe('attachmentGone');
    expect(reasonOf(await answer(talk, seq, talk.coach, [ofNotes]))).toBe('attachmentGone');
    expect((await answer(talk, seq, talk.coach, [await uploaded(talk, talk.coach)])).status).toBe(201);
  });

  it('is answered once, though two answer at the same moment; the same answer again is the same', async () => {
    const talk = await aSharedCase(server.owner);
    const seq = await requested(talk);
    const file = await uploaded(talk, talk.coach);
    const both = await Promise.all([answer(talk, seq, talk.coach, [file]), answer(talk, seq, talk.coach)]);
    const second = await requested(talk);
    const [other, id] = [await uploaded(talk, talk.coach), randomUUID()];

    const first = await answer(talk, second, talk.coach, [other], id);
    const again = await answer(talk, second, talk.coach, [other], id);
    const changed = await answer(talk, second, talk.coach, [await uploaded(talk, talk.coach)], id);

    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(reasonOf(both.find(({ status }) => status === 409)!)).toBe('cardAnswered');
    expect([again.status, again.body.seq]).toEqual([201, first.body.seq]);
    expect(changed.body.code).toBe('idempotencyConflict');
  });

  it('is not for its own side to answer, nor for another case, nor in internal notes', async () => {
    const [talk, elsewhere] = [await aSharedCase(server.owner), await aSharedCase(server.owner)];
    const seq = await requested(talk);

    expect(reasonOf(await answer(talk, seq, talk.worker))).toBe('ownCard');
    expect((await answer(talk, seq, elsewhere.coach)).status).toBe(404);
    expect((await answer(talk, 99, talk.coach)).status).toBe(404);
    expect(reasonOf(await request(talk.senderNotesId, talk.coach))).toBe('sharedOnly');
    expect((await request(talk.sharedId, talk.worker, 'passport' as never)).body.fields).toEqual([
      { path: 'body.card.document', code: 'notInList' },
    ]);
  });

  it('can be taken back until it is answered; then it and its answer with the files stand', async () => {
    const talk = await aSharedCase(server.owner);
    const [open, given] = [await requested(talk), await requested(talk)];
    const reply = (await answer(talk, given, talk.coach, [await uploaded(talk, talk.coach)])).body.seq;
    const redact = (seq: number, by: SignedIn) =>
      server.call(messagingRoutes.redact, { params: { conversationId: talk.sharedId, seq } }, by);

    expect((await redact(open, talk.worker)).status).toBe(201);
    expect(reasonOf(await answer(talk, open, talk.coach))).toBe('messageRemoved');
    expect(reasonOf(await redact(given, talk.worker))).toBe('cardAnswered');
    expect(reasonOf(await redact(reply, talk.coach))).toBe('cardAnswered');
  });
});
