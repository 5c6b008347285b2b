import { withoutWords } from './chosen-conditions.js';
import { criteriaOf, filterCount, searchOf, withoutFilters } from './search-criteria.js';

describe('the criteria of a search in the address', () => {
  it('come back the same from the address they wrote', () => {
    const address = 'q=paja&municipality=286&freeNow=true&sort=nearest&support=bus%2Clunch';

    expect(searchOf(criteriaOf(new URLSearchParams(address))).toString()).toBe(address);
  });

  it('leave the address empty when nothing is chosen', () => {
    expect(searchOf(criteriaOf(new URLSearchParams(''))).toString()).toBe('');
  });

  it('read an unknown order as the best match', () => {
    expect(criteriaOf(new URLSearchParams('sort=price')).sort).toBe('bestMatch');
  });

  it('count each chosen condition but not the words and the order', () => {
    const criteria = criteriaOf(new URLSearchParams('q=paja&sort=nearest&freeNow=true&support=bus,lunch'));

    expect(filterCount(criteria)).toBe(3);
    expect(searchOf(withoutFilters(criteria)).toString()).toBe('q=paja&sort=nearest');
  });
});

describe('taking a chip away', () => {
  it.each([
    ['rauhallinen paja Kouvolassa, bussilla', 'Kouvolassa', 'rauhallinen paja, bussilla'],
    ['rauhallinen paja Kouvolassa, bussilla', 'bussilla', 'rauhallinen paja Kouvolassa'],
    ['Kouvolassa', 'kouvolassa', ''],
    ['puupaja', 'metalli', 'puupaja'],
  ])('from "%s" the words "%s" leaves "%s"', (query, words, rest) => {
    expect(withoutWords(query, words)).toBe(rest);
  });
});
