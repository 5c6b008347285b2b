import { RequestPace } from './request-pace.js';

describe('the pace of requests', () => {
  it('lets so many through in a minute and no more, each caller for themselves', () => {
    let now = 0;
    const pace = new RequestPace(() => now);
    const tries = (key: string) => [1, 2, 3].map(() => pace.take(key, 2));

    expect(tries('sanna')).toEqual([true, true, false]);
    expect(tries('pekka')).toEqual([true, true, false]);
    now = 60_001;
    expect(tries('sanna')).toEqual([true, true, false]);
  });

  it('remembers no more callers than it was told to', () => {
    const pace = new RequestPace(() => 0, 3);
    for (const key of ['a', 'b', 'c', 'd']) pace.take(key, 1);

    expect(pace.take('a', 1)).toBe(true);
    expect(pace.take('a', 1)).toBe(false);
  });
});
