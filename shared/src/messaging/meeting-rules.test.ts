import { Problem } from '../kernel/problem.js';
import { checkChosenTime, checkMeetingTimes } from './meeting-rules.js';
import { meetingProposalInput } from './message-card.js';

const now = new Date('2026-11-24T06:00:00Z');
const thursday = '2026-11-26T11:00:00.000Z';
const times = [thursday, '2026-11-23T11:00:00.000Z'];
const refusal = (work: () => void): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Problem ? (error.extra.reason ?? error.code) : 'no problem of ours';
  }
};
const choosing = (time: string | null) => refusal(() => checkChosenTime(times, time, now));

describe('a meeting proposal', () => {
  it('is answered with one of its times that lies ahead, or with none', () => {
    expect(choosing(thursday)).toBeUndefined();
    expect(choosing('2026-11-26T13:00:00+02:00')).toBeUndefined();
    expect(choosing(null)).toBeUndefined();
    expect(choosing('2026-11-28T11:00:00.000Z')).toBe('timeNotProposed');
    expect(choosing('2026-11-23T11:00:00.000Z')).toBe('timeHasPassed');
  });

  it('names one to three different times that lie ahead', () => {
    const input = (proposed: string[]) =>
      meetingProposalInput.safeParse({
        kind: 'meetingProposal',
        times: proposed,
        minutes: 45,
        way: 'phone',
      }).success;

    expect([
      input([]),
      input([thursday]),
      input([thursday, '2026-11-26T13:00:00+02:00']),
      input(['1', '2', '3', '4'].map((day) => `2026-12-0${day}T08:00:00Z`)),
    ]).toEqual([false, true, false, false]);
    expect(refusal(() => checkMeetingTimes([thursday], now))).toBeUndefined();
    expect(refusal(() => checkMeetingTimes([thursday, '2026-11-24T06:00:00Z'], now))).toBe('invalidInput');
  });
});
