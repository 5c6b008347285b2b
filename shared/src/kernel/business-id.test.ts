import fc from 'fast-check';
import { businessId, isBusinessId } from './business-id.js';

describe('a Business ID', () => {
  it.each(['0201256-6', '0112038-9', '0737546-2'])('%s is one', (text) => {
    expect(isBusinessId(text)).toBe(true);
  });

  it.each(['0201256-7', '02012566', '201256-6', '0201256-66', 'FI02012566', '0201256–6', '', '1234567-'])(
    '%j is none',
    (text) => {
      expect(businessId.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([
        'notABusinessId',
      ]);
    },
  );

  it('forgives spaces around it', () => {
    expect(businessId.parse(' 0201256-6 ')).toBe('0201256-6');
  });

  it('has at most one right check digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (number) => {
        const digits = String(number).padStart(7, '0');
        const right = [...'0123456789'].filter((check) => isBusinessId(`${digits}-${check}`));
        expect(right.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
