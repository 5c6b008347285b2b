import { Problem } from '../kernel/problem.js';
import { openConversation, stepConversation } from './conversation-state.js';
import type { MessageLine } from './conversation-line.js';
import { answerTo, checkMeetingAnswer, checkMeetingTimes, isBinding } from './meeting-rules.js';
import { meetingProposalInput } from './message-card.js';

const now = new Date('2026-11-24T06:00:00Z');
const thursday = '2026-11-26T11:00:00.000Z';
const proposal = {
  organizationId: 'kouvola',
  times: [thursday, '2026-11-23T11:00:00.000Z'],
  removed: false,
  answered: false,
};
const refusal = (work: () => void): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Problem ? (error.extra.reason ?? error.code) : 'no problem of ours';
  }
};
const answering = (organizationId: string, time: string | null, change: Partial<typeof proposal> = {}) =>
  refusal(() => checkMeetingAnswer({ ...proposal, ...change }, { organizationId, time }, now));

describe('a meeting proposal', () => {
  it('is answered by the other side, once, with one of its times that lies ahead, or with none', () => {
    expect(answering('salmenpaa', thursday)).toBeUndefined();
    expect(answering('salmenpaa', '2026-11-26T13:00:00+02:00')).toBeUndefined();
    expect(answering('salmenpaa', null)).toBeUndefined();
    expect(answering('kouvola', thursday)).toBe('ownProposal');
    expect(answering('salmenpaa', thursday, { answered: true })).toBe('meetingAnswered');
    expect(answering('salmenpaa', thursday, { removed: true })).toBe('messageRemoved');
    expect(answering('salmenpaa', '2026-11-28T11:00:00.000Z')).toBe('timeNotProposed');
    expect(answering('salmenpaa', '2026-11-23T11:00:00.000Z')).toBe('timeHasPassed');
  });

  it('names one to three different times that lie ahead', () => {
    const input = (times: string[]) =>
      meetingProposalInput.safeParse({ kind: 'meetingProposal', times, minutes: 45, way: 'phone' }).success;

    expect([
      input([]),
      input([thursday]),
      input([thursday, '2026-11-26T13:00:00+02:00']),
      input(['1', '2', '3', '4'].map((day) => `2026-12-0${day}T08:00:00Z`)),
    ]).toEqual([false, true, false, false]);
    expect(refusal(() => checkMeetingTimes([thursday], now))).toBeUndefined();
    expect(refusal(() => checkMeetingTimes([thursday, '2026-11-24T06:00:00Z'], now))).toBe('invalidInput');
  });

  it('binds with its answer', () => {
    const place = (seq: number) => ({
      seq,
      at: now.toISOString(),
      kind: 'message' as const,
      sender: { personId: 'p', name: 'Pekka', organizationId: 'o' },
      clientMessageId: `m${seq}`,
      body: 'Sopii.',
    });
    const { lines } = stepConversation(openConversation('me'), {
      type: 'entriesCame',
      entries: [
        { ...place(1), card: { kind: 'meetingProposal', times: [thursday], minutes: 45, way: 'phone' } },
        { ...place(2), card: { kind: 'meetingProposal', times: [thursday], minutes: 45, way: 'phone' } },
        { ...place(3), card: { kind: 'meetingAnswer', concerns: 1, time: thursday } },
      ],
    });

    expect((lines as MessageLine[]).map((line) => isBinding(line, lines))).toEqual([true, false, true]);
    expect(answerTo(lines[0] as MessageLine, lines)?.seq).toBe(3);
  });
});
