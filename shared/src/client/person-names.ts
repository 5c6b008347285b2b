import { givenNames } from './given-names.js';
import { calledAfter, greetings, kinBeginnings, kinWords, workWords } from './person-name-words.js';

interface Range {
  start: number;
  end: number;
}

const name = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`;

const kin = new RegExp(`^(?:(?:${kinBeginnings.join('|')})\\p{L}{0,5}|${kinWords.join('|')})$`, 'u');
/** Men, mothers or children in general: `miesten Verstas`, `äitien Kahvila`. */
const manyOf = /(?:ten|ien|jen|den|ille|illa|ilta|iltä)$/;
/** Where, from where, to where: `ystävä Virosta`, `äitinsä Kouvolassa`. */
const place = /(?:st[aä]|ss[aä]|lt[aä]|een)$/;
const called = new RegExp(`(?<=(\\p{L}+) )${name}(?![\\p{L}\\d-])`, 'gu');

const besideKin = (text: string): Range[] =>
  [...text.matchAll(called)]
    .filter(([who, word = '']) => kin.test(word.toLowerCase()) && !manyOf.test(word) && !place.test(who))
    .map(({ 0: who, index }) => ({ start: index, end: index + who.length }));

/** Names in a row. Behind an @ stands somebody of the case team, who is called. */
const row = new RegExp(`(?<![\\p{L}\\d@-])${name}(?: (?:von |af |de |al )?${name})+(?![\\p{L}\\d-])`, 'gu');
/** Surnames of two usual forms, as they change: Virtanen, Virtasen, Virtaselle; Nyström, Erikssons. */
const surname = /^\p{L}{2,}(?:nen|[aeiouyäö]s(?:en|ella|elle|elta)|(?:ström|[qk]vist|sson|gren|blom)s?)$/u;
/** Words of place and quality that end so too: `Suomen Punainen Risti`, `Itäinen`, `kansallinen`. */
const adjective =
  /(?:lli|lai|läi)(?:nen|se\p{L}+)$|^(?:Punai|Sini|Valkoi|Keltai|Kultai|Iloi|Yhtei|Itäi|Läntinen|Läntis|Toi|Nai|Ihmi|Kauniai)/u;

const behindWord = (words: readonly string[], rest: string): RegExp =>
  new RegExp(`(?<!\\p{L})${rest}(?:${words.join('|')})`, 'iu');
const atWork = new RegExp(`${behindWord(workWords, '\\p{L}*').source}\\p{L}*[:,]? $`, 'iu');
const greeted = new RegExp(`${behindWord(greetings, '').source}[.,!:]* $`, 'iu');
const bodyNext = new RegExp(`^ (?:${calledAfter.join('|')})(?!\\p{L}{4})`, 'u');
const bodyLast = new RegExp(
  `(?:${calledAfter.filter((word) => word.length > 2).join('|')})\\p{L}{0,3}$`,
  'iu',
);

/** The number of the word in a row that a full name begins with; -1: none does. */
const firstOf = (words: readonly string[]): number => {
  const last = words.at(-1) ?? '';
  const given = words.slice(0, -1).findIndex((word) => givenNames.has(word.split('-')[0] ?? ''));
  return given < 0 && surname.test(last) && !adjective.test(last) ? words.length - 2 : given;
};

const fullNames = (text: string): Range[] =>
  [...text.matchAll(row)].flatMap(({ 0: match, index }) => {
    const words = match.split(' ');
    const first = firstOf(words);
    if (first < 0 || bodyLast.test(match)) return [];
    const end = index + match.length;
    const start = end - words.slice(first).join(' ').length;
    const before = text.slice(Math.max(0, start - 40), start);
    return atWork.test(before) || greeted.test(before) || bodyNext.test(text.slice(end, end + 20))
      ? []
      : [{ start, end }];
  });

/**
 * Where a folded text seems to name a person: a full name, or a name beside a word of kin. Not colleagues named by their
 * work, greetings and signatures: they are named to be reached. Not first names alone: so people of one case talk.
 */
export const personNamesIn = (folded: string): Range[] => {
  const full = fullNames(folded);
  const isInFull = ({ start, end }: Range): boolean => full.some((one) => start < one.end && end > one.start);
  return [...full, ...besideKin(folded).filter((range) => !isInFull(range))];
};
