import { beginningLimits, codeLimits, passwordLimits, resetLimits, tokenLimits } from './attempt-limits.js';

describe('how often something may be tried', () => {
  it.each([
    ['a password of one account from one address', passwordLimits, 'password', 5, 15],
    ['a password of one account', passwordLimits, 'passwordOfAccount', 50, 60],
    ['passwords from one address', passwordLimits, 'passwordFrom', 100, 15],
    ['a code of the second factor', codeLimits, 'code', 5, 15],
    ['to begin a sign-in from one address', beginningLimits, 'begin', 120, 15],
    ['to have a password reset', resetLimits, 'reset', 3, 60],
    ['to have passwords reset from one address', resetLimits, 'resetFrom', 30, 60],
    ['a token of a mail from one address', tokenLimits, 'token', 600, 15],
  ])('%s', (_, limitsOf, of, most, minutes) => {
    const limit = (limitsOf as typeof passwordLimits)('a@example.fi', '192.0.2.1').find(
      (one) => one.of === of,
    );

    expect([limit?.most, limit?.minutes]).toEqual([most, minutes]);
  });
});
