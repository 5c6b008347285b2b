import { startingLanguage } from './language.js';

describe('the first language', () => {
  it.each([
    ['lang=sv', ['fi-FI'], 'sv'],
    ['other=1; lang=en', ['fi-FI'], 'en'],
    ['lang=de', ['sv-FI', 'en'], 'sv'],
    ['', ['de-DE', 'en-US'], 'en'],
    ['', ['de-DE'], 'fi'],
  ] as const)('with the cookie "%s" and a browser of %j is %s', (cookies, browserLanguages, language) => {
    expect(startingLanguage(cookies, browserLanguages)).toBe(language);
  });
});
