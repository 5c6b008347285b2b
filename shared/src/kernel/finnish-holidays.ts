import { type LocalDate, addDays, datePieces, localDateFrom, weekdayOf } from './local-date.js';

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export const easterSunday = (year: number): LocalDate => {
  const moonYear = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const skippedMoon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * moonYear + century - Math.floor(century / 4) - skippedMoon + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((moonYear + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * correction + 114;
  return localDateFrom(year, Math.floor(days / 31), (days % 31) + 1);
};

const firstSaturdayFrom = (date: LocalDate): LocalDate => addDays(date, (6 - weekdayOf(date) + 7) % 7);

export type HolidayName =
  | 'newYearsDay'
  | 'epiphany'
  | 'goodFriday'
  | 'easterSunday'
  | 'easterMonday'
  | 'mayDay'
  | 'ascensionDay'
  | 'pentecost'
  | 'midsummerEve'
  | 'midsummerDay'
  | 'allSaintsDay'
  | 'independenceDay'
  | 'christmasEve'
  | 'christmasDay'
  | 'boxingDay';

/**
 * The days of a year on which offices in Finland are closed, besides weekends: church holidays (Church
 * Act 652/2023), Independence Day (388/1937), May Day (272/1944), and the eves of Midsummer and
 * Christmas, free by the municipal agreement though no holidays by law. Epiphany and Ascension Day stand
 * where they have stood since 1992.
 */
export const finnishHolidays = (year: number): ReadonlyMap<LocalDate, HolidayName> => {
  const easter = easterSunday(year);
  const midsummer = firstSaturdayFrom(localDateFrom(year, 6, 20));
  return new Map<LocalDate, HolidayName>([
    [localDateFrom(year, 1, 1), 'newYearsDay'],
    [localDateFrom(year, 1, 6), 'epiphany'],
    [addDays(easter, -2), 'goodFriday'],
    [easter, 'easterSunday'],
    [addDays(easter, 1), 'easterMonday'],
    [addDays(easter, 49), 'pentecost'],
    [localDateFrom(year, 5, 1), 'mayDay'],
    [addDays(easter, 39), 'ascensionDay'],
    [addDays(midsummer, -1), 'midsummerEve'],
    [midsummer, 'midsummerDay'],
    [firstSaturdayFrom(localDateFrom(year, 10, 31)), 'allSaintsDay'],
    [localDateFrom(year, 12, 6), 'independenceDay'],
    [localDateFrom(year, 12, 24), 'christmasEve'],
    [localDateFrom(year, 12, 25), 'christmasDay'],
    [localDateFrom(year, 12, 26), 'boxingDay'],
  ]);
};

const byYear = new Map<number, ReadonlyMap<LocalDate, HolidayName>>();

/** The name of the holiday on this day, if it is one. */
export const holidayOn = (date: LocalDate): HolidayName | undefined => {
  const { year } = datePieces(date);
  let holidays = byYear.get(year);
  if (!holidays) byYear.set(year, (holidays = finnishHolidays(year)));
  return holidays.get(date);
};
