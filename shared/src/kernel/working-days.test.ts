import fc from 'fast-check';
import { asLocalTime, instantAt } from './helsinki-time.js';
import { addDays, asLocalDate } from './local-date.js';
import {
  addWorkingDays,
  addWorkingHours,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  workingHoursBetween,
} from './working-days.js';

const day = asLocalDate;
const at = (date: string, time: string) => instantAt(day(date), asLocalTime(time));
const someDay = fc.integer({ min: 0, max: 8000 }).map((days) => addDays(day('2020-01-01'), days));

describe('working days', () => {
  it.each([
    ['2026-11-24', true, 'a Tuesday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-12-24', false, 'Christmas Eve'],
    ['2026-12-25', false, 'Christmas Day'],
    ['2026-06-19', false, 'Midsummer Eve'],
    ['2026-05-14', false, 'Ascension Day'],
    ['2026-12-31', true, 'New Year’s Eve'],
  ])('%s: %s, %s', (date, expected) => {
    expect(isWorkingDay(day(date))).toBe(expected);
  });

  it('do not count the day from which they are counted', () => {
    expect(addWorkingDays(day('2026-11-24'), 5)).toBe('2026-12-01');
    expect(addWorkingDays(day('2026-11-24'), 0)).toBe('2026-11-24');
  });

  it('jump over Christmas and its weekend', () => {
    expect(nextWorkingDay(day('2026-12-23'))).toBe('2026-12-28');
    expect(addWorkingDays(day('2026-12-22'), 2)).toBe('2026-12-28');
  });

  it('are counted the way they are added', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = addWorkingDays(from, count);
        expect(isWorkingDay(to)).toBe(true);
        expect(workingDaysBetween(from, to)).toBe(count);
        expect(workingDaysBetween(to, from)).toBe(0);
      }),
    );
  });
});

describe('working hours', () => {
  it('run through the nights of working days', () => {
    expect(addWorkingHours(at('2026-11-24', '08:00'), 72)).toEqual(at('2026-11-27', '08:00'));
  });

  it('stand still over a weekend and over Christmas', () => {
    expect(addWorkingHours(at('2026-11-26', '08:00'), 72)).toEqual(at('2026-12-01', '08:00'));
    expect(addWorkingHours(at('2026-12-22', '08:00'), 72)).toEqual(at('2026-12-29', '08:00'));
  });

  it('begin on a working day when they are begun on a free one', () => {
    expect(addWorkingHours(at('2026-11-28', '15:00'), 24)).toEqual(at('2026-12-01', '00:00'));
  });

  it('keep the wall clock over the night in which clocks change', () => {
    expect(addWorkingHours(at('2026-10-23', '09:00'), 24)).toEqual(at('2026-10-26', '09:00'));
    expect(addWorkingHours(at('2026-03-27', '09:00'), 24)).toEqual(at('2026-03-30', '09:00'));
  });

  it('that do not fit into an evening go on in the next working morning', () => {
    expect(addWorkingHours(at('2026-11-27', '20:00'), 6)).toEqual(at('2026-11-30', '02:00'));
  });

  it('are counted the way they are added', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 400 }),
        (date, minute, hours) => {
          const from = new Date(at(date, '00:00').getTime() + minute * 60_000);
          expect(workingHoursBetween(from, addWorkingHours(from, hours))).toBeCloseTo(hours, 6);
        },
      ),
    );
  });

  it('are none backwards or within a weekend', () => {
    expect(workingHoursBetween(at('2026-11-25', '08:00'), at('2026-11-24', '08:00'))).toBe(0);
    expect(workingHoursBetween(at('2026-11-28', '08:00'), at('2026-11-29', '20:00'))).toBe(0);
  });
});
