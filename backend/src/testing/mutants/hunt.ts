import { join } from 'node:path';
import { repositoryFolder } from '../../commands/start-options.js';
import type { Mutant } from './mutant.js';
import type { Ending } from './standing-file.js';
import type { Survey } from './surveys.js';
import type { TestFile } from './test-files.js';
import type { Outcome, TestProcess } from './test-process.js';

/** The test that turned red, and what it said. */
export interface Killer {
  file: string;
  test: string;
  wrong: string;
}

const openingLimitMs = 400_000;
const surveyLimitMs = 900_000;

/**
 * One file of tests against all mutants that still live: it is prepared once, run once to see which of them its tests run
 * over, and then with each of those awake.
 */
export class Hunt {
  private isOpen = false;

  /** `surveyed`: what an earlier run of this build has learned of the file. */
  constructor(
    readonly file: TestFile,
    private readonly process: TestProcess,
    private surveyed: Survey | undefined,
  ) {}

  /** Opens the file and learns what its tests run over, if that is not known. */
  async survey(): Promise<Survey> {
    if (this.surveyed) return this.surveyed;
    const opened = await this.open();
    const outcome = await this.process.ask({ do: 'run' }, surveyLimitMs);
    const endings = 'endings' in outcome ? [...opened, ...outcome.endings] : opened;
    this.surveyed = {
      tests: endings
        .filter(({ name, wrong }) => !wrong && !isHook(name))
        .map(({ name, ms, visits }) => ({ name, ms, visits: new Set(visits) }))
        .toSorted((a, b) => a.ms - b.ms),
      red: [
        ...endings.flatMap(({ name, wrong }) => (wrong ? [`${name}: ${wrong}`] : [])),
        ...('endings' in outcome ? [] : [told(outcome)]),
      ],
    };
    return this.surveyed;
  }

  /** The test that misses what the mutant takes away, if one of these does. */
  async tryOn(mutant: Mutant, names: readonly string[]): Promise<Killer | undefined> {
    if (!this.isOpen) await this.open();
    const outcome = await this.run(names, mutant);
    const red = redOf(outcome, names);
    if (!red) return undefined;
    const test = red.test ?? names[0] ?? '';
    const isLate = isTooLate(outcome);
    // What does not end in time leaves a spoilt process.
    if (isLate || 'died' in outcome) await this.reopen();
    // Green again without it: neither what the mutant left behind nor chance made it red. A machine that was busy for a
    // while is no verdict either: who waits for what never comes waits twice.
    if (!(await this.isGreen(test))) {
      await this.reopen();
      if (!(await this.isRedAgain(mutant, test)) || !(await this.isGreen(test))) return undefined;
    } else if (isLate && !(await this.isRedAgain(mutant, test))) return undefined;
    return { file: this.file.path, test, wrong: red.wrong };
  }

  private async isGreen(test: string): Promise<boolean> {
    return redOf(await this.run([test]), [test]) === undefined;
  }

  private async isRedAgain(mutant: Mutant, test: string): Promise<boolean> {
    const red = redOf(await this.run([test], mutant), [test]);
    await this.reopen();
    return red !== undefined;
  }

  async close(): Promise<void> {
    if (this.isOpen) await this.process.ask({ do: 'close' }, 60_000);
    this.isOpen = false;
  }

  private async open(): Promise<Ending[]> {
    this.isOpen = true;
    const path = join(repositoryFolder, this.file.path);
    const outcome = await this.process.ask({ do: 'open', path }, openingLimitMs);
    return 'endings' in outcome
      ? outcome.endings
      : [{ name: '(opening)', ms: 0, wrong: told(outcome), visits: [] }];
  }

  private async reopen(): Promise<void> {
    await this.process.end();
    await this.open();
  }

  private run(names: readonly string[], mutant?: Mutant): Promise<Outcome> {
    const limitsMs = Object.fromEntries(names.map((name) => [name, this.limitOf(name)]));
    return this.process.ask(
      {
        do: 'run',
        wanted: [...names],
        stopsAtFirst: true,
        limitsMs,
        ...(mutant?.sql ? { sql: mutant.sql } : mutant ? { mutant: mutant.id } : {}),
      },
      20_000 + Object.values(limitsMs).reduce((sum, ms) => sum + ms, 0),
    );
  }

  private limitOf(name: string): number {
    return 20_000 + (this.surveyed?.tests.find((test) => test.name === name)?.ms ?? 0) * 5;
  }
}

const isHook = (name: string): boolean => name.startsWith('(');

const told = (outcome: Exclude<Outcome, { endings: Ending[] }>): string =>
  'died' in outcome ? outcome.died : outcome.broken;

const isTooLate = (outcome: Outcome): boolean =>
  'endings' in outcome
    ? outcome.endings.some(({ isTimeout }) => isTimeout)
    : 'died' in outcome && outcome.died.startsWith('no answer');

const redOf = (outcome: Outcome, names: readonly string[]): { test?: string; wrong: string } | undefined => {
  if (!('endings' in outcome)) return { wrong: told(outcome) };
  const red = outcome.endings.find(({ wrong }) => wrong);
  if (red) return { test: red.name, wrong: red.wrong ?? '' };
  return outcome.endings.length === 0 && names.length > 0 ? { wrong: 'no test ran' } : undefined;
};
