import { randomUUID } from 'node:crypto';
import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { loggedActions } from '../../testing/logged-actions.js';
import type { SignedIn } from '../../testing/people.js';
import { aSharedCase, moveReferral, type SharedCase } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const thursday = '2026-11-26T11:00:00.000Z';
const friday = '2026-11-27T07:00:00.000Z';

describe('a meeting proposal in a conversation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const propose = (conversationId: string, by: SignedIn, times = [friday, '2026-11-26T13:00:00+02:00']) =>
    server.call(
      messagingRoutes.send,
      {
        params: { conversationId },
        body: {
          clientMessageId: randomUUID(),
          body: 'Ehdotan tapaamista.',
          card: { kind: 'meetingProposal', times, minutes: 45, way: 'onSite' },
        },
      },
      by,
    );
  const answer = (
    referralId: string,
    seq: number,
    by: SignedIn,
    time: string | null,
    clientMessageId: string = randomUUID(),
  ) =>
    server.call(
      answerRoutes.meeting,
      { params: { referralId, seq }, body: { clientMessageId, body: time ? 'Sopii.' : 'Ei sovi.', time } },
      by,
    );
  const read = async (conversationId: string, by: SignedIn) =>
    (await server.call(messagingRoutes.entries, { params: { conversationId } }, by)).body.entries;
  const firstMeetingOf = async ({ referralId }: SharedCase): Promise<string | null> =>
    (
      await server.owner.query<{ at: Date | null }>(
        'select first_meeting_at as at from referral where id = $1',
        [referralId],
      )
    ).rows[0]?.at?.toISOString() ?? null;

  it('stands with its times in order, and is accepted by the other side with one of them', async () => {
    const { referralId, sharedId, coach, worker } = await aSharedCase(server.owner);
    const { seq } = (await propose(sharedId, coach)).body;

    const accepted = await answer(referralId, seq, worker, thursday);

    expect(accepted.status).toBe(201);
    expect(await read(sharedId, coach)).toMatchObject([
      {
        kind: 'message',
        card: { kind: 'meetingProposal', times: [thursday, friday], minutes: 45, way: 'onSite' },
      },
      {
        kind: 'message',
        body: 'Sopii.',
        sender: { name: 'Pekka Salmi' },
        card: { kind: 'meetingAnswer', concerns: seq, time: thursday },
      },
    ]);
  });

  it('becomes the first meeting where the place is promised, and changes nothing of the referral before', async () => {
    const early = await aSharedCase(server.owner);
    const promised = await aSharedCase(server.owner);
    await moveReferral(server.owner, promised.referralId, 'accepted');

    const talk = await answer(
      early.referralId,
      (await propose(early.sharedId, early.coach)).body.seq,
      early.worker,
      thursday,
    );
    const moved = await answer(
      promised.referralId,
      (await propose(promised.sharedId, promised.worker)).body.seq,
      promised.coach,
      friday,
    );
    const { rows } = await server.owner.query(
      `select from event where name = 'firstMeetingAgreed' and payload->>'referralId' = $1`,
      [promised.referralId],
    );

    expect([talk.body.firstMeetingAt, await firstMeetingOf(early)]).toEqual([null, null]);
    expect([moved.body.firstMeetingAt, await firstMeetingOf(promised)]).toEqual([friday, friday]);
    expect(rows).toHaveLength(1);
    expect(await loggedActions(server.owner, promised.referralId)).toContain('moveFirstMeeting');
    expect(await loggedActions(server.owner, early.referralId)).not.toContain('moveFirstMeeting');
  });

  it('is answered once, though two answer at the same moment; the same answer again is the same', async () => {
    const { referralId, sharedId, coach, worker } = await aSharedCase(server.owner);
    const { seq } = (await propose(sharedId, coach)).body;

    const answers = await Promise.all([
      answer(referralId, seq, worker, thursday),
      answer(referralId, seq, worker, null),
    ]);
    const repeated = randomUUID();
    const second = (await propose(sharedId, coach)).body.seq;
    const again = [
      await answer(referralId, second, worker, friday, repeated),
      await answer(referralId, second, worker, friday, repeated),
    ];

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.reason).toBe('cardAnswered');
    expect(again[1]?.body.seq).toBe(again[0]?.body.seq);
  });

  it('is not for its own side to answer, nor with a time that nobody proposed, nor in internal notes', async () => {
    const { referralId, sharedId, senderNotesId, coach, worker } = await aSharedCase(server.owner);
    const { seq } = (await propose(sharedId, coach)).body;

    expect((await answer(referralId, seq, coach, thursday)).body.reason).toBe('ownCard');
    expect((await answer(referralId, seq, worker, '2026-12-24T08:00:00Z')).body.fields).toEqual([
      { path: 'body.time', code: 'notInList' },
    ]);
    expect((await answer(referralId, 99, worker, thursday)).status).toBe(404);
    expect((await propose(senderNotesId, coach)).body.reason).toBe('sharedOnly');
    expect((await propose(sharedId, coach, ['2026-11-23T08:00:00Z'])).body.fields).toEqual([
      { path: 'body.card.times.0', code: 'inThePast' },
    ]);
  });

  it('is made by nobody of another case, who finds no conversation', async () => {
    const [{ sharedId }, { coach }] = [await aSharedCase(server.owner), await aSharedCase(server.owner)];

    const answered = await propose(sharedId, coach);

    expect([answered.status, answered.body.code]).toEqual([404, 'notFound']);
  });

  it('can be taken back until it is answered; then both sides rely on it', async () => {
    const { referralId, sharedId, coach, worker } = await aSharedCase(server.owner);
    const [open, answered] = [
      (await propose(sharedId, coach)).body.seq,
      (await propose(sharedId, coach)).body.seq,
    ];
    const reply = (await answer(referralId, answered, worker, thursday)).body.seq;
    const redact = (seq: number, by: SignedIn) =>
      server.call(messagingRoutes.redact, { params: { conversationId: sharedId, seq } }, by);

    expect((await redact(open, coach)).status).toBe(201);
    expect((await answer(referralId, open, worker, thursday)).body.reason).toBe('messageRemoved');
    expect((await redact(answered, coach)).body.reason).toBe('cardAnswered');
    expect((await redact(reply, worker)).body.reason).toBe('cardAnswered');
    const recalled = await server.call(
      messagingRoutes.recall,
      { params: { conversationId: sharedId, seq: answered } },
      coach,
    );
    expect([recalled.status, recalled.body.reason]).toEqual([409, 'cardAnswered']);
    const edited = await server.call(
      messagingRoutes.edit,
      {
        params: { conversationId: sharedId, seq: answered },
        body: { clientMessageId: randomUUID(), body: 'Toisin' },
      },
      coach,
    );
    expect(edited.body.reason).toBe('cardStands');
    expect((await read(sharedId, worker)).find((entry) => entry.seq === open)).not.toHaveProperty('card');
  });
});
