import fc from 'fast-check';
import {
  ageOn,
  birthDateOf,
  birthYearOf,
  identityCode,
  isIdentityCode,
  isTestIdentityCode,
  type IdentityCode,
} from './identity-code.js';
import { asLocalDate } from './local-date.js';

const code = (text: string): IdentityCode => identityCode.parse(text);
const marks = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const withMark = (birth: string, sign: string, number: string): string =>
  `${birth}${sign}${number}${marks[Number(birth + number) % 31]}`;

describe('a personal identity code', () => {
  it('is read, small letters and spaces forgiven', () => {
    expect(code(' 131052-308t ')).toBe('131052-308T');
    expect(birthDateOf(code('131052-308T'))).toBe('1952-10-13');
  });

  it.each([...'-YXWVU'])('of the 1900s may carry the sign %s', (sign) => {
    expect(birthYearOf(code(withMark('131052', sign, '908')))).toBe(1952);
  });

  it.each([...'ABCDEF'])('of the 2000s may carry the sign %s', (sign) => {
    expect(birthYearOf(code(withMark('290204', sign, '908')))).toBe(2004);
  });

  it.each([
    ['131052-308U', 'the check mark is wrong'],
    ['310252-3089', 'no such day'],
    ['131052G308T', 'no such century'],
    [withMark('131052', '-', '001'), 'the number is below 002'],
    ['131052308T', 'no sign'],
    ['290203A908X', 'no leap day that year'],
    ['', 'nothing'],
  ])('%s is none: %s', (text) => {
    expect(isIdentityCode(text)).toBe(false);
    expect(identityCode.safeParse(text).error?.issues.map(({ message }) => message)).toEqual(['invalid']);
  });

  it('from 900 on is for tests only', () => {
    expect(isTestIdentityCode(code(withMark('131052', '-', '900')))).toBe(true);
    expect(isTestIdentityCode(code(withMark('131052', '-', '899')))).toBe(false);
  });

  it('tells the age, from the birthday on', () => {
    const born = asLocalDate('1992-11-25');
    expect(ageOn(born, asLocalDate('2026-11-24'))).toBe(33);
    expect(ageOn(born, asLocalDate('2026-11-25'))).toBe(34);
  });

  it('has one check mark and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999 }), fc.integer({ min: 1, max: 28 }), (number, day) => {
        const birth = `${String(day).padStart(2, '0')}0780`;
        const right = [...marks].filter((mark) =>
          isIdentityCode(`${birth}-${String(number).padStart(3, '0')}${mark}`),
        );
        expect(right).toHaveLength(1);
      }),
    );
  });
});
