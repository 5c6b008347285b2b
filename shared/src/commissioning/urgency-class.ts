import { type UrgencyClass, urgencyClasses } from '../catalogue/urgency.js';

export { type UrgencyClass, urgencyClasses };

/** A period of working days, of calendar days, or until the date that both sides agreed. */
export type Period = { workingDays: number } | { days: number } | 'agreedDate';

export interface UrgencyPeriods {
  /** Sent → accepted, waitlisted or declined. */
  answerWorkingDays: number;
  /** Accepted → started. */
  start: Period;
}

/** The periods of a service model that has not retuned them. */
export const defaultUrgencyPeriods: Record<UrgencyClass, UrgencyPeriods> = {
  K1: { answerWorkingDays: 1, start: { workingDays: 5 } },
  K2: { answerWorkingDays: 2, start: { workingDays: 10 } },
  K3: { answerWorkingDays: 5, start: { days: 30 } },
  K4: { answerWorkingDays: 10, start: 'agreedDate' },
};

/** K1 costs others their turn, so it needs a reason from the closed list. */
export const needsUrgencyReason = (urgency: UrgencyClass): boolean => urgency === 'K1';

/** Negative when `a` goes before `b`. */
export const compareUrgency = (a: UrgencyClass, b: UrgencyClass): number =>
  urgencyClasses.indexOf(a) - urgencyClasses.indexOf(b);

/** Either side may raise the class with a reason; only the sender may lower it. */
export const mayChangeUrgency = (
  party: 'sender' | 'provider',
  from: UrgencyClass,
  to: UrgencyClass,
): boolean => compareUrgency(to, from) < 0 || (party === 'sender' && to !== from);
