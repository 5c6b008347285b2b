import { referralId, uuidOf } from './id.js';

describe('an id', () => {
  it('is a UUID, in lower case whatever it was', () => {
    expect(referralId.parse('3F2504E0-4F89-41D3-9A0C-0305E82C3301')).toBe(
      '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    );
  });

  it.each(['', '1', "1' or '1'='1", '3f2504e0-4f89-41d3-9a0c-0305e82c330', 42])('refuses %j', (value) => {
    expect(uuidOf<'ReferralId'>().safeParse(value).error?.issues[0]?.message).toBe('invalid');
  });
});
