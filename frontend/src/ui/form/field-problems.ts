import { type FieldProblem, type FieldProblemCode, fieldProblemCodes } from '@rinnalla/shared/kernel/problem';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const isCode = (text: string): text is FieldProblemCode => fieldProblemCodes.some((code) => code === text);

const bySize: Record<'too_small' | 'too_big', Record<'text' | 'list' | 'number', FieldProblemCode>> = {
  too_small: { text: 'tooShort', list: 'tooFew', number: 'tooSmall' },
  too_big: { text: 'tooLong', list: 'tooMany', number: 'tooLarge' },
};

const sizeKind = (origin: string): 'text' | 'list' | 'number' =>
  origin === 'string' ? 'text' : origin === 'array' || origin === 'set' ? 'list' : 'number';

const refusalOf = (issue: Issue): Omit<FieldProblem, 'path'> => {
  if (isCode(issue.message)) return { code: issue.message };
  switch (issue.code) {
    case 'too_small':
    case 'too_big': {
      const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
      if (issue.code === 'too_small' && limit === 1 && issue.origin !== 'number') return { code: 'required' };
      return { code: bySize[issue.code][sizeKind(issue.origin)], limit };
    }
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null || issue.input === '') return { code: 'required' };
      return { code: issue.expected === 'number' || issue.expected === 'int' ? 'notANumber' : 'invalid' };
    case 'invalid_format':
      return { code: issue.format === 'email' ? 'notAnEmail' : issue.format === 'date' ? 'notADate' : 'invalid' };
    case 'invalid_value':
      return { code: issue.input === undefined || issue.input === '' ? 'required' : 'notInList' };
    case 'unrecognized_keys':
      return { code: 'unknownField' };
    default:
      return { code: 'invalid' };
  }
};

/** What a schema refuses, in the same words as the server's refusals; the path without `body`. */
export const fieldProblemsOf = (error: z.core.$ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), ...refusalOf(issue) }));

/** The server's fields under a form's own names: `body.content.title.fi` is `title.fi` of the form for `body.content`. */
export const withoutPrefix = (fields: readonly FieldProblem[], prefix: string): FieldProblem[] =>
  fields.map((field) => ({
    ...field,
    path: field.path.startsWith(`${prefix}.`) ? field.path.slice(prefix.length + 1) : field.path,
  }));
