import type { FieldProblem } from '@rinnalla/shared/kernel/problem';
import { problemTexts } from './problem.js';
import { useTexts } from './use-texts.js';

/** The sentence of a field's refusal in the reader's language. */
export const useFieldSentence = (): ((problem: Pick<FieldProblem, 'code' | 'limit'>) => string) => {
  const { fields } = useTexts(problemTexts);
  return ({ code, limit }) => fields[code](limit === undefined ? {} : { limit });
};
