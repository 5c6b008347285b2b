import { ageBandOf } from './age-band.js';

describe('an age band', () => {
  it.each([
    [2011, '15–19'],
    [2007, '15–19'],
    [2006, '20–29'],
    [1992, '30–39'],
    [1987, '30–39'],
    [1986, '40–49'],
    [1957, '60–69'],
    [1956, '70–'],
    [1920, '70–'],
  ])('of a person born in %i is %s in 2026', (birthYear, band) => {
    expect(ageBandOf(birthYear, 2026)).toBe(band);
  });

  it.each([null, undefined, 2012, 2030])('is not told for %s', (birthYear) => {
    expect(ageBandOf(birthYear, 2026)).toBeUndefined();
  });
});
