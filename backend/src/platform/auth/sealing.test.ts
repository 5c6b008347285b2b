import type { Config } from '../config/config.js';
import { Sealing } from './sealing.js';

const sealingWith = (...digits: string[]) =>
  new Sealing({ SEALING_KEY: digits.map((digit) => digit.repeat(64)).join() } as Config);

describe('a sealed text', () => {
  const sealing = sealingWith('a');

  it('opens for whom it was sealed, and is never the same twice', () => {
    const [first, second] = [sealing.seal('salaisuus', 'person:1'), sealing.seal('salaisuus', 'person:1')];

    expect(sealing.open(first, 'person:1')).toBe('salaisuus');
    expect(first).not.toBe(second);
    expect(first).not.toContain('salaisuus');
  });

  it('opens neither in another row nor under another key nor after a change', () => {
    const sealed = sealing.seal('salaisuus', 'person:1');
    const changed = Buffer.from(sealed, 'base64');
    changed[30]! ^= 1;

    expect(sealing.open(sealed, 'person:2')).toBeUndefined();
    expect(sealingWith('b').open(sealed, 'person:1')).toBeUndefined();
    expect(sealing.open(changed.toString('base64'), 'person:1')).toBeUndefined();
  });

  it('opens under an older key as well while the key changes, and is sealed under the newest', () => {
    const changing = sealingWith('b', 'a');

    expect(changing.open(sealing.seal('salaisuus', 'person:1'), 'person:1')).toBe('salaisuus');
    expect(sealingWith('b').open(changing.seal('salaisuus', 'person:1'), 'person:1')).toBe('salaisuus');
  });

  it('hashes alike under one key only', () => {
    expect(sealing.hash('a')).toBe(sealingWith('a').hash('a'));
    expect(sealing.hash('a')).not.toBe(sealingWith('b').hash('a'));
  });
});
