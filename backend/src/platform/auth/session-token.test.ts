import { maySayWho } from './session-token.js';

describe('a request that may say who asks', () => {
  it.each([
    [true, 'session=abc'],
    [true, 'theme=dark; __Host-session=abc'],
    [false, 'theme=dark; sign-in=abc'],
    [false, 'session'],
    [false, undefined],
  ])('%s with the cookies %s', (may, header) => {
    expect(maySayWho(header)).toBe(may);
  });
});
