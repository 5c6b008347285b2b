import { parse } from 'acorn';
import { askName, type Mutant, type MutantKind, routeName } from './mutant.js';
import { type Finding, type Node, findPlaces } from './find-places.js';

/** A compiled module with every mutant in it, asleep, and what they are. */
export interface Planted {
  code: string;
  mutants: Mutant[];
}

interface Insertion {
  at: number;
  text: string;
  /** Before or behind what stands there; of two that begin at one place the wider is outside. */
  isClosing: boolean;
  width: number;
}

/**
 * Puts every mutant of a module beside the code that it takes away, all of them asleep: which one is awake is asked
 * when the code runs, so that one process can try many. `place` is the module's path without folder of build and ending.
 */
export const plantMutants = (code: string, place: string): Planted => {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' }) as unknown as Node;
  const insertions: Insertion[] = [];
  const mutants: Mutant[] = [];
  const counts = new Map<string, number>();
  for (const { kind, scope, node, change } of findPlaces(program, code, place)) {
    const width = node.end - node.start;
    const put = (at: number, text: string, isClosing: boolean) =>
      insertions.push({ at, text, isClosing, width });
    if (change === 'getter') {
      // Read anew each time: `needs: [...]` becomes `get needs() { return [...]; }`.
      const [key, value] = [node['key'] as Node, node['value'] as Node];
      put(key.start, 'get ', false);
      put(key.end, '() { return /*', true);
      put(value.start, '*/ ', false);
      put(value.end, '; }', true);
      continue;
    }
    const id = idOf(kind, place, scope, counts);
    mutants.push({ id, kind, removed: code.slice(node.start, node.end).replace(/\s+/g, ' ').slice(0, 160) });
    const [before, after] = wrapping[change](`${askName}(${JSON.stringify(id)})`, id);
    put(node.start, before, false);
    if (after) put(node.end, after, true);
  }
  return { code: insertAll(code, insertions), mutants };
};

const idOf = (kind: MutantKind, place: string, scope: string, counts: Map<string, number>): string => {
  const name = `${kind} ${place}#${scope}`;
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return count === 1 ? name : `${name} ${count}`;
};

/** What is written before and behind a place. */
const wrapping: Record<
  Exclude<Finding['change'], 'getter'>,
  (ask: string, id: string) => [before: string, after: string]
> = {
  skipStatement: (ask) => [`{ if (!${ask}) `, ' }'],
  nothing: (ask) => [`(${ask} ? undefined : `, ')'],
  true: (ask) => [`(${ask} || (`, '))'],
  false: (ask) => [`(!${ask} && (`, '))'],
  endless: (ask) => [`(${ask} ? 1e9 : `, ')'],
  letIn: (ask) => [`if (${ask}) return true; `, ''],
  element: (ask) => [`...(${ask} ? [] : [`, '])'],
  worker: (ask) => [`(${ask} ? 'worker' : `, ')'],
  route: (_ask, id) => [`${routeName}(${JSON.stringify(id)}, `, ')'],
};

const insertAll = (code: string, insertions: Insertion[]): string => {
  const ordered = insertions
    .map((insertion, index) => ({ ...insertion, index }))
    .toSorted(
      (a, b) =>
        a.at - b.at ||
        Number(b.isClosing) - Number(a.isClosing) ||
        (a.isClosing ? a.width - b.width || b.index - a.index : b.width - a.width || a.index - b.index),
    );
  let planted = '';
  let from = 0;
  for (const { at, text } of ordered) {
    planted += code.slice(from, at) + text;
    from = at;
  }
  return planted + code.slice(from);
};
