import { register } from 'node:module';
import { askName, routeName } from './mutant.js';

/**
 * Loaded before everything else (`node --import`): from here on the product's modules come with their mutants. One of
 * them at most is awake.
 */
export const wake = (id: string | undefined): void => {
  awake = id;
};

/** Ids that were asked for since the last look. */
export const takeVisits = (): Set<string> => {
  const seen = visits;
  visits = new Set();
  return seen;
};

let awake: string | undefined;
let visits = new Set<string>();

const isMutated = (id: string): boolean => {
  visits.add(id);
  return awake === id;
};

/** A route whose access or step-up is asked for anew each time: `id` ends with which of the two it takes away. */
const mutableRoute = <Route extends object>(id: string, route: Route): Route => {
  const [name, without] = id.includes('.requiresStepUp') ? ['requiresStepUp', false] : ['access', 'public'];
  const given: unknown = Reflect.get(route, name as string);
  return Object.defineProperty(route, name as string, {
    get: () => (isMutated(id) ? without : given),
    enumerable: true,
  });
};

Object.assign(globalThis, { [askName]: isMutated, [routeName]: mutableRoute });
register('./mutant-hooks.js', import.meta.url);
