import { pauseMsAfter } from './pause.js';

describe('the pause before trying again', () => {
  it('grows from half a second to half a minute, never the same for all', () => {
    expect([0, 1, 5, 6, 40].map((failures) => pauseMsAfter(failures, 1))).toEqual([
      500, 1_000, 16_000, 30_000, 30_000,
    ]);
    expect([0, 3, 40].map((failures) => pauseMsAfter(failures, 0))).toEqual([500, 2_000, 15_000]);
  });
});
