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

/** Words and phrases of a service that answer to the query, as they stand in it: keywords and support whole, others word by word. */
export const matchedWordsOf = (
  row: ServiceCardRow,
  asked: readonly string[],
  language: Language,
): string[] => {
  const phrases = [
    ...(row.keywords.fi ?? []),
    ...(row.keywords[language] ?? []),
    ...row.competences,
    ...row.support.map((code) => labelOf(supportFeatures, code, language).toLowerCase()),
    ...wordsOf(row.title[language] ?? row.title.fi ?? row.title.sv ?? ''),
    ...wordsOf(row.summary[language] ?? row.summary.fi ?? row.summary.sv ?? ''),
  ];
  const firstWith = (matches: (one: string) => boolean): string | undefined =>
    phrases.find((candidate) => wordsOf(plainOf(candidate)).some(matches));
  const found = asked.flatMap((word) => {
    const beginnings = synonymsOf(word).map(plainOf);
    const phrase =
      firstWith((one) => alike(plainOf(word), one)) ??
      firstWith((one) => beginnings.some((beginning) => one.startsWith(beginning)));
    return phrase ? [phrase] : [];
  });
  return [...new Set(found)].slice(0, mostShown);
};
