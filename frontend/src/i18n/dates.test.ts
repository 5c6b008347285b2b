import {
  daysUntil,
  formatContextualDate,
  formatDate,
  formatDateTime,
  formatMoment,
  formatTime,
} from './dates.js';

const now = '2026-11-24T06:00:00.000Z';

describe('days and times as people say them', () => {
  it('writes the weekday before the date', () => {
    expect(formatDate('2026-11-24', 'fi')).toBe('ti 24.11.2026');
    expect(formatDate('2026-11-24', 'sv')).toBe('tis 24.11.2026');
    expect(formatDate('2026-11-24', 'en')).toBe('Tue 24.11.2026');
  });

  it('reads an instant by the clock in Helsinki, also when it is another day there', () => {
    expect(formatDate('2026-11-24T22:30:00.000Z', 'fi')).toBe('ke 25.11.2026');
    expect(formatTime('2026-11-24T22:30:00.000Z', 'fi')).toBe('klo 0.30');
    expect(formatTime('2026-07-01T13:30:00.000Z', 'sv')).toBe('kl. 16.30');
    expect(formatTime('2026-07-01T13:05:00.000Z', 'en')).toBe('at 16:05');
  });

  it.each([
    ['2026-11-23', 'eilen, ma 23.11.'],
    ['2026-11-24', 'tänään, ti 24.11.'],
    ['2026-11-25', 'huomenna, ke 25.11.'],
    ['2026-12-14', 'ma 14.12.'],
    ['2027-01-11', 'ma 11.1.2027'],
  ])('says %s as "%s"', (day, said) => {
    expect(formatContextualDate(day, 'fi', now)).toBe(said);
  });

  it('tells when something was written, near days by their names', () => {
    expect(formatMoment('2026-11-24T04:02:00.000Z', 'fi', now)).toBe('tänään klo 6.02');
    expect(formatMoment('2026-11-23T14:00:00.000Z', 'sv', now)).toBe('i går kl. 16.00');
    expect(formatDateTime('2026-11-27T14:00:00.000Z', 'fi', now)).toBe('pe 27.11. klo 16.00');
  });

  it('counts whole days in Helsinki, not in hours', () => {
    expect(daysUntil('2026-11-24T22:30:00.000Z', now)).toBe(1);
    expect(daysUntil('2026-11-10T09:00:00.000Z', now)).toBe(-14);
  });
});
