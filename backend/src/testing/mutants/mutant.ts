/**
 * What a mutant takes away: a refusal, a condition of a policy, a row of the log, a row-level security policy, or what a
 * route asks of its caller.
 */
export const mutantKinds = ['guard', 'policy', 'log', 'route', 'rls'] as const;
export type MutantKind = (typeof mutantKinds)[number];

/** One change of the product; a test must turn red of it. */
export interface Mutant {
  /** Kind, place and number within the place: the same from run to run while the place keeps its name. */
  id: string;
  kind: MutantKind;
  /** What is gone, as it stood. */
  removed: string;
  /** For a policy of the database: what is said to the test's database, and to take it back. */
  sql?: Change;
}

export interface Change {
  table: string;
  apply: string;
  undo: string;
}

/** What a planted place asks: whether it is the one that is taken away now. Each question is remembered as a visit. */
export const askName = 'rinnallaIsMutated';
/** What a planted route is given to. */
export const routeName = 'rinnallaRoute';
