import type { Mutant } from './mutant.js';
import type { KnownTest } from './surveys.js';
import type { TestFile } from './test-files.js';

/**
 * Which tests are tried on a mutant: the one that missed it in an earlier run, the quickest few that run over it, or all
 * that do.
 */
export type Depth = 'known' | 'few' | 'all';

const few = 6;

/** Tests of a file that may miss this mutant, quickest first; `tests` are all of the file in that order. */
export const chosenTests = (
  { text }: TestFile,
  tests: readonly KnownTest[],
  mutant: Mutant,
  depth: 'few' | 'all',
): string[] => {
  if (depth === 'few' && mutant.kind === 'log' && !looksAtTheLog(text, mutant)) return [];
  const fitting = mutant.sql
    ? speakingSql(text, tests, mutant.sql.table)
    : tests.filter(({ visits }) => visits.has(mutant.id));
  return (depth === 'few' ? fitting.slice(0, few) : fitting).map(({ name }) => name);
};

/** Tests that speak SQL as the product's own role see what a policy lets through: those that name the table first. */
const speakingSql = (text: string, tests: readonly KnownTest[], table: string): KnownTest[] => {
  if (!text.includes('appUrl')) return [];
  const isNaming = ({ name }: KnownTest): boolean => new RegExp(`\\b${table}\\b`).test(name);
  return tests.toSorted((a, b) => Number(isNaming(b)) - Number(isNaming(a)));
};

const looksAtTheLog = (text: string, { id }: Mutant): boolean => {
  const action = id.split('.').at(-1)?.replace(/ \d+$/, '') ?? '';
  return text.includes(`'${action}'`) || text.includes('audit_event');
};
