import { randomUUID } from 'node:crypto';
import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import type { AgreementVerdict } from '@rinnalla/shared/messaging/message-card';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { SignedIn } from '../../testing/people.js';
import { aSharedCase, type SharedCase } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('what was agreed, written down in a conversation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const write = async (
    conversationId: string,
    by: SignedIn,
    body = 'Pekka tulee mukaan ensimmäiselle käynnille.',
  ) =>
    server.call(
      messagingRoutes.send,
      {
        params: { conversationId },
        body: { clientMessageId: randomUUID(), body, card: { kind: 'agreement' } },
      },
      by,
    );
  const answer = (
    { referralId }: Pick<SharedCase, 'referralId'>,
    seq: number,
    by: SignedIn,
    verdict: AgreementVerdict,
    { clientMessageId = randomUUID() as string, body = 'Näin on.' } = {},
  ) =>
    server.call(
      answerRoutes.agreement,
      { params: { referralId, seq }, body: { clientMessageId, body, verdict } },
      by,
    );
  const agreed = async (talk: SharedCase): Promise<number> =>
    (await write(talk.sharedId, talk.coach)).body.seq;
  const confirmed = async (talk: SharedCase): Promise<number> => {
    const seq = await agreed(talk);
    await answer(talk, seq, talk.worker, 'confirmed');
    return seq;
  };
  const reasonOf = ({ body }: { body: { reason?: string } }) => body.reason;

  it('is confirmed by the other side, and then ended by either, in words of their own', async () => {
    const talk = await aSharedCase(server.owner);
    const seq = await agreed(talk);

    const yes = await answer(talk, seq, talk.worker, 'confirmed');
    const over = await answer(talk, seq, talk.coach, 'ended', { body: 'Käynti on tehty.' });
    const { entries } = (
      await server.call(messagingRoutes.entries, { params: { conversationId: talk.sharedId } }, talk.worker)
    ).body;

    expect([yes.status, over.status]).toEqual([201, 201]);
    expect(entries).toMatchObject([
      { body: 'Pekka tulee mukaan ensimmäiselle käynnille.', card: { kind: 'agreement' } },
      {
        sender: { name: 'Pekka Salmi' },
        card: { kind: 'agreementAnswer', concerns: seq, verdict: 'confirmed' },
      },
      { body: 'Käynti on tehty.', card: { kind: 'agreementAnswer', concerns: seq, verdict: 'ended' } },
    ]);
  });

  it('leaves a row of the log for each thing that was said of it', async () => {
    const talk = await aSharedCase(server.owner);
    await answer(talk, await confirmed(talk), talk.worker, 'ended');
    await answer(talk, await agreed(talk), talk.worker, 'disputed');

    const { rows } = await server.owner.query<{ action: string }>(
      `select distinct action from audit_event where object_id = $1 and action like '%Agreement' order by action`,
      [talk.sharedId],
    );

    expect(rows.map(({ action }) => action)).toEqual([
      'confirmAgreement',
      'disputeAgreement',
      'endAgreement',
      'recordAgreement',
    ]);
  });

  it('is answered once, though two answer at the same moment; the same answer again is the same', async () => {
    const talk = await aSharedCase(server.owner);
    const seq = await agreed(talk);
    const both = await Promise.all([
      answer(talk, seq, talk.worker, 'confirmed'),
      answer(talk, seq, talk.worker, 'disputed'),
    ]);
    const second = await agreed(talk);
    const clientMessageId = randomUUID();
    const first = await answer(talk, second, talk.worker, 'confirmed', { clientMessageId });
    await answer(talk, second, talk.coach, 'ended');

    const again = await answer(talk, second, talk.worker, 'confirmed', { clientMessageId });
    const other = await answer(talk, second, talk.worker, 'disputed', { clientMessageId });

    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(reasonOf(both.find(({ status }) => status === 409)!)).toBe('cardAnswered');
    expect([again.status, again.body.seq]).toEqual([201, first.body.seq]);
    expect([other.status, other.body.code]).toEqual([409, 'idempotencyConflict']);
  });

  it('is ended once, though both sides end it at the same moment', async () => {
    const talk = await aSharedCase(server.owner);
    const seq = await confirmed(talk);

    const both = await Promise.all([
      answer(talk, seq, talk.coach, 'ended'),
      answer(talk, seq, talk.worker, 'ended'),
    ]);

    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(reasonOf(both.find(({ status }) => status === 409)!)).toBe('alreadyEnded');
  });

  it('is not for its own side to confirm, nor to be ended before it was confirmed', async () => {
    const talk = await aSharedCase(server.owner);
    const seq = await agreed(talk);
    const disputed = await agreed(talk);
    await answer(talk, disputed, talk.worker, 'disputed');

    expect(reasonOf(await answer(talk, seq, talk.coach, 'confirmed'))).toBe('ownCard');
    expect(reasonOf(await answer(talk, seq, talk.coach, 'ended'))).toBe('notConfirmed');
    expect(reasonOf(await answer(talk, disputed, talk.worker, 'ended'))).toBe('notConfirmed');
  });

  it('stands in the shared conversation alone, and is answered only where it was written', async () => {
    const [talk, elsewhere] = [await aSharedCase(server.owner), await aSharedCase(server.owner)];
    const seq = await agreed(talk);
    const words = await server.call(
      messagingRoutes.send,
      { params: { conversationId: talk.sharedId }, body: { clientMessageId: randomUUID(), body: 'Hei' } },
      talk.coach,
    );

    expect(reasonOf(await write(talk.senderNotesId, talk.coach))).toBe('sharedOnly');
    expect((await write(talk.sharedId, elsewhere.coach)).status).toBe(404);
    expect((await answer(talk, seq, elsewhere.worker, 'confirmed')).status).toBe(404);
    expect((await answer(talk, words.body.seq, talk.worker, 'confirmed')).status).toBe(404);
    expect((await write(talk.sharedId, talk.coach, ' ')).status).toBe(400);
  });

  it('can be taken back until it is answered; then it is neither edited, removed nor recalled, nor is its answer', async () => {
    const talk = await aSharedCase(server.owner);
    const [open, bound] = [await agreed(talk), await confirmed(talk)];
    const message = (seq: number) => ({ conversationId: talk.sharedId, seq });
    const redact = (seq: number, by: SignedIn) =>
      server.call(messagingRoutes.redact, { params: message(seq) }, by);

    expect((await redact(open, talk.coach)).status).toBe(201);
    expect(reasonOf(await answer(talk, open, talk.worker, 'confirmed'))).toBe('messageRemoved');
    expect(reasonOf(await redact(bound, talk.coach))).toBe('cardAnswered');
    expect(reasonOf(await redact(bound + 1, talk.worker))).toBe('cardAnswered');
    expect(reasonOf(await server.call(messagingRoutes.recall, { params: message(bound) }, talk.coach))).toBe(
      'cardAnswered',
    );
    const body = { clientMessageId: randomUUID(), body: 'Toisin' };
    expect(
      reasonOf(await server.call(messagingRoutes.edit, { params: message(bound), body }, talk.coach)),
    ).toBe('cardStands');
  });

  it('asks about sensitive words in what was agreed and in its answer', async () => {
    const talk = await aSharedCase(server.owner);
    const code = 'Tunnus on 131052-308T.';

    expect(reasonOf(await write(talk.sharedId, talk.coach, code))).toBe('sensitiveText');
    expect(reasonOf(await answer(talk, await agreed(talk), talk.worker, 'disputed', { body: code }))).toBe(
      'sensitiveText',
    );
  });
});
