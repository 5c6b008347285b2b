import type { Killer } from './hunt.js';
import { mutantKinds } from './mutant.js';

/** `var/mutants/result.json`. */
export interface Result {
  at: string;
  /** All that there are in the product. */
  mutants: { id: string; removed: string }[];
  /** Ids of those that tests were tried on. */
  tried: string[];
  killed: ({ id: string } & Killer)[];
}

/** What is told at the end: figures by kind, and the survivors. */
export const reportOf = ({ mutants, tried, killed }: Result, seconds: number): string => {
  const dead = new Set(killed.map(({ id }) => id));
  const lines = mutantKinds.map((kind) => {
    const own = tried.filter((id) => id.startsWith(`${kind} `));
    const survived = own.filter((id) => !dead.has(id)).length;
    return `${kind.padEnd(7)} ${String(own.length).padStart(5)} tried ${String(own.length - survived).padStart(5)} killed ${String(survived).padStart(4)} survived`;
  });
  const survivors = mutants.filter(({ id }) => tried.includes(id) && !dead.has(id));
  return [
    ...lines,
    `${tried.length} of ${mutants.length} mutants tried, ${survivors.length} survived (${seconds} s).`,
    ...survivors.map(({ id, removed }) => `  ${id}\n      ${removed}`),
    ...(survivors.length === 0 ? ['There are no survivors.'] : []),
  ].join('\n');
};
