import type { Config } from '../config/config.js';
import { AllowedOrigins } from './allowed-origins.js';

const own = 'https://rinnalla.example.fi';
const published = new AllowedOrigins({ PUBLIC_ORIGIN: own } as Config);
const local = new AllowedOrigins({} as Config);

describe('who may write and open sockets', () => {
  it.each([
    [true, 'our own page', { origin: own, 'sec-fetch-site': 'same-origin' }],
    [true, 'our own page in a browser that tells no more', { origin: own }],
    [true, 'a typed address', { 'sec-fetch-site': 'none' }],
    [true, 'a program that is no browser', {}],
    [false, 'another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    [false, 'another site that tells no Origin', { 'sec-fetch-site': 'cross-site' }],
    [false, 'a neighbour under the same domain', { origin: own, 'sec-fetch-site': 'same-site' }],
    [false, 'another site in an old browser', { origin: 'https://evil.example' }],
    [false, 'a page without an origin', { origin: 'null' }],
    [false, 'a host that somebody claims', { origin: 'http://evil.example', host: 'evil.example' }],
    [
      false,
      'this machine, where there is a public address',
      { origin: 'http://localhost', host: 'localhost' },
    ],
  ])('%s: %s', (may, _, headers) => {
    expect(published.mayAct(headers)).toBe(may);
  });

  it.each([
    [true, 'localhost:4000', 'http://localhost:4000'],
    [true, '127.0.0.1:4000', 'http://127.0.0.1:4000'],
    [true, '[::1]', 'http://[::1]'],
    [false, 'localhost:4000', 'http://localhost:4001'],
    [false, 'localhost:4000', 'https://localhost:4000'],
    [false, 'evil.example', 'http://evil.example'],
    [false, 'localhost.evil.example', 'http://localhost.evil.example'],
    [false, undefined, 'http://undefined'],
  ])('%s without a public address: %s asked by %s', (has, host, origin) => {
    expect(local.has(origin, host)).toBe(has);
  });
});
