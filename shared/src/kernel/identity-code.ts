import { z } from 'zod';
import { type LocalDate, datePieces, parseLocalDate } from './local-date.js';

declare const identityCodeBrand: unique symbol;
/** A Finnish personal identity code (henkilötunnus), '131052-308T'. Secret: never in a URL, a log or a message. */
export type IdentityCode = string & { readonly [identityCodeBrand]: true };

/** The signs of a century; the letters besides `A` came into use in 2023 (Decree 128/2010 as amended by 690/2022). */
const centuries: Record<string, number> = {
  '+': 1800,
  ...Object.fromEntries([...'-YXWVU'].map((sign) => [sign, 1900])),
  ...Object.fromEntries([...'ABCDEF'].map((sign) => [sign, 2000])),
};
const checkMarks = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const shape = /^(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([0-9A-FHJ-NPR-Y])$/;

const birthDay = (text: string): LocalDate | undefined => {
  const [, day, month, year, sign] = shape.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined || sign === undefined) return undefined;
  const century = centuries[sign];
  if (century === undefined) return undefined;
  const written = `${century + Number(year)}-${month}-${day}`;
  // Dates before 1900 are outside LocalDate; nobody born then is a client.
  return parseLocalDate(written);
};

/** Date, century sign, number 002–999 and check mark all agree. */
export const isIdentityCode = (text: string): text is IdentityCode => {
  if (birthDay(text) === undefined) return false;
  return Number(text.slice(7, 10)) >= 2 && checkMarkOf(text.slice(0, 6), text.slice(7, 10)) === text[10];
};

/** Numbers 900–999 are never given to a person: only such codes may stand in tests and demonstrations. */
export const isTestIdentityCode = (code: IdentityCode): boolean => Number(code.slice(7, 10)) >= 900;

/** An identity code on the way in, spaces around and small letters forgiven; refused with `invalid`. */
export const identityCode = z
  .string()
  .trim()
  .toUpperCase()
  .max(20, { error: 'invalid' })
  .refine(isIdentityCode, { error: 'invalid' }) as unknown as z.ZodType<IdentityCode, string>;

export const birthDateOf = (code: IdentityCode): LocalDate => birthDay(code) as LocalDate;
export const birthYearOf = (code: IdentityCode): number => datePieces(birthDateOf(code)).year;

/** Full years lived on a day. */
export const ageOn = (born: LocalDate, day: LocalDate): number =>
  datePieces(day).year - datePieces(born).year - (day.slice(5) < born.slice(5) ? 1 : 0);

/** The check mark of a birth date's six digits and a number's three. */
export const checkMarkOf = (birth: string, number: string): string =>
  checkMarks[Number(birth + number) % 31] ?? '';

const isCalendarDay = (day: number, month: number, year: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1;
};

const within = /(?<!\d)(\d{2})(\d{2})(\d{2}) ?([-+A-FU-Y]) ?(\d{3}) ?([0-9A-FHJ-NPR-Y])(?!\d)/gi;

/**
 * Where identity codes stand in a text, of any century that has a sign: day and check mark must fit, so that numbers of
 * telephones, invoices and companies pass. The text is folded: `-` for every dash, a space for every white space.
 */
export const identityCodesIn = (folded: string): { start: number; end: number }[] =>
  [...folded.matchAll(within)].flatMap((match) => {
    const [whole, day = '', month = '', year = '', sign = '', number = '', mark = ''] = match;
    const fits =
      isCalendarDay(Number(day), Number(month), (centuries[sign.toUpperCase()] ?? 0) + Number(year)) &&
      Number(number) >= 2 &&
      checkMarkOf(day + month + year, number) === mark.toUpperCase();
    return fits ? [{ start: match.index, end: match.index + whole.length }] : [];
  });
