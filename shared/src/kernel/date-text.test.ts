import { writeDate, writeInstant } from './date-text.js';
import { asLocalDate } from './local-date.js';

const due = new Date('2026-12-01T14:00:00Z');

describe('a time in words', () => {
  it.each([
    ['fi', 'ti 1.12.2026 klo 16.00'],
    ['sv', 'tis 1.12.2026 kl. 16.00'],
    ['en', 'Tue 1.12.2026 at 16:00'],
  ] as const)('in %s is %s', (language, expected) => {
    expect(writeInstant(due, language)).toBe(expected);
  });

  it('leaves the year out when it is plain', () => {
    expect(writeDate(asLocalDate('2026-12-01'), 'fi', { year: false })).toBe('ti 1.12.');
    expect(writeDate(asLocalDate('2026-12-01'), 'sv', { year: false })).toBe('tis 1.12');
    expect(writeInstant(due, 'fi', { year: false })).toBe('ti 1.12. klo 16.00');
  });
});
