import fc from 'fast-check';
import { checkMarkOf } from '../kernel/identity-code.js';
import { givenNames } from './given-names.js';
import { healthWordsEn } from './health-words.en.js';
import { healthWordsFi } from './health-words.fi.js';
import { healthWordsSv } from './health-words.sv.js';
import { calledAfter, greetings, kinBeginnings, kinWords, workWords } from './person-name-words.js';
import { kindsOf } from './sensitive-kinds.js';
import { findSensitive } from './sensitive-text.js';
import { ordinarySentences, tellingSentences } from './sensitive-text-corpus.js';

const kindsIn = (text: string): string => kindsOf(findSensitive(text)).join(' ');
const wordsFound = (text: string): string[] =>
  findSensitive(text).map(({ start, end }) => text.slice(start, end));

describe('what free text should rarely carry', () => {
  it.each(tellingSentences)('is found in “%s”: %s', (text, kinds) => {
    expect(kindsIn(text)).toBe(kinds);
  });

  it.each(ordinarySentences)('is not seen in “%s”', (text) => {
    expect(kindsIn(text)).toBe('');
  });

  it('is told as places in the text as it was written', () => {
    expect(wordsFound('Hetu on 131052‑308T, nro 040 123 4567; Leppäkatu 3 B ja “masennus”.')).toEqual([
      '131052‑308T',
      '040 123 4567',
      'Leppäkatu 3 B',
      'masennus',
    ]);
  });

  it('is found in a long text without much work, however the text is shaped', () => {
    const shapes = [
      ' ',
      '0 ',
      'a',
      '358-',
      'katu ',
      '12 ',
      '+',
      '131052-',
      'ä\u0308',
      '045 45 ',
      'Aino ',
      'Äiti ',
    ];
    const began = performance.now();
    for (const shape of shapes) findSensitive(shape.repeat(8_192 / shape.length));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('an identity code in a text', () => {
  const code = fc
    .record({
      born: fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      sign: fc.nat({ max: 5 }),
      number: fc.integer({ min: 2, max: 999 }),
      century: fc.constantFrom('own', 'own', 'own', 'oldest'),
    })
    .map(({ born, sign, number, century }) => {
      const year = String(born.getUTCFullYear());
      const birth = `${String(born.getUTCDate()).padStart(2, '0')}${String(born.getUTCMonth() + 1).padStart(2, '0')}${year.slice(2)}`;
      const signs = year.startsWith('19') ? '-YXWVU' : 'ABCDEF';
      const digits = String(number).padStart(3, '0');
      // 1800 was no leap year.
      const isOld = century === 'oldest' && !birth.startsWith('2902');
      return `${birth}${isOld ? '+' : signs[sign]}${digits}${checkMarkOf(birth, digits)}`;
    });
  /** Anything that does not make the code's first or last figure part of a longer number. */
  const around = fc.string({ unit: 'grapheme', maxLength: 30 });
  const before = around.map((text) => `${text}:`);
  const after = around.map((text) => `,${text}`);
  const hasCode = (text: string): boolean => findSensitive(text).some(({ kind }) => kind === 'identityCode');

  it('is found, of any century, whatever stands around it', () => {
    fc.assert(
      fc.property(before, code, after, (head, one, tail) => {
        const text = `${head}${one}${tail}`;
        expect(wordsFound(text)).toContain(one);
      }),
    );
  });

  const disguises: readonly (readonly [string, (one: string) => string])[] = [
    ['small letters', (one) => one.toLowerCase()],
    ['spaces and ends of lines around', (one) => ` \n\t${one}\r\n `],
    ['a space within', (one) => `${one.slice(0, 6)} ${one.slice(6, 7)} ${one.slice(7)}`],
    ['a line that ends within', (one) => `${one.slice(0, 7)}\n${one.slice(7)}`],
    ['a narrow space within', (one) => `${one.slice(0, 7)}\u202f${one.slice(7)}`],
    ['a non-breaking hyphen', (one) => one.replace('-', '\u2011')],
    ['an en dash', (one) => one.replace('-', '–')],
    ['a minus', (one) => one.replace('-', '−')],
    [
      'full-width characters',
      (one) => one.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
    ['Arabic digits', (one) => one.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))],
    ['zero-width characters', (one) => [...one].join('\u200b')],
    ['a soft hyphen', (one) => `${one.slice(0, 3)}\u00ad${one.slice(3)}`],
    ['a direction mark', (one) => `\u200f${one}\u200e`],
  ];
  it.each(disguises)('is found behind %s', (_, disguise) => {
    fc.assert(fc.property(code, (one) => expect(hasCode(`Tunnus ${disguise(one)} ok`)).toBe(true)));
  });

  it('is not seen where the check mark does not fit', () => {
    const marks = '0123456789ABCDEFHJKLMNPRSTUVWXY';
    fc.assert(
      fc.property(code, fc.integer({ min: 1, max: 30 }), (one, shift) => {
        const wrong = marks[(marks.indexOf(one.slice(10)) + shift) % 31] ?? '';
        expect(hasCode(`Tunnus ${one.slice(0, 10)}${wrong} ok`)).toBe(false);
      }),
    );
  });

  it.each([
    '131052-0018', // the number 001 is given to nobody
    '311152-308B', // no such day
    '1131052-308T5',
    '131052-308T5',
  ])('is not seen in %s', (text) => {
    expect(hasCode(text)).toBe(false);
  });
});

describe('a telephone number in a text', () => {
  const grouped = fc
    .record({
      area: fc.constantFrom('040', '0400', '041', '044', '045', '046', '050', '09', '05', '010', '020'),
      rest: fc.integer({ min: 1_000_000, max: 9_999_999 }),
      between: fc.constantFrom('', ' ', '-', '\u00a0', '\u2011'),
      groups: fc.constantFrom([7], [3, 4], [3, 2, 2], [2, 2, 3]),
      country: fc.boolean(),
    })
    .map(({ area, rest, between, groups, country }) => {
      const digits = String(rest);
      let at = 0;
      const parts = groups.map((length) => digits.slice(at, (at += length)));
      const head = country ? `+358${between}${area.slice(1)}` : area;
      return [head, ...parts].join(between);
    });

  it('is found, in each way of grouping it', () => {
    fc.assert(
      fc.property(grouped, (number) => expect(wordsFound(`Soita ${number}, kiitos`)).toEqual([number])),
    );
  });

  it('is not seen in days, clocks, sums, case numbers and accounts', () => {
    const two = (max: number) => fc.integer({ min: 1, max }).map((one) => String(one).padStart(2, '0'));
    const harmless = fc.oneof(
      fc.tuple(two(28), two(12)).map(([day, month]) => `${day}.${month}.2026`),
      fc.tuple(two(28), two(12)).map(([day, month]) => `2026-${month}-${day}`),
      fc.tuple(two(23), two(23)).map(([from, to]) => `klo ${from}.00-${to}.30`),
      fc.integer({ min: 1, max: 9999 }).map((number) => `KVL-2026-${String(number).padStart(4, '0')}`),
      fc.integer({ min: 0, max: 999_999 }).map((sum) => `${(sum / 100).toFixed(2).replace('.', ',')} €`),
    );
    fc.assert(fc.property(harmless, (text) => expect(kindsIn(`Sovittu ${text}, kiitos`)).toBe('')));
  });
});

describe('the lists of health words', () => {
  const lists = { fi: healthWordsFi, sv: healthWordsSv, en: healthWordsEn };

  it.each(Object.entries(lists))('%s: each entry finds something, and none stands twice', (_, list) => {
    const entries = [...list.beginnings, ...list.anywhere, ...list.words];
    expect(entries.filter((entry) => kindsIn(`on ${entry} tässä`) !== 'health')).toEqual([]);
    const stems = [...list.beginnings, ...list.anywhere];
    const covered = stems.filter((stem) => stems.some((other) => other !== stem && stem.startsWith(other)));
    expect(covered).toEqual([]);
    expect(new Set(entries).size).toBe(entries.length);
    expect(entries.join('')).toBe(entries.join('').toLowerCase());
  });

  it.each(Object.entries(lists))('%s: each exception is needed', (_, list) => {
    const others = [...lists.fi.except, ...lists.sv.except, ...lists.en.except];
    expect(new Set(others).size).toBe(others.length);
    const stems = Object.values(lists).flatMap(({ beginnings, anywhere }) => [...beginnings, ...anywhere]);
    expect(list.except.filter((word) => !stems.some((stem) => word.includes(stem)))).toEqual([]);
  });
});

describe('the words beside a name', () => {
  const found = (sentences: string[]): string[] => sentences.filter((text) => kindsIn(text) === 'personName');
  const missed = (sentences: string[]): string[] =>
    sentences.filter((text) => kindsIn(text) !== 'personName');

  it('each word of kin finds the name behind it, whatever name it is', () => {
    expect(missed([...kinBeginnings, ...kinWords].map((word) => `on ${word} Xhelad`))).toEqual([]);
  });

  it('each given name finds the surname behind it, of whatever form', () => {
    expect(missed([...givenNames].map((given) => `Tapasin ${given} Xhelan`))).toEqual([]);
  });

  it('each word of work, greeting and house takes the name for no client’s', () => {
    expect(found(workWords.map((word) => `työ${word}a Aino Mäki`))).toEqual([]);
    expect(found(greetings.map((word) => `${word} Aino Mäki`))).toEqual([]);
    expect(found(calledAfter.map((word) => `Aino Mäki ${word}`))).toEqual([]);
  });

  it.each(Object.entries({ kinBeginnings, kinWords, workWords, greetings, calledAfter }))(
    '%s has nothing twice, and small letters',
    (_, words) => {
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
      expect(words.join('')).toBe(words.join('').toLowerCase());
    },
  );
});
