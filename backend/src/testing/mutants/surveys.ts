import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { repositoryFolder } from '../../commands/start-options.js';
import { compiledFiles } from './places.js';

/** A test that is green while every mutant sleeps, and the mutants that it runs over. */
export interface KnownTest {
  name: string;
  ms: number;
  visits: ReadonlySet<string>;
}
export interface Survey {
  /** Quickest first. */
  tests: KnownTest[];
  /** What is red by itself, and what it said. */
  red: string[];
}

/** `var/mutants/surveys.json`: each file's tests, with the mutants that they run over as numbers in `mutants`. */
interface Kept {
  build: string;
  mutants: string[];
  files: Record<string, { tests: [name: string, ms: number, visits: number[]][]; red: string[] }>;
}

/** What the whole compiled product, its migrations and its tests are now: the same as long as nothing is changed. */
export const buildNow = (): string => {
  const hash = createHash('sha256');
  for (const part of ['shared', 'backend'] as const)
    for (const path of compiledFiles(part, () => true))
      hash.update(relative(repositoryFolder, path)).update(readFileSync(path));
  return hash.digest('hex');
};

/** What the files of tests run over. A run that was stopped finds again what it learned of the same build. */
export class Surveys {
  private readonly learned = new Map<string, Survey>();

  /** Nothing is read or kept without a file. */
  constructor(
    private readonly build: string,
    private readonly file?: string,
  ) {
    if (!file || !existsSync(file)) return;
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    if (kept.build !== build) return;
    for (const [path, { tests, red }] of Object.entries(kept.files))
      this.learned.set(path, {
        tests: tests.map(([name, ms, visits]) => ({
          name,
          ms,
          visits: new Set(visits.map((index) => kept.mutants[index] ?? '')),
        })),
        red,
      });
  }

  of(path: string): Survey | undefined {
    return this.learned.get(path);
  }

  learn(path: string, survey: Survey): void {
    if (this.learned.get(path) === survey) return;
    this.learned.set(path, survey);
    if (this.file) writeFileSync(this.file, JSON.stringify(this.kept()));
  }

  private kept(): Kept {
    const numbers = new Map<string, number>();
    const numberOf = (id: string): number => {
      const number = numbers.get(id) ?? numbers.size;
      numbers.set(id, number);
      return number;
    };
    const files: Kept['files'] = {};
    for (const [path, { tests, red }] of this.learned)
      files[path] = {
        tests: tests.map(({ name, ms, visits }) => [name, Math.round(ms), [...visits].map(numberOf)]),
        red,
      };
    return { build: this.build, mutants: [...numbers.keys()], files };
  }
}
