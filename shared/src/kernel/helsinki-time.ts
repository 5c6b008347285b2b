import { z } from 'zod';
import { type LocalDate, type Weekday, asLocalDate, weekdayOf } from './local-date.js';

export const helsinki = 'Europe/Helsinki';

declare const localTimeBrand: unique symbol;
/** A time of day, 'HH:MM', as it stands on a wall in Finland. */
export type LocalTime = string & { readonly [localTimeBrand]: true };

export const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'invalid' }) as unknown as z.ZodType<LocalTime, string>;

/** An instant on the way in, with its offset, in years whose Finnish days `LocalDate` knows; anything else is refused with `notADate`. */
export const instantText = z.iso.datetime({ offset: true, error: 'notADate' }).refine(
  (text) => {
    const year = new Date(text).getUTCFullYear();
    return year > 1900 && year < 2199;
  },
  { error: 'notADate' },
);

/** The time of a text that is known to be one. Throws RangeError. */
export const asLocalTime = (text: string): LocalTime => {
  if (!localTime.safeParse(text).success) throw new RangeError('not a time of day');
  return text as LocalTime;
};

/** An instant as a Finnish calendar and clock show it. */
export interface HelsinkiPieces {
  date: LocalDate;
  time: LocalTime;
  weekday: Weekday;
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const wall = new Intl.DateTimeFormat('en-US', {
  timeZone: helsinki,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

export const helsinkiPieces = (instant: Date): HelsinkiPieces => {
  const found: Record<string, string> = {};
  for (const { type, value } of wall.formatToParts(instant)) found[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = found;
  const date = asLocalDate(`${year}-${month}-${day}`);
  return {
    date,
    time: `${hour}:${minute}` as LocalTime,
    weekday: weekdayOf(date),
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
};

export const helsinkiDateOf = (instant: Date): LocalDate => helsinkiPieces(instant).date;
export const helsinkiTimeOf = (instant: Date): LocalTime => helsinkiPieces(instant).time;

/** What the wall shows minus UTC, in milliseconds. */
const offsetMs = (ms: number): number => {
  const { year, month, day, hour, minute, second } = helsinkiPieces(new Date(ms));
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
};

/**
 * The instant at which clocks in Finland show this day and time. An hour that comes twice in autumn
 * means its first coming; an hour that spring skips means the same time counted on, one hour later.
 */
export const instantAt = (date: LocalDate, time: LocalTime): Date => {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`);
  const offsetBefore = offsetMs(asIfUtc - dayMs);
  const offsetAfter = offsetMs(asIfUtc + dayMs);
  const shownRight = [asIfUtc - offsetBefore, asIfUtc - offsetAfter]
    .sort((a, b) => a - b)
    .find((ms) => ms + offsetMs(ms) === asIfUtc);
  return new Date(shownRight ?? asIfUtc - offsetBefore);
};

/** The first instant of a Finnish day. */
export const startOfDay = (date: LocalDate): Date => instantAt(date, '00:00' as LocalTime);

/** The same time of day on another day, seconds kept. */
export const sameTimeOn = (date: LocalDate, instant: Date): Date => {
  const withinMinute = ((instant.getTime() % minuteMs) + minuteMs) % minuteMs;
  return new Date(instantAt(date, helsinkiTimeOf(instant)).getTime() + withinMinute);
};
