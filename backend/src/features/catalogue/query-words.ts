import { synonymsOf } from './search-synonyms.js';
import { plainOf } from './search-text.js';

/** One look into the full-text index for a word of the query: a term of one text search configuration. */
export interface QueryLook {
  /** Which word of the query it stands for. */
  ord: number;
  /** How much a hit of it is worth against the word itself. */
  weight: number;
  config: 'finnish' | 'swedish' | 'english' | 'simple';
  term: string;
  prefix: boolean;
}

/** A word that may be mistyped, without dots and accents: compared by its letters. */
export interface FuzzyWord {
  ord: number;
  plain: string;
}

const weights = { itself: 1, beginning: 0.75, synonym: 0.55, stump: 0.45 } as const;
/** Shorter words begin too many others. */
const shortestBeginning = 5;
/** A long word is often a compound whose first part is what matters: "puutarhatyö". */
const shortestCompound = 9;
const shortestFuzzy = 4;

const looksOf = (word: string, ord: number): QueryLook[] => {
  const plain = plainOf(word);
  const look = (weight: number, config: QueryLook['config'], term: string, prefix = false): QueryLook => ({
    ord,
    weight,
    config,
    term,
    prefix,
  });
  return [
    look(weights.itself, 'finnish', word),
    look(weights.itself, 'swedish', word),
    look(weights.itself, 'english', word),
    look(weights.itself, 'simple', plain),
    ...(word.length >= shortestBeginning
      ? [look(weights.beginning, 'finnish', word, true), look(weights.beginning, 'simple', plain, true)]
      : []),
    ...(word.length >= shortestCompound
      ? [look(weights.stump, 'simple', word.slice(0, Math.ceil(word.length * 0.55)), true)]
      : []),
    ...synonymsOf(word).flatMap((beginning) => [
      look(weights.synonym, 'simple', beginning, true),
      look(weights.synonym, 'finnish', beginning),
    ]),
  ];
};

/** Everything that is looked up for the words of a query. */
export const queryLooksOf = (words: readonly string[]): { looks: QueryLook[]; fuzzy: FuzzyWord[] } => ({
  looks: words.flatMap(looksOf),
  fuzzy: words.flatMap((word, ord) => (word.length >= shortestFuzzy ? [{ ord, plain: plainOf(word) }] : [])),
});
