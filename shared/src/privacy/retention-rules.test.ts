import { readFileSync } from 'node:fs';
import { asLocalDate } from '../kernel/local-date.js';
import { statutoryBases } from '../catalogue/statutory-bases.js';
import {
  caseRuleFor,
  endOfKeeping,
  lastBeginning,
  type RetentionRule,
  retentionKinds,
  retentionRules,
  rulesOn,
} from './retention-rules.js';

const day = asLocalDate;
const register: unknown = JSON.parse(
  readFileSync(new URL('../../../backend/registers/retention-rules.json', import.meta.url), 'utf8'),
);
const rule = (change: Partial<RetentionRule> = {}): RetentionRule => ({
  code: 'case',
  version: 1,
  kind: 'case',
  statutoryBases: null,
  act: '380/2023',
  start: 'caseEnded',
  duration: { months: 24 },
  binds: false,
  validFrom: day('2026-01-01'),
  validTo: null,
  confirmedBy: null,
  label: { fi: 'Ohjaus', sv: 'Hänvisning', en: 'Referral' },
  ...change,
});

describe('the register of retention', () => {
  it('covers every kind on every day from its beginning, and names only statutory bases that there are', () => {
    const rules = retentionRules.parse(register);
    const known: readonly string[] = statutoryBases.map(({ code }) => code);

    for (const kind of retentionKinds)
      expect(
        rulesOn(rules, day('2026-11-24')).filter((one) => one.kind === kind && one.statutoryBases === null),
      ).toHaveLength(1);
    expect(rules.flatMap((one) => one.statutoryBases ?? []).filter((code) => !known.includes(code))).toEqual(
      [],
    );
  });

  it('is a proposal until the first customer’s lawyer has confirmed it', () => {
    expect(retentionRules.parse(register).filter(({ confirmedBy }) => confirmedBy !== null)).toEqual([]);
  });

  it.each<[string, RetentionRule[]]>([
    ['two versions of a rule on one day', [rule(), rule({ version: 2, validFrom: day('2026-06-01') })]],
    ['a version twice', [rule({ validTo: day('2026-05-31') }), rule({ validFrom: day('2026-06-01') })]],
    ['a start that is not its kind’s', [rule({ start: 'written' })]],
    ['a log for some bases only', [rule({ kind: 'log', start: 'written', statutoryBases: ['kuty'] })]],
    [
      'a notification that an act orders to keep',
      [rule({ kind: 'notification', start: 'written', binds: true })],
    ],
  ])('refuses %s', (_what, rules) => {
    expect(retentionRules.safeParse(rules).success).toBe(false);
  });

  it('changes a rule by a new version from a day on', () => {
    const rules = retentionRules.parse([
      rule({ validTo: day('2026-12-31') }),
      rule({ version: 2, validFrom: day('2027-01-01'), duration: { months: 12 } }),
    ]);

    expect(rulesOn(rules, day('2026-12-31')).map(({ version }) => version)).toEqual([1]);
    expect(rulesOn(rules, day('2027-01-01')).map(({ version }) => version)).toEqual([2]);
  });
});

describe('the end of keeping', () => {
  it.each([
    [{ months: 24 }, '2024-11-24', '2026-11-24'],
    [{ months: 1 }, '2026-01-31', '2026-02-28'],
    [{ months: 12 }, '2024-02-29', '2025-02-28'],
    [{ days: 7 }, '2026-12-28', '2027-01-04'],
  ])('of %j begun on %s is %s', (duration, began, end) => {
    expect(endOfKeeping({ duration }, day(began))).toBe(end);
  });

  it('and the last beginning that has ended are each other’s opposite, on every day of four years', () => {
    for (const duration of [{ months: 1 }, { months: 12 }, { months: 24 }, { days: 7 }])
      for (let back = 0; back < 1461; back++) {
        const today = day(new Date(Date.UTC(2028, 11, 31 - back)).toISOString().slice(0, 10));
        const last = lastBeginning({ duration }, today);
        const next = day(new Date(Date.parse(`${last}T00:00Z`) + 86_400_000).toISOString().slice(0, 10));

        expect(endOfKeeping({ duration }, last) <= today).toBe(true);
        expect(endOfKeeping({ duration }, next) <= today).toBe(false);
      }
  });
});

describe('the rule of a case', () => {
  const rules = [
    rule(),
    rule({ code: 'short', statutoryBases: ['jarj_palkkatuki'], duration: { months: 72 }, binds: true }),
    rule({ code: 'long', statutoryBases: ['kuty'], duration: { months: 360 }, binds: true }),
  ];
  const codeFor = (bases: string[]) => caseRuleFor(rules, bases, day('2026-11-24'))?.code;

  it('is the one that names a basis of its service', () =>
    expect(codeFor(['jarj_palkkatuki'])).toBe('short'));
  it('is the longest of those', () => expect(codeFor(['jarj_palkkatuki', 'kuty'])).toBe('long'));
  it('is the one for all when none names one', () => expect(codeFor(['none'])).toBe('case'));
});
