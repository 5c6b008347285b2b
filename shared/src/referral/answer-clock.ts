import {
  type UrgencyClass,
  type UrgencyPeriods,
  defaultUrgencyPeriods,
  needsUrgencyReason,
} from '../commissioning/urgency-class.js';
import { asLocalTime, helsinkiDateOf, instantAt, sameTimeOn } from '../kernel/helsinki-time.js';
import { type LocalDate, addDays } from '../kernel/local-date.js';
import { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from '../kernel/working-days.js';

const endOfOfficeDay = asLocalTime('16:00');

const dueOn = (day: LocalDate): Date => instantAt(day, endOfOfficeDay);
const laterOf = (a: Date, b: Date): Date => (a > b ? a : b);

/** One working day counted by the clock: the same time on the next working day. */
const oneWorkingDayFrom = (instant: Date): Date =>
  sameTimeOn(nextWorkingDay(helsinkiDateOf(instant)), instant);

/**
 * When an answer is owed. K1 runs by the hour, to the same time on its last working day; the others to
 * 16.00 in Finland on theirs. The day of sending is never counted.
 */
export const answerDueAt = (
  urgency: UrgencyClass,
  sentAt: Date,
  periods: UrgencyPeriods = defaultUrgencyPeriods[urgency],
): Date => {
  const day = addWorkingDays(helsinkiDateOf(sentAt), periods.answerWorkingDays);
  return needsUrgencyReason(urgency) ? sameTimeOn(day, sentAt) : dueOn(day);
};

/**
 * When an answer is owed after the sender has answered a question: as many working days on as were left
 * when the clock stopped, and never less than one.
 */
export const resumedAnswerDueAt = (
  urgency: UrgencyClass,
  pausedAt: Date,
  dueAt: Date,
  resumedAt: Date,
): Date => {
  const atLeast = oneWorkingDayFrom(resumedAt);
  const left = Math.max(1, workingDaysBetween(helsinkiDateOf(pausedAt), helsinkiDateOf(dueAt)));
  const day = addWorkingDays(helsinkiDateOf(resumedAt), left);
  return laterOf(atLeast, needsUrgencyReason(urgency) ? sameTimeOn(day, resumedAt) : dueOn(day));
};

/** Raising the class counts the shorter period from the raise on, and never gives more time than there was. */
export const raisedAnswerDueAt = (urgency: UrgencyClass, raisedAt: Date, dueAt: Date): Date => {
  const anew = answerDueAt(urgency, raisedAt);
  return anew < dueAt ? anew : dueAt;
};

/**
 * When the period is to have begun, at 16.00: a count of days that ends on a free day moves to the next
 * working day (Act 150/1930, section 5). Undefined while an agreed date has not been told.
 */
export const startDueAt = (
  urgency: UrgencyClass,
  acceptedAt: Date,
  agreedDate?: LocalDate,
  periods: UrgencyPeriods = defaultUrgencyPeriods[urgency],
): Date | undefined => {
  const accepted = helsinkiDateOf(acceptedAt);
  const { start } = periods;
  if (start === 'agreedDate') return agreedDate && dueOn(agreedDate);
  if ('workingDays' in start) return dueOn(addWorkingDays(accepted, start.workingDays));
  const last = addDays(accepted, start.days);
  return dueOn(isWorkingDay(last) ? last : nextWorkingDay(last));
};
