import { z } from 'zod';

declare const localDateBrand: unique symbol;
/** A day in the Finnish calendar, 'YYYY-MM-DD', without a time: never a `Date` at midnight. Sorts as text. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const dayMs = 24 * 60 * 60 * 1000;
const earliest = '1900-01-01';
const latest = '2199-12-31';

/** A real day between 1900 and 2199; anything else is refused with `notADate`. */
export const localDate = z.iso
  .date({ error: 'notADate' })
  .refine((text) => text >= earliest && text <= latest, { error: 'notADate' }) as unknown as z.ZodType<
  LocalDate,
  string
>;

export const parseLocalDate = (text: string): LocalDate | undefined => localDate.safeParse(text).data;

/** The day of a text that is known to be one: a literal, a column of type `date`. Throws RangeError. */
export const asLocalDate = (text: string): LocalDate => {
  const date = parseLocalDate(text);
  if (date === undefined) throw new RangeError('not a date');
  return date;
};

export const localDateFrom = (year: number, month: number, day: number): LocalDate =>
  asLocalDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

export const datePieces = (date: LocalDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

const utcMs = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);
const fromUtcMs = (ms: number): LocalDate => asLocalDate(new Date(ms).toISOString().slice(0, 10));

export const addDays = (date: LocalDate, days: number): LocalDate => fromUtcMs(utcMs(date) + days * dayMs);

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (utcMs(to) - utcMs(from)) / dayMs;

/** The same day of the month later, or the last day of a month that has no such day. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const { year, month, day } = datePieces(date);
  const first = year * 12 + month - 1 + months;
  const targetYear = Math.floor(first / 12);
  const targetMonth = (first % 12) + 1;
  const lastDay = new Date(Date.UTC(targetYear, targetMonth, 0)).getUTCDate();
  return localDateFrom(targetYear, targetMonth, Math.min(day, lastDay));
};

export const weekdayOf = (date: LocalDate): Weekday => (new Date(utcMs(date)).getUTCDay() || 7) as Weekday;

/** For sorting: negative when `a` is earlier. */
export const compareDates = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0);
export const isBefore = (a: LocalDate, b: LocalDate): boolean => a < b;
export const isAfter = (a: LocalDate, b: LocalDate): boolean => a > b;
export const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? b : a);
