import { asLocalDate } from '../kernel/local-date.js';
import { roles } from '../organization/role.js';
import { type CaseFacts, planErasure } from './erasure.js';
import { mayDecideErasure, maySetHold, mayWatchKeeping } from './privacy-permissions.js';
import type { RetentionRule } from './retention-rules.js';

const today = asLocalDate('2026-11-24');
const rule = (code: string, change: Partial<RetentionRule>): RetentionRule => ({
  code,
  version: 1,
  kind: 'case',
  statutoryBases: null,
  act: '(EU) 2016/679',
  start: 'caseEnded',
  duration: { months: 24 },
  binds: false,
  validFrom: asLocalDate('2026-01-01'),
  validTo: null,
  confirmedBy: null,
  label: { fi: 'Ohjaus', sv: 'Hänvisning', en: 'Referral' },
  ...change,
});
const rules = [
  rule('case', {}),
  rule('binding', { statutoryBases: ['kuty'], duration: { months: 72 }, binds: true }),
];
let number = 0;
const aCase = (change: Partial<CaseFacts> = {}): CaseFacts => ({
  referralId: `referral-${++number}`,
  caseNumber: `KVL-2026-000${number}`,
  status: 'completed',
  endedOn: asLocalDate('2026-06-01'),
  statutoryBases: ['none'],
  isRecord: false,
  wasSent: true,
  counts: { messages: 3, notes: 2, files: 1, drafts: 1, texts: 4, notifications: 5 },
  ...change,
});
beforeEach(() => (number = 0));

describe('an erasure', () => {
  it('takes every case, and the client with them', () => {
    expect(planErasure([aCase(), aCase({ status: 'declined' })], rules, today)).toEqual({
      open: [],
      kept: [],
      going: ['KVL-2026-0001', 'KVL-2026-0002'],
      clientGoes: true,
      counts: { messages: 6, notes: 4, files: 2, drafts: 2, texts: 8, notifications: 10 },
      holders: 2,
    });
  });

  it('leaves what an act orders to keep, and whose it is, until the day; what was said about it goes', () => {
    expect(planErasure([aCase({ statutoryBases: ['kuty'] }), aCase()], rules, today)).toMatchObject({
      kept: [{ caseNumber: 'KVL-2026-0001', rule: 'binding', until: '2032-06-01' }],
      going: ['KVL-2026-0002'],
      clientGoes: false,
      counts: { messages: 6, texts: 4 },
    });
  });

  it('keeps nothing whose day has come', () => {
    const plan = (endedOn: string) =>
      planErasure([aCase({ statutoryBases: ['kuty'], endedOn: asLocalDate(endedOn) })], rules, today);

    expect(plan('2020-11-25').clientGoes).toBe(false);
    expect(plan('2020-11-24').clientGoes).toBe(true);
  });

  it('waits for cases that run, and for no draft', () => {
    const plan = planErasure(
      [aCase({ status: 'started' }), aCase({ status: 'draft', wasSent: false })],
      rules,
      today,
    );

    expect(plan.open).toEqual(['KVL-2026-0001']);
    expect(plan.holders).toBe(1);
  });

  it('keeps no draft of a statutory service: nothing was decided in it', () => {
    expect(planErasure([aCase({ status: 'draft', statutoryBases: ['kuty'] })], rules, today).kept).toEqual(
      [],
    );
  });

  it('finds nothing in a record', () => {
    expect(planErasure([aCase({ isRecord: true, statutoryBases: ['kuty'] })], rules, today)).toMatchObject({
      going: [],
      clientGoes: true,
      holders: 0,
    });
  });
});

describe('keeping and erasing', () => {
  const who = (may: (role: (typeof roles)[number]) => boolean) => roles.filter(may);

  it('is decided by who leads, and watched by the officer too', () => {
    expect(who(mayDecideErasure)).toEqual(['serviceManager']);
    expect(who(mayWatchKeeping)).toEqual(['serviceManager', 'dataProtectionOfficer']);
    expect(who(maySetHold)).toEqual(['serviceManager', 'dataProtectionOfficer']);
  });
});
