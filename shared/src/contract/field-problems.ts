import type { z } from 'zod';
import { type FieldProblem, type FieldProblemCode, fieldProblemCodes } from '../kernel/problem.js';

type Issue = z.core.$ZodIssue;

const codes: ReadonlySet<string> = new Set(fieldProblemCodes);

/**
 * Zod's issues in our closed vocabulary, the same on server and in forms. A schema's own `error` text is taken
 * when it is a code of the vocabulary.
 */
export const fieldProblemsOf = (issues: readonly Issue[], prefix?: string): FieldProblem[] =>
  issues.flatMap((issue): FieldProblem[] => {
    const path = [...(prefix ? [prefix] : []), ...issue.path.map(String)];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key.slice(0, 60)].join('.'), code: 'unknownField' }));
    }
    const limit = limitOf(issue);
    return [{ path: path.join('.'), code: codeOf(issue), ...(limit === undefined ? {} : { limit }) }];
  });

const limitOf = (issue: Issue): number | undefined =>
  issue.code === 'too_small'
    ? Number(issue.minimum)
    : issue.code === 'too_big'
      ? Number(issue.maximum)
      : undefined;

const codeOf = (issue: Issue): FieldProblemCode => {
  if (codes.has(issue.message)) return issue.message as FieldProblemCode;
  switch (issue.code) {
    case 'invalid_type':
      // Zod keeps what it was given to itself; its sentence says of which type that was.
      if (/received (undefined|null)$/.test(issue.message)) return 'required';
      return issue.expected === 'number' || issue.expected === 'int' ? 'notANumber' : 'invalid';
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? 'required' : 'tooShort';
      return issue.origin === 'array' || issue.origin === 'set' ? 'tooFew' : 'tooSmall';
    case 'too_big':
      if (issue.origin === 'string') return 'tooLong';
      return issue.origin === 'array' || issue.origin === 'set' ? 'tooMany' : 'tooLarge';
    case 'invalid_value':
      return 'notInList';
    case 'invalid_format':
      return issue.format === 'email'
        ? 'notAnEmail'
        : /date|time/.test(issue.format)
          ? 'notADate'
          : 'invalid';
    default:
      return 'invalid';
  }
};
