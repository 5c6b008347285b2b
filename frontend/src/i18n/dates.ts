import { writeDate } from '@rinnalla/shared/kernel/date-text';
import { helsinkiPieces } from '@rinnalla/shared/kernel/helsinki-time';
import { asLocalDate, datePieces, daysBetween, type LocalDate } from '@rinnalla/shared/kernel/local-date';
import type { Language } from '@rinnalla/shared/kernel/localized';

/** A date without time (`2026-11-24`) or an instant (ISO with offset). */
export type When = string;

const nearDays: Record<Language, Record<number, string>> = {
  fi: { [-1]: 'eilen', 0: 'tänään', 1: 'huomenna' },
  sv: { [-1]: 'i går', 0: 'i dag', 1: 'i morgon' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};

const clockWord: Record<Language, string> = { fi: 'klo', sv: 'kl.', en: 'at' };

/** The calendar day in Helsinki. */
export const helsinkiDay = (when: When): LocalDate =>
  when.length === 10 ? asLocalDate(when) : helsinkiPieces(new Date(when)).date;

/** Whole days from today to that day, in Helsinki; negative when it has passed. */
export const daysUntil = (when: When, now: When): number => daysBetween(helsinkiDay(now), helsinkiDay(when));

/** `ti 24.11.2026` */
export const formatDate = (when: When, language: Language): string => writeDate(helsinkiDay(when), language);

/** `ti 24.11.`, with the year when it is not the present one. */
export const formatNearDate = (when: When, language: Language, now: When): string =>
  writeDate(helsinkiDay(when), language, {
    year: helsinkiDay(when).slice(0, 4) !== helsinkiDay(now).slice(0, 4),
  });

/** `16.30` or `9.42`, without a word before it. */
export const formatClock = (when: When, language: Language): string => {
  const { hour, minute } = helsinkiPieces(new Date(when));
  return `${hour}${language === 'en' ? ':' : '.'}${String(minute).padStart(2, '0')}`;
};

/** `klo 16.30` */
export const formatTime = (when: When, language: Language): string =>
  `${clockWord[language]} ${formatClock(when, language)}`;

/** `pe 27.11. klo 16.00` */
export const formatDateTime = (when: When, language: Language, now: When): string =>
  `${formatNearDate(when, language, now)} ${formatTime(when, language)}`;

/** `huomenna, ti 24.11.`; further than a day away just the date. */
export const formatContextualDate = (when: When, language: Language, now: When): string => {
  const near = nearDays[language][daysUntil(when, now)];
  const date = formatNearDate(when, language, now);
  return near ? `${near}, ${date}` : date;
};

/** `tänään klo 9.42`, `eilen klo 16.00`, else the date and time: when something was written or confirmed. */
export const formatMoment = (when: When, language: Language, now: When): string =>
  `${nearDays[language][daysUntil(when, now)] ?? formatNearDate(when, language, now)} ${formatTime(when, language)}`;

const tags: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** `Tiistai 24.11.2026`: a day on which a screen begins. */
export const formatLongDate = (when: When, language: Language): string => {
  const day = new Date(`${helsinkiDay(when)}T12:00:00Z`);
  const weekday = new Intl.DateTimeFormat(tags[language], { weekday: 'long', timeZone: 'UTC' }).format(day);
  const { year, month, day: ofMonth } = datePieces(helsinkiDay(when));
  return `${weekday.charAt(0).toLocaleUpperCase(language)}${weekday.slice(1)} ${ofMonth}.${month}.${year}`;
};

/** The hour on the wall in Finland, 0–23. */
export const hourOf = (when: When): number => helsinkiPieces(new Date(when)).hour;
