import fc from 'fast-check';
import { asLocalTime, helsinkiDateOf, helsinkiTimeOf, instantAt } from '../kernel/helsinki-time.js';
import { asLocalDate } from '../kernel/local-date.js';
import { isWorkingDay } from '../kernel/working-days.js';
import { channelsOf, isNews, mayMailAt, nextDigestAfter } from './mailing.js';

const at = (date: string, time: string) => instantAt(asLocalDate(date), asLocalTime(time));

describe('a mail', () => {
  it.each([
    ['a Tuesday', '2026-11-24', false, true],
    ['a Saturday', '2026-11-28', false, false],
    ['a Sunday', '2026-11-29', false, false],
    ['Independence Day of 2027, a Monday', '2027-12-06', false, false],
    ['Christmas Eve', '2026-12-24', false, false],
    ['a Saturday, of an urgent referral', '2026-11-28', true, true],
  ])('on %s', (_, date, urgent, may) => expect(mayMailAt(at(date, '12:00'), urgent)).toBe(may));

  it('is no news any more after half a day', () => {
    expect([
      isNews(at('2026-11-24', '08:00'), at('2026-11-24', '19:59')),
      isNews(at('2026-11-24', '08:00'), at('2026-11-24', '20:01')),
    ]).toEqual([true, false]);
  });
});

describe('the next digest', () => {
  it.each([
    ['2026-11-24', '07:44', '2026-11-24'],
    ['2026-11-24', '07:45', '2026-11-25'],
    ['2026-11-27', '16:00', '2026-11-30'],
    ['2026-12-23', '12:00', '2026-12-28'],
    ['2026-03-27', '12:00', '2026-03-30'],
  ])('after %s %s is on %s at 07.45', (date, time, expected) => {
    expect(nextDigestAfter(at(date, time))).toEqual(at(expected, '07:45'));
  });

  it('is always later, on a working day, at a quarter to eight', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        (moment) => {
          const digest = nextDigestAfter(moment);
          expect(digest.getTime()).toBeGreaterThan(moment.getTime());
          expect([isWorkingDay(helsinkiDateOf(digest)), helsinkiTimeOf(digest)]).toEqual([true, '07:45']);
        },
      ),
    );
  });
});

describe('an urgent new referral', () => {
  const urgent = true;

  it('is told at once, not with the next digest', () =>
    expect(channelsOf([{ channel: 'digest', urgent }])).toEqual(['now']));
  it('may be muted by some', () =>
    expect(
      channelsOf([
        { channel: 'none', urgent },
        { channel: 'now', urgent },
      ]),
    ).toEqual(['none', 'now']));
  it('is not muted by everybody', () =>
    expect(
      channelsOf([
        { channel: 'none', urgent },
        { channel: 'none', urgent },
      ]),
    ).toEqual(['now', 'now']));
  it('is what only it is', () => expect(channelsOf([{ channel: 'none', urgent: false }])).toEqual(['none']));
});
