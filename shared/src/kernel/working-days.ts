import { holidayOn } from './finnish-holidays.js';
import { helsinkiDateOf, sameTimeOn, startOfDay } from './helsinki-time.js';
import { type LocalDate, addDays, weekdayOf } from './local-date.js';

/** Monday to Friday, unless a holiday of `finnishHolidays`. */
export const isWorkingDay = (date: LocalDate): boolean =>
  weekdayOf(date) <= 5 && holidayOn(date) === undefined;

/** The first working day after this day. */
export const nextWorkingDay = (date: LocalDate): LocalDate => {
  let day = addDays(date, 1);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
};

/** The n-th working day after this day; the day itself is never counted, and 0 gives it back. */
export const addWorkingDays = (date: LocalDate, count: number): LocalDate => {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = nextWorkingDay(day);
  return day;
};

/** How many working days lie after `from`, up to and with `to`; 0 when `to` is not later. */
export const workingDaysBetween = (from: LocalDate, to: LocalDate): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
};

const hourMs = 60 * 60 * 1000;

/**
 * Lets hours run on working days only, night and day: 72 hours from Thursday 08.00 end on Tuesday 08.00.
 * Clocks are changed on Sundays, so a working day always has 24 hours.
 */
export const addWorkingHours = (instant: Date, hours: number): Date => {
  const today = helsinkiDateOf(instant);
  const begin = isWorkingDay(today) ? instant : startOfDay(nextWorkingDay(today));
  const wholeDays = Math.floor(hours / 24);
  const day = addWorkingDays(helsinkiDateOf(begin), wholeDays);
  const rest = sameTimeOn(day, begin).getTime() + (hours - wholeDays * 24) * hourMs;
  const midnight = startOfDay(addDays(day, 1)).getTime();
  if (rest < midnight) return new Date(rest);
  return new Date(startOfDay(nextWorkingDay(day)).getTime() + rest - midnight);
};

/** How many hours run on working days between two instants; 0 when `to` is not later. */
export const workingHoursBetween = (from: Date, to: Date): number => {
  const last = helsinkiDateOf(to);
  let total = 0;
  for (let day = helsinkiDateOf(from); day <= last; day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue;
    const begin = Math.max(startOfDay(day).getTime(), from.getTime());
    const end = Math.min(startOfDay(addDays(day, 1)).getTime(), to.getTime());
    total += Math.max(0, end - begin);
  }
  return total / hourMs;
};
