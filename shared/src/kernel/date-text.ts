import { helsinkiPieces } from './helsinki-time.js';
import type { Language } from './localized.js';
import { type LocalDate, datePieces, weekdayOf } from './local-date.js';

const weekdays: Record<Language, readonly string[]> = {
  fi: ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'],
  sv: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** `ti 1.12.2026`, `tis 1.12.2026`, `Tue 1.12.2026`; without the year `ti 1.12.` (sv, en: `tis 1.12`). */
export const writeDate = (date: LocalDate, language: Language, { year: withYear = true } = {}): string => {
  const { year, month, day } = datePieces(date);
  const weekday = weekdays[language][weekdayOf(date) - 1];
  const yearless = language === 'fi' ? `${day}.${month}.` : `${day}.${month}`;
  return `${weekday} ${withYear ? `${day}.${month}.${year}` : yearless}`;
};

const pad = (value: number): string => String(value).padStart(2, '0');

/** The time on the wall in Finland: `16.00`, in English `16:00`. */
export const writeTime = (instant: Date, language: Language): string => {
  const { hour, minute } = helsinkiPieces(instant);
  return `${pad(hour)}${language === 'en' ? ':' : '.'}${pad(minute)}`;
};

const at: Record<Language, string> = { fi: 'klo', sv: 'kl.', en: 'at' };

/** `ti 1.12.2026 klo 16.00`, `tis 1.12.2026 kl. 16.00`, `Tue 1.12.2026 at 16:00`. */
export const writeInstant = (instant: Date, language: Language, options: { year?: boolean } = {}): string =>
  `${writeDate(helsinkiPieces(instant).date, language, options)} ${at[language]} ${writeTime(instant, language)}`;
