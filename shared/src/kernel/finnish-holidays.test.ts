import fc from 'fast-check';
import { easterSunday, finnishHolidays, holidayOn } from './finnish-holidays.js';
import { asLocalDate, weekdayOf } from './local-date.js';

describe('the Finnish holidays', () => {
  it('of 2026 are these', () => {
    expect(Object.fromEntries(finnishHolidays(2026))).toEqual({
      '2026-01-01': 'newYearsDay',
      '2026-01-06': 'epiphany',
      '2026-04-03': 'goodFriday',
      '2026-04-05': 'easterSunday',
      '2026-04-06': 'easterMonday',
      '2026-05-01': 'mayDay',
      '2026-05-14': 'ascensionDay',
      '2026-05-24': 'pentecost',
      '2026-06-19': 'midsummerEve',
      '2026-06-20': 'midsummerDay',
      '2026-10-31': 'allSaintsDay',
      '2026-12-06': 'independenceDay',
      '2026-12-24': 'christmasEve',
      '2026-12-25': 'christmasDay',
      '2026-12-26': 'boxingDay',
    });
  });

  it.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
  ])('put Easter of %i on %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it('fall on the weekdays and between the days that the law says, in every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1992, max: 2199 }), (year) => {
        const days = Object.fromEntries([...finnishHolidays(year)].map(([date, name]) => [name, date]));
        const within = (name: string, from: string, to: string, weekday: number) => {
          expect(weekdayOf(asLocalDate(String(days[name])))).toBe(weekday);
          expect([`${year}-${from}` <= String(days[name]), String(days[name]) <= `${year}-${to}`]).toEqual([
            true,
            true,
          ]);
        };
        within('easterSunday', '03-22', '04-25', 7);
        within('goodFriday', '03-20', '04-23', 5);
        within('midsummerEve', '06-19', '06-25', 5);
        within('midsummerDay', '06-20', '06-26', 6);
        within('allSaintsDay', '10-31', '11-06', 6);
        within('pentecost', '05-10', '06-13', 7);
      }),
    );
  });

  it('let Ascension Day and May Day fall on one day, once in a while', () => {
    expect(holidayOn(asLocalDate('2008-05-01'))).toBe('ascensionDay');
    expect(finnishHolidays(2008).size).toBe(14);
  });

  it('leave an ordinary Tuesday alone', () => {
    expect(holidayOn(asLocalDate('2026-11-24'))).toBeUndefined();
  });
});
