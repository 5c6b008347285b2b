import type { Route } from '@rinnalla/shared/contract/define-route';
import { type FieldProblem, Problem } from '@rinnalla/shared/kernel/problem';
import { fieldProblemsOf } from '@rinnalla/shared/contract/field-problems';
import type { FastifyRequest } from 'fastify';

/** Parses what came from outside by the route's strict schemas; every wrong field is told at once. */
export const parseRequest = (route: Route, request: Pick<FastifyRequest, 'params' | 'query' | 'body'>) => {
  const fields: FieldProblem[] = [];
  const parse = (part: 'params' | 'query' | 'body', given: unknown): unknown => {
    const empty = given === null || (part !== 'body' && Object.keys(given as object).length === 0);
    const takesNothing = route[part].safeParse(undefined).success && empty;
    const parsed = route[part].safeParse(takesNothing ? undefined : given);
    if (!parsed.success) fields.push(...fieldProblemsOf(parsed.error.issues, part));
    return parsed.data;
  };
  const input = {
    params: parse('params', request.params ?? {}),
    query: parse('query', request.query ?? {}),
    body: parse('body', request.body),
  };
  // An object that cannot be is no client's typing error: its address names nothing.
  if (fields.some((field) => field.path.startsWith('params.'))) throw new Problem('notFound');
  if (fields.length > 0) throw new Problem('invalidInput', { fields });
  return input;
};
