import {
  beginClock,
  halfwayAt,
  isRunning,
  meetClock,
  pauseClock,
  recordBreach,
  restoreClock,
  resumeClock,
  stopClock,
} from './referral-clock.js';

const sent = new Date('2026-11-24T07:10:00Z');
const due = new Date('2026-11-25T07:10:00Z');
const later = (hours: number): Date => new Date(sent.getTime() + hours * 3_600_000);
const clock = beginClock(sent, due);

describe('a clock', () => {
  it('that is met in time has no breach', () => {
    expect(meetClock(clock, due)).toMatchObject({ metAt: due, breachedAt: null });
  });

  it('that is met late keeps the breach', () => {
    expect(meetClock(clock, later(25))).toMatchObject({ metAt: later(25), breachedAt: later(25) });
    expect(meetClock(recordBreach(clock, later(24.1)), later(30)).breachedAt).toEqual(later(24.1));
  });

  it('records its breach once', () => {
    const breached = recordBreach(clock, later(24.1));
    expect(recordBreach(breached, later(48))).toBe(breached);
    expect(recordBreach(clock, due)).toBe(clock);
  });

  it('cannot run out while it rests or after it ended', () => {
    for (const resting of [
      pauseClock(clock, later(1)),
      meetClock(clock, later(1)),
      stopClock(clock, later(1)),
    ]) {
      expect(isRunning(resting)).toBe(false);
      expect(recordBreach(resting, later(100))).toBe(resting);
    }
  });

  it('counts how long it rested', () => {
    const resumed = resumeClock(pauseClock(clock, later(2)), later(50), later(74));
    expect(resumed).toMatchObject({ pausedAt: null, pausedTotalMs: 48 * 3_600_000, dueAt: later(74) });
    expect(resumeClock(pauseClock(resumed, later(51)), later(52), later(76)).pausedTotalMs).toBe(
      49 * 3_600_000,
    );
  });

  it('is resumed only from a rest, and rests only while it runs', () => {
    expect(resumeClock(clock, later(1), later(2))).toBe(clock);
    const met = meetClock(clock, later(1));
    expect(pauseClock(met, later(2))).toBe(met);
  });

  it('ends once', () => {
    const met = meetClock(clock, later(1));
    expect(stopClock(met, later(2))).toBe(met);
    const stopped = stopClock(clock, later(1));
    expect(meetClock(stopped, later(2))).toBe(stopped);
  });

  it('runs again by the same time after an undo', () => {
    expect(restoreClock(meetClock(clock, later(1)))).toEqual(clock);
  });

  it('is half gone when half of its working time is', () => {
    expect(halfwayAt(clock)).toEqual(later(12));
    const overWeekend = beginClock(new Date('2026-11-27T10:00:00Z'), new Date('2026-11-30T10:00:00Z'));
    expect(halfwayAt(overWeekend)).toEqual(new Date('2026-11-29T22:00:00Z'));
  });
});
