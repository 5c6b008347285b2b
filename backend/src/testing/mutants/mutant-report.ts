import { equivalentMutants } from './equivalent-mutants.js';
import type { Killer } from './hunt.js';
import { mutantKinds } from './mutant.js';

/** `var/mutants/result.json`. */
export interface Result {
  at: string;
  /** All that there are in the product. */
  mutants: { id: string; removed: string }[];
  /** Ids of those that tests were tried on. */
  tried: string[];
  /** Of which build each verdict is: a run of the same build carries on, one of another begins with these killers. */
  killed: ({ id: string; build: string } & Killer)[];
}

/** What is told at the end: figures by kind, the survivors, and those that no test can miss. */
export const reportOf = ({ mutants, tried, killed }: Result, seconds: number): string => {
  const dead = new Set(killed.map(({ id }) => id));
  const equivalent = mutants.filter(({ id }) => equivalentMutants[id] !== undefined);
  const lines = mutantKinds.map((kind) => {
    const own = mutants.filter(({ id }) => id.startsWith(`${kind} `)).length;
    const ofKind = tried.filter((id) => id.startsWith(`${kind} `));
    const survived = ofKind.filter((id) => !dead.has(id)).length;
    const listed = equivalent.filter(({ id }) => id.startsWith(`${kind} `)).length;
    return `${kind.padEnd(7)} ${cell(own)} in all ${cell(ofKind.length)} tried ${cell(ofKind.length - survived)} killed ${cell(survived)} survived ${cell(listed)} equivalent`;
  });
  const survivors = mutants.filter(({ id }) => tried.includes(id) && !dead.has(id));
  return [
    ...equivalent.map(({ id }) => `= ${id}\n      ${equivalentMutants[id]}`),
    ...lines,
    `${tried.length} of ${mutants.length} mutants tried, ${survivors.length} survived, ${equivalent.length} are told to be equivalent (${seconds} s).`,
    ...survivors.map(({ id, removed }) => `  ${id}\n      ${removed}`),
    ...(survivors.length === 0 ? ['There are no survivors.'] : []),
  ].join('\n');
};

const cell = (figure: number): string => String(figure).padStart(5);
