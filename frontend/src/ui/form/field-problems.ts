import type { FieldProblem } from '@rinnalla/shared/kernel/problem';

/** The server's fields under a form's own names: `body.content.title.fi` is `title.fi` of the form for `body.content`. */
export const withoutPrefix = (fields: readonly FieldProblem[], prefix: string): FieldProblem[] =>
  fields.map((field) => ({
    ...field,
    path: field.path.startsWith(`${prefix}.`) ? field.path.slice(prefix.length + 1) : field.path,
  }));
