import { healthWordsEn } from './health-words.en.js';
import { healthWordsFi } from './health-words.fi.js';
import { healthWordsSv } from './health-words.sv.js';

/** A text's language is not known, and one text may hold several: all lists count always. */
const lists = [healthWordsFi, healthWordsSv, healthWordsEn];

const byHead = (stems: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const heads = new Map<string, string[]>();
  for (const stem of stems) heads.set(stem.slice(0, 3), [...(heads.get(stem.slice(0, 3)) ?? []), stem]);
  return heads;
};

const beginnings = byHead(lists.flatMap((list) => [...list.beginnings, ...list.anywhere]));
const exceptions = byHead(lists.flatMap(({ except }) => except));
const words = new Set(lists.flatMap((list) => list.words));
const anywhere = new RegExp(lists.flatMap((list) => list.anywhere).join('|'));
const phrase = new RegExp(
  `(?<!\\p{L})(?:${lists.flatMap(({ phrases }) => phrases).join('|')})\\p{L}*`,
  'giu',
);

/** ICD-10: a chapter's letter, two digits and a subgroup; those of the mind (F) are written without one too. */
const icd10 = /(?<![\p{L}\d])(?:[A-TZ]\d{2}\.\d{1,2}|[Ff]\d{2}(?:\.\d{1,2})?)(?![\d\p{L}]|\.\d)/gu;

const beginsWithOne = (word: string, stems: ReadonlyMap<string, readonly string[]>): boolean =>
  stems.get(word.slice(0, 3))?.some((stem) => word.startsWith(stem)) ?? false;

const tellsOfHealth = (written: string): boolean => {
  const word = written.toLowerCase();
  return (
    (words.has(word) || beginsWithOne(word, beginnings) || anywhere.test(word)) &&
    !beginsWithOne(word, exceptions)
  );
};

/** Where a folded text tells of somebody's health. */
export const healthFindingsIn = (folded: string): { start: number; end: number }[] => {
  const rangeOf = ({ 0: match, index }: RegExpExecArray) => ({ start: index, end: index + match.length });
  return [
    ...[...folded.matchAll(/\p{L}+/gu)].filter(([word]) => tellsOfHealth(word)).map(rangeOf),
    ...[...folded.matchAll(phrase)].map(rangeOf),
    ...[...folded.matchAll(icd10)].map(rangeOf),
  ];
};
