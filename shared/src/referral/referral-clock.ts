import { addWorkingHours, workingHoursBetween } from '../kernel/working-days.js';

/** A measured period of a referral, as it is stored. At most one of `metAt` and `stoppedAt` is set. */
export interface ReferralClock {
  startedAt: Date;
  dueAt: Date;
  pausedAt: Date | null;
  pausedTotalMs: number;
  metAt: Date | null;
  stoppedAt: Date | null;
  /** Recorded once, and kept though the act comes later. */
  breachedAt: Date | null;
}

export const beginClock = (startedAt: Date, dueAt: Date): ReferralClock => ({
  startedAt,
  dueAt,
  pausedAt: null,
  pausedTotalMs: 0,
  metAt: null,
  stoppedAt: null,
  breachedAt: null,
});

export const isRunning = ({ pausedAt, metAt, stoppedAt }: ReferralClock): boolean =>
  !pausedAt && !metAt && !stoppedAt;

export const pauseClock = (clock: ReferralClock, at: Date): ReferralClock =>
  isRunning(clock) ? { ...clock, pausedAt: at } : clock;

/** Runs on with a new due time, which the caller counts from what was left (`resumedAnswerDueAt`). */
export const resumeClock = (clock: ReferralClock, at: Date, dueAt: Date): ReferralClock =>
  clock.pausedAt
    ? {
        ...clock,
        pausedAt: null,
        pausedTotalMs: clock.pausedTotalMs + at.getTime() - clock.pausedAt.getTime(),
        dueAt,
      }
    : clock;

/** Records once that the time ran out. A clock that rests or has ended cannot run out. */
export const recordBreach = (clock: ReferralClock, now: Date): ReferralClock =>
  isRunning(clock) && !clock.breachedAt && now > clock.dueAt ? { ...clock, breachedAt: now } : clock;

/** The act was done, in time or late. */
export const meetClock = (clock: ReferralClock, at: Date): ReferralClock =>
  clock.metAt || clock.stoppedAt ? clock : { ...recordBreach(clock, at), pausedAt: null, metAt: at };

/** The act is not owed any more. */
export const stopClock = (clock: ReferralClock, at: Date): ReferralClock =>
  clock.metAt || clock.stoppedAt ? clock : { ...clock, pausedAt: null, stoppedAt: at };

/** After an undo the act is owed again, by the same time as before. */
export const restoreClock = (clock: ReferralClock): ReferralClock => ({
  ...clock,
  metAt: null,
  stoppedAt: null,
});

/** When half of the working time has gone: the first reminder. */
export const halfwayAt = ({ startedAt, dueAt }: ReferralClock): Date =>
  addWorkingHours(startedAt, workingHoursBetween(startedAt, dueAt) / 2);
