import { labelOf } from '@rinnalla/shared/catalogue/vocabulary';
import { supportFeatures } from '@rinnalla/shared/catalogue/practicalities';
import type { Language } from '@rinnalla/shared/kernel/localized';
import { plainOf } from './search-text.js';
import { synonymsOf } from './search-synonyms.js';
import type { ServiceCardRow } from './service-card.presenter.js';

const mostShown = 4;
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];

/** Letters that two words have in common from the beginning. */
const commonBeginning = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
};

/** Words that grow from the same stem begin alike: "puutyöt" and "puutöistä" need not, "rinnallakulkija" and its forms do. */
const alike = (asked: string, found: string): boolean => {
  const needed = Math.max(4, Math.ceil(asked.length * 0.6));
  return commonBeginning(asked, found) >= Math.min(needed, asked.length);
};

/**
 * Tells of a service which of its words and phrases answer to the query, as they stand in it: keywords and support whole,
 * others word by word.
 */
export const matchedWordsOf = (
  asked: readonly string[],
  language: Language,
): ((row: ServiceCardRow) => string[]) => {
  const wanted = asked.map((word) => ({
    plain: plainOf(word),
    beginnings: synonymsOf(word).map(plainOf),
  }));
  return (row) => {
    const phrases = phrasesOf(row, language).map((phrase) => ({ phrase, words: wordsOf(plainOf(phrase)) }));
    const firstWith = (matches: (word: string) => boolean): string | undefined =>
      phrases.find(({ words }) => words.some(matches))?.phrase;
    const found = wanted.flatMap(({ plain, beginnings }) => {
      const phrase =
        firstWith((word) => alike(plain, word)) ??
        firstWith((word) => beginnings.some((beginning) => word.startsWith(beginning)));
      return phrase ? [phrase] : [];
    });
    return [...new Set(found)].slice(0, mostShown);
  };
};

const phrasesOf = (row: ServiceCardRow, language: Language): string[] => [
  ...(row.keywords.fi ?? []),
  ...(row.keywords[language] ?? []),
  ...row.competences,
  ...row.support.map((code) => labelOf(supportFeatures, code, language).toLowerCase()),
  ...wordsOf(row.title[language] ?? row.title.fi ?? row.title.sv ?? ''),
  ...wordsOf(row.summary[language] ?? row.summary.fi ?? row.summary.sv ?? ''),
];
