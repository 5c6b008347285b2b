import { dataRegimes } from '../catalogue/funding.js';
import { asLocalDate } from '../kernel/local-date.js';
import { checkConsentEnd, isConsentInForce, recordNeededBy } from './data-regime.js';
import { legalBasisOf } from './legal-basis.js';

const today = asLocalDate('2026-11-24');

describe('the record that a data regime needs', () => {
  it('is informing for an assignment, and consent where the association keeps a register of its own', () => {
    const needed = dataRegimes.map(({ code }) => [code, recordNeededBy[code]]);

    expect(needed).toEqual([
      ['assignment', 'informing'],
      ['joint', 'consent'],
      ['own', 'consent'],
    ]);
  });
});

describe('a consent', () => {
  it.each([
    ['2026-11-23', 'inThePast'],
    ['2026-11-24', undefined],
    ['2027-11-24', undefined],
    ['2027-11-25', 'tooLarge'],
  ])('until %s is answered with %s', (validUntil, refusal) => {
    expect(checkConsentEnd(asLocalDate(validUntil), today)).toBe(refusal);
  });

  it('given on a leap day ends on the last day of February', () => {
    const leapDay = asLocalDate('2028-02-29');

    expect(checkConsentEnd(asLocalDate('2029-02-28'), leapDay)).toBeUndefined();
    expect(checkConsentEnd(asLocalDate('2029-03-01'), leapDay)).toBe('tooLarge');
  });

  it('counts to the end of its last day and never after its withdrawal', () => {
    const until = (day: string, withdrawnAt: Date | null = null) =>
      isConsentInForce({ validUntil: asLocalDate(day), withdrawnAt }, today);

    expect(until('2026-11-24')).toBe(true);
    expect(until('2026-11-23')).toBe(false);
    expect(until('2027-11-24', new Date('2026-11-20T10:00Z'))).toBe(false);
  });
});

describe('the legal basis', () => {
  it.each([
    ['assignment', ['kuty'], 'kuty'],
    ['assignment', ['none', 'jarj_valmennus'], 'jarj_valmennus'],
    ['assignment', [], 'public_task'],
    ['assignment', ['kokeilu'], 'public_task'],
    ['joint', ['none'], 'consent'],
    ['own', [], 'consent'],
  ] as const)('of a service with regime %s and bases %j is %s', (dataRegime, statutoryBases, basis) => {
    expect(legalBasisOf({ dataRegime, statutoryBases }, today)).toBe(basis);
  });
});
