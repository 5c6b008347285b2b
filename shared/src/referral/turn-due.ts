import { asLocalTime, helsinkiDateOf, instantAt } from '../kernel/helsinki-time.js';
import { type LocalDate, addDays } from '../kernel/local-date.js';
import { addWorkingDays, addWorkingHours, isWorkingDay, nextWorkingDay } from '../kernel/working-days.js';

/** The periods of the clocks that remind; the measured two, answer and start, have their own (`answer-clock`). */
const clarificationDays = 7;
const relevanceDays = 30;
const offerWorkingHours = 72;
const progressDays = 30;
const closingWorkingDays = 10;
const approvalWorkingDays = 10;

const endOfOfficeDay = asLocalTime('16:00');

/** 16.00 on the day, or on the next working day when it is a free one (Act 150/1930, section 5). */
const officeTimeOn = (day: LocalDate): Date =>
  instantAt(isWorkingDay(day) ? day : nextWorkingDay(day), endOfOfficeDay);
const daysAfter = (at: Date, days: number): Date => officeTimeOn(addDays(helsinkiDateOf(at), days));
const workingDaysAfter = (at: Date, days: number): Date =>
  officeTimeOn(addWorkingDays(helsinkiDateOf(at), days));

/** When the sender owes an answer to a question. */
export const clarificationDueAt = (askedAt: Date): Date => daysAfter(askedAt, clarificationDays);
/** When somebody asks whether a place is still wanted. */
export const relevanceDueAt = (waitingSince: Date): Date => daysAfter(waitingSince, relevanceDays);
/** Until when an offered place is held. */
export const offerDueAt = (offeredAt: Date): Date => addWorkingHours(offeredAt, offerWorkingHours);
/** When the next word on how it goes is due, where the reporting duty asks for one. */
export const progressDueAt = (startedOn: LocalDate): Date => officeTimeOn(addDays(startedOn, progressDays));
/** When a period that is told to end on a day ends. */
export const plannedEndDueAt = (endsOn: LocalDate): Date => officeTimeOn(endsOn);
export const closingDueAt = (finishedAt: Date): Date => workingDaysAfter(finishedAt, closingWorkingDays);
/** When silence begins to count as approval. */
export const approvalDueAt = (reportedAt: Date): Date => workingDaysAfter(reportedAt, approvalWorkingDays);
