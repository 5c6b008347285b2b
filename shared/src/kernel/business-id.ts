import { z } from 'zod';

declare const businessIdBrand: unique symbol;
/** A Finnish Business ID (Y-tunnus), '1234567-8'. */
export type BusinessId = string & { readonly [businessIdBrand]: true };

const weights = [7, 9, 10, 5, 8, 4, 2];

/** The check digit of the first seven digits; none exists when the remainder is 1 (PRH: such ids are not given). */
const checkDigit = (digits: string): number | undefined => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const remainder = sum % 11;
  if (remainder === 1) return undefined;
  return remainder === 0 ? 0 : 11 - remainder;
};

export const isBusinessId = (text: string): text is BusinessId =>
  /^\d{7}-\d$/.test(text) && checkDigit(text.slice(0, 7)) === Number(text[8]);

/** A Y-tunnus on the way in, spaces around it forgiven; refused with `notABusinessId`. */
export const businessId = z.string().trim().max(20, { error: 'notABusinessId' }).refine(isBusinessId, {
  error: 'notABusinessId',
}) as unknown as z.ZodType<BusinessId, string>;
