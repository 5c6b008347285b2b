import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { compiledFiles, placeOf } from './mutants/places.js';

interface Routine {
  name: string;
  body: string;
  /** It runs with its caller's rights, and so does all that it calls. */
  isOfItsCaller: boolean;
}

/**
 * Names of the functions of the schema `app` that the app role calls: from the product's SQL, through a policy, a column's
 * default, a check, an index or a view, and within functions that run with its rights.
 */
export const calledFunctions = async (owner: pg.Pool): Promise<Set<string>> => {
  const { rows: routines } = await owner.query<Routine>(
    `select proname as name, prosrc as body, not prosecdef as "isOfItsCaller" from pg_proc where pronamespace = 'app'::regnamespace`,
  );
  const { rows: said } = await owner.query<{ text: string }>(
    `select concat(qual, with_check) as text from pg_policies where 'rinnalla_app' = any (roles)
      union all select pg_get_expr(adbin, adrelid) from pg_attrdef
      union all select pg_get_constraintdef(oid) from pg_constraint where contype = 'c'
      union all select pg_get_indexdef(indexrelid) from pg_index
      union all select pg_get_viewdef(oid) from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace
      union all select prosrc from pg_proc where pronamespace = 'app'::regnamespace and prorettype = 'trigger'::regtype and not prosecdef`,
  );
  const product = compiledFiles('backend', (path) => placeOf(path) !== undefined).map((path) =>
    readFileSync(path, 'utf8'),
  );
  const called = new Set<string>();
  const read = (text: string): void => {
    for (const [, name] of text.matchAll(/\bapp\.(\w+)/g)) {
      if (!name || called.has(name)) continue;
      called.add(name);
      for (const routine of routines) if (routine.name === name && routine.isOfItsCaller) read(routine.body);
    }
  };
  for (const text of [...product, ...said.map(({ text: one }) => one)]) read(text ?? '');
  return called;
};
