import fc from 'fast-check';
import {
  addDays,
  addMonths,
  asLocalDate,
  compareDates,
  daysBetween,
  localDate,
  parseLocalDate,
  weekdayOf,
} from './local-date.js';

const aDay = fc.integer({ min: 0, max: 90_000 }).map((days) => addDays(asLocalDate('1910-01-01'), days));

describe('a day without a time', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '24.11.2026', '', '0000-01-01', '2026-11-24T00:00'])(
    'refuses %j',
    (text) => {
      expect(parseLocalDate(text)).toBeUndefined();
      expect(localDate.safeParse(text).error?.issues[0]?.message).toBe('notADate');
      expect(() => asLocalDate(text)).toThrow(RangeError);
    },
  );

  it('knows the leap day', () => {
    expect(parseLocalDate('2028-02-29')).toBe('2028-02-29');
    expect(addDays(asLocalDate('2028-02-28'), 1)).toBe('2028-02-29');
  });

  it('knows its weekday, Monday first', () => {
    expect(weekdayOf(asLocalDate('2026-11-24'))).toBe(2);
    expect(weekdayOf(asLocalDate('2026-12-06'))).toBe(7);
  });

  it('counts days over a change of clocks and of years', () => {
    expect(addDays(asLocalDate('2026-03-28'), 2)).toBe('2026-03-30');
    expect(addDays(asLocalDate('2027-01-01'), -1)).toBe('2026-12-31');
  });

  it('comes back the way it went', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -3000, max: 3000 }), (day, count) => {
        const there = addDays(day, count);
        expect(addDays(there, -count)).toBe(day);
        expect(daysBetween(day, there)).toBe(count);
        expect(Math.sign(compareDates(there, day))).toBe(Math.sign(count));
      }),
    );
  });

  it('ends a short month on its last day', () => {
    expect(addMonths(asLocalDate('2026-08-31'), 6)).toBe('2027-02-28');
    expect(addMonths(asLocalDate('2026-12-15'), 1)).toBe('2027-01-15');
    expect(addMonths(asLocalDate('2027-03-16'), 12)).toBe('2028-03-16');
  });
});
