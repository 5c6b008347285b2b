import fc from 'fast-check';
import {
  asLocalTime,
  helsinkiDateOf,
  helsinkiPieces,
  helsinkiTimeOf,
  instantAt,
  localTime,
  sameTimeOn,
  startOfDay,
  instantText,
} from './helsinki-time.js';
import { addDays, asLocalDate } from './local-date.js';

const at = (date: string, time: string) => instantAt(asLocalDate(date), asLocalTime(time)).toISOString();

describe('time in Finland', () => {
  it('is two hours ahead of UTC in winter and three in summer', () => {
    expect(at('2026-11-24', '09:10')).toBe('2026-11-24T07:10:00.000Z');
    expect(at('2026-07-01', '09:10')).toBe('2026-07-01T06:10:00.000Z');
  });

  it('gives the Finnish day of an instant, also when UTC has another', () => {
    expect(helsinkiDateOf(new Date('2026-11-23T22:30:00Z'))).toBe('2026-11-24');
    expect(helsinkiTimeOf(new Date('2026-11-23T22:30:00Z'))).toBe('00:30');
    expect(helsinkiPieces(new Date('2026-11-24T06:00:05Z'))).toMatchObject({
      weekday: 2,
      day: 24,
      hour: 8,
      second: 5,
    });
  });

  it('moves an hour that spring skips one hour on', () => {
    expect(at('2026-03-29', '03:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(helsinkiTimeOf(new Date(at('2026-03-29', '03:30')))).toBe('04:30');
    expect(at('2026-03-29', '04:00')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('takes the first of an hour that autumn gives twice', () => {
    expect(at('2026-10-25', '03:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2026-10-25', '04:00')).toBe('2026-10-25T02:00:00.000Z');
  });

  it('begins each day at its midnight', () => {
    expect(startOfDay(asLocalDate('2026-03-30')).toISOString()).toBe('2026-03-29T21:00:00.000Z');
    expect(startOfDay(asLocalDate('2026-10-26')).toISOString()).toBe('2026-10-25T22:00:00.000Z');
  });

  it('keeps the wall clock, to the millisecond, when only the day changes', () => {
    const sent = new Date('2026-10-23T06:10:20.345Z');
    expect(sameTimeOn(asLocalDate('2026-10-26'), sent).toISOString()).toBe('2026-10-26T07:10:20.345Z');
  });

  it('finds every time of day again, but for the hour that is skipped', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(asLocalDate('1990-01-01'), days));
    const hour = fc.integer({ min: 0, max: 23 }).filter((value) => value !== 3);
    fc.assert(
      fc.property(day, hour, fc.integer({ min: 0, max: 59 }), (date, hours, minutes) => {
        const time = asLocalTime(`${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
        const instant = instantAt(date, time);
        expect(helsinkiDateOf(instant)).toBe(date);
        expect(helsinkiTimeOf(instant)).toBe(time);
      }),
    );
  });

  it.each(['24:00', '9:00', '09.00', '12:60', ''])('refuses %j as a time of day', (text) => {
    expect(localTime.safeParse(text).success).toBe(false);
    expect(() => asLocalTime(text)).toThrow(RangeError);
  });
});

describe('an instant on the way in', () => {
  it.each(['2026-11-24T08:00:00+02:00', '2026-11-24T06:00:00.000Z'])(
    'is taken with its offset: %s',
    (text) => {
      expect(instantText.safeParse(text).success).toBe(true);
    },
  );

  it.each(['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', '2026-11-24T08:00:00', '2026-11-24', 'huomenna'])(
    'is refused as %s',
    (text) => {
      expect(instantText.safeParse(text).error?.issues[0]?.message).toBe('notADate');
    },
  );
});
