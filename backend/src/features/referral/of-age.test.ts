import { mayBeOfAge } from './of-age.js';

const young = { ageMin: 18, ageMax: 29 };

describe('whether a client may be of a service’s age in 2026', () => {
  it.each([
    [false, 2009, young],
    [true, 2008, young],
    [true, 1996, young],
    [false, 1995, young],
    [false, 2027, { ageMin: null, ageMax: null }],
    [true, 1926, { ageMin: 18, ageMax: null }],
    [true, 2020, { ageMin: null, ageMax: 29 }],
    [true, null, young],
    [true, 2020, null],
  ])('%s: born in %s, for %j', (may, birthYear, service) => {
    expect(mayBeOfAge(birthYear, service, 2026)).toBe(may);
  });
});
