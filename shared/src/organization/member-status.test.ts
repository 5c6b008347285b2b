import { asLocalDate } from '../kernel/local-date.js';
import { type MembershipFacts, memberStatusOf } from './member-status.js';

const today = asLocalDate('2026-11-24');
const statusOf = (
  given: Partial<Record<'validFrom' | 'validTo', string>> &
    Partial<Pick<MembershipFacts, 'isEnded' | 'isWaiting'>>,
) =>
  memberStatusOf(
    {
      validFrom: asLocalDate(given.validFrom ?? '2026-01-01'),
      validTo: given.validTo ? asLocalDate(given.validTo) : null,
      isEnded: given.isEnded ?? false,
      isWaiting: given.isWaiting ?? false,
    },
    today,
  );

describe('a membership', () => {
  it.each([
    [{}, 'active'],
    [{ validTo: '2026-11-24' }, 'ending'],
    [{ validTo: '2026-11-23' }, 'ended'],
    [{ validFrom: '2026-11-25' }, 'coming'],
    [{ isWaiting: true }, 'invited'],
    [{ isWaiting: true, validTo: '2026-11-23' }, 'ended'],
    [{ validFrom: '2026-12-01', validTo: '2026-11-30', isEnded: true }, 'ended'],
  ] as const)('with %j is %s on 24 November', (given, status) => {
    expect(statusOf(given)).toBe(status);
  });
});
