import { mayBePlain } from './plain-issuer.js';

describe('a sign-in service without encryption', () => {
  it.each([
    [true, 'http://localhost:3000', 'test'],
    [true, 'http://127.0.0.1:3000', 'development'],
    [false, 'http://localhost:3000', 'production'],
    [false, 'http://tunnistus.example.fi', 'test'],
    [false, 'http://localhost.example.fi', 'test'],
    [false, 'https://localhost:3000', 'test'],
  ])('%s: %s, in %s', (may, issuer, environment) => {
    expect(mayBePlain(issuer, environment)).toBe(may);
  });
});
