import { provesTwoFactors } from './provider-claims.js';

const terms = { acrValues: ['loa3', 'mfa-level'], amrValues: ['pwd', 'otp'] };

describe('an answer of an organization’s own sign-in', () => {
  it.each([
    ['the level agreed', { acr: 'loa3' }, true],
    ['all methods agreed', { amr: ['otp', 'pwd', 'kba'] }, true],
    ['one method of two', { amr: ['pwd'] }, false],
    ['another level', { acr: 'loa1' }, false],
    ['a level that only begins like it', { acr: 'loa3-not' }, false],
    ['neither', {}, false],
    ['methods as a text', { amr: 'pwd otp' }, false],
  ])('with %s', (_, claims, proves) => {
    expect(provesTwoFactors(claims, terms)).toBe(proves);
  });

  it('proves nothing where nothing was agreed', () => {
    expect(provesTwoFactors({ acr: 'loa3', amr: ['mfa'] }, { acrValues: [], amrValues: [] })).toBe(false);
  });
});
