import { isExempt, nextStepOf, waysOf } from './second-factor.js';

const none = { authenticator: false, passkey: false };

describe('what a sign-in still waits for', () => {
  it.each([
    ['nobody’s first factor: enrolment', none, false, 'enrolment'],
    ['an authenticator', { ...none, authenticator: true }, false, 'secondFactor'],
    ['a passkey', { ...none, passkey: true }, false, 'secondFactor'],
    ['a proven second factor: nothing', { ...none, passkey: true }, true, null],
    ['two factors proven elsewhere: nothing', none, true, null],
  ] as const)('%s', (_, has, secondFactorProven, next) => {
    expect(nextStepOf({ has, secondFactorProven, isExempt: false })).toBe(next);
  });

  it('is nothing for an invented person, in a demonstration only', () => {
    expect(
      nextStepOf({
        has: none,
        secondFactorProven: false,
        isExempt: isExempt({ demonstration: true }, { demonstration: true }),
      }),
    ).toBeNull();
    expect(isExempt({ demonstration: true }, { demonstration: false })).toBe(false);
    expect(isExempt({ demonstration: false }, { demonstration: true })).toBe(false);
  });

  it('offers recovery codes only beside a factor', () => {
    expect(waysOf({ authenticator: true, passkey: true })).toEqual(['passkey', 'code', 'recoveryCode']);
    expect(waysOf({ authenticator: true, passkey: false })).toEqual(['code', 'recoveryCode']);
    expect(waysOf(none)).toEqual([]);
  });
});
