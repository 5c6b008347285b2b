import { join } from 'node:path';
import { repositoryFolder } from '../../commands/start-options.js';
import type { Mutant } from './mutant.js';
import type { Ending } from './standing-file.js';
import type { TestFile } from './test-files.js';
import type { Outcome, TestProcess } from './test-process.js';

/** The test that turned red, and what it said. */
export interface Killer {
  file: string;
  test: string;
  wrong: string;
}
/** A test that is green while every mutant sleeps. */
interface KnownTest {
  name: string;
  ms: number;
  visits: ReadonlySet<string>;
}

/** Which of the tests that run over a mutant are tried on it: the quickest few, or all. */
export type Depth = 'few' | 'all';

const few = 6;
const openingLimitMs = 400_000;
const surveyLimitMs = 900_000;

/**
 * One file of tests against all mutants that still live: it is prepared once, run once to see which of them its tests run
 * over, and then with each of those awake.
 */
export class Hunt {
  private tests: KnownTest[] = [];
  private known = new Map<string, KnownTest>();
  /** Tests that are red by themselves. */
  readonly red: string[] = [];

  constructor(
    readonly file: TestFile,
    private readonly process: TestProcess,
  ) {}

  /** Opens the file, and learns what its tests run over. */
  async survey(): Promise<number> {
    const opened = await this.open();
    const outcome = await this.process.ask({ do: 'run' }, surveyLimitMs);
    if (!('endings' in outcome)) {
      this.red.push(told(outcome));
      return 0;
    }
    this.red.push(
      ...[...opened, ...outcome.endings].flatMap(({ name, wrong }) => (wrong ? [`${name}: ${wrong}`] : [])),
    );
    this.tests = outcome.endings
      .filter(({ wrong }) => !wrong)
      .map(({ name, ms, visits }) => ({ name, ms, visits: new Set(visits) }))
      .toSorted((a, b) => a.ms - b.ms);
    this.known = new Map(this.tests.map((test) => [test.name, test]));
    return this.tests.length;
  }

  /** Tests that may miss this mutant, quickest first. */
  chosenFor(mutant: Mutant, depth: Depth): string[] {
    const fitting = mutant.sql
      ? this.chosenForTable(mutant.sql.table)
      : this.tests.filter(({ visits }) => visits.has(mutant.id));
    if (depth === 'few' && mutant.kind === 'log' && !this.looksAtTheLog(mutant)) return [];
    return (depth === 'few' ? fitting.slice(0, few) : fitting).map(({ name }) => name);
  }

  /** Tests that speak SQL as the product's own role see what a policy lets through: those that name the table first. */
  private chosenForTable(table: string): KnownTest[] {
    if (!this.file.text.includes('appUrl')) return [];
    const isNaming = ({ name }: KnownTest): boolean => new RegExp(`\\b${table}\\b`).test(name);
    return this.tests.toSorted((a, b) => Number(isNaming(b)) - Number(isNaming(a)));
  }

  /** The test that misses what the mutant takes away, if one of these does. */
  async tryOn(mutant: Mutant, names: readonly string[]): Promise<Killer | undefined> {
    const outcome = await this.run(names, mutant);
    const red = redOf(outcome, names);
    if (!red) return undefined;
    // A machine that is busy, or a test that waits for what will not come: it says nothing, and leaves a spoilt process.
    if (isTooLate(outcome)) {
      await this.reopen();
      return undefined;
    }
    if ('died' in outcome) await this.reopen();
    const test = red.test ?? names[0] ?? '';
    // Green again without it: neither what the mutant left behind nor chance made it red.
    if (redOf(await this.run([test]), [test])) {
      await this.reopen();
      const again = redOf(await this.run([test], mutant), [test]);
      await this.reopen();
      if (!again || redOf(await this.run([test]), [test])) return undefined;
    }
    return { file: this.file.path, test, wrong: red.wrong };
  }

  async close(): Promise<void> {
    await this.process.ask({ do: 'close' }, 60_000);
  }

  private async open(): Promise<Ending[]> {
    const path = join(repositoryFolder, this.file.path);
    const outcome = await this.process.ask({ do: 'open', path }, openingLimitMs);
    if ('endings' in outcome) return outcome.endings;
    this.red.push(told(outcome));
    return [];
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
    return 20_000 + (this.known.get(name)?.ms ?? 0) * 5;
  }

  private looksAtTheLog({ id }: Mutant): boolean {
    const action = id.split('.').at(-1)?.replace(/ \d+$/, '') ?? '';
    return this.file.text.includes(`'${action}'`) || this.file.text.includes('audit_event');
  }
}

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
