import { chosenTests, type Depth } from './chosen-tests.js';
import { Hunt, type Killer } from './hunt.js';
import type { Mutant } from './mutant.js';
import type { Surveys } from './surveys.js';
import type { TestFile } from './test-files.js';
import type { TestProcess } from './test-process.js';

/** How long tests are tried on one mutant after the first few of each file: whoever lives longer is a survivor. */
const patienceMs = 180_000;

/**
 * All files of tests against all mutants: first the test that missed it in an earlier run, then a few tests of each file,
 * then all that run over it, until one is red.
 */
export class Pursuit {
  private readonly living: Map<string, Mutant>;
  private readonly busy = new Set<string>();
  /** What was tried, as `id|file|test`. */
  private readonly done = new Set<string>();
  private readonly spentMs = new Map<string, number>();

  constructor(
    mutants: readonly Mutant[],
    private readonly endsAt: number,
    private readonly surveys: Surveys,
    private readonly heard: { told: (line: string) => void; killed: (id: string, killer: Killer) => void },
    /** Who missed each in an earlier run, by id. */
    private readonly known: ReadonlyMap<string, Pick<Killer, 'file' | 'test'>> = new Map(),
  ) {
    this.living = new Map(mutants.map((mutant) => [mutant.id, mutant]));
  }

  async run(files: readonly TestFile[], workers: readonly TestProcess[]): Promise<void> {
    for (const depth of ['known', 'few', 'all'] as const) {
      const waiting = files.filter((file) => depth === 'few' || this.hasWork(file, depth)).reverse();
      await Promise.all(
        workers.map(async (worker) => {
          for (let next = waiting.pop(); next && this.goesOn(); next = waiting.pop())
            await this.huntWith(next, worker, depth);
        }),
      );
    }
  }

  private goesOn(): boolean {
    return this.living.size > 0 && performance.now() < this.endsAt;
  }

  private hasWork(file: TestFile, depth: 'known' | 'all'): boolean {
    return [...this.living.values()].some((mutant) => this.namesFor(mutant, file, depth).length > 0);
  }

  /** Tests of a file that are still to be tried on a mutant. */
  private namesFor(mutant: Mutant, file: TestFile, depth: Depth): string[] {
    if (depth === 'known') {
      const killer = this.known.get(mutant.id);
      return killer?.file === file.path ? [killer.test] : [];
    }
    return chosenTests(file, this.surveys.of(file.path)?.tests ?? [], mutant, depth).filter(
      (name) => !this.done.has(`${mutant.id}|${file.path}|${name}`),
    );
  }

  private async huntWith(file: TestFile, worker: TestProcess, depth: Depth): Promise<void> {
    const began = performance.now();
    const before = this.living.size;
    const hunt = new Hunt(file, worker, this.surveys.of(file.path));
    if (depth !== 'known') this.surveys.learn(file.path, await hunt.survey());
    let tried = 0;
    for (const mutant of [...this.living.values()]) {
      if (!this.goesOn()) break;
      if (this.busy.has(mutant.id) || !this.living.has(mutant.id)) continue;
      const names = this.namesFor(mutant, file, depth);
      if (names.length === 0) continue;
      tried += 1;
      this.busy.add(mutant.id);
      await this.tryAll(mutant, hunt, names, depth);
      this.busy.delete(mutant.id);
    }
    await hunt.close();
    const seconds = ((performance.now() - began) / 1_000).toFixed(0);
    this.heard.told(
      `${depth} ${file.path}: ${tried} mutants tried, ${before - this.living.size} killed meanwhile, ${this.living.size} live (${seconds} s)`,
    );
    if (depth === 'few')
      for (const line of this.surveys.of(file.path)?.red ?? []) this.heard.told(`  red by itself: ${line}`);
  }

  private async tryAll(mutant: Mutant, hunt: Hunt, names: string[], depth: Depth): Promise<void> {
    for (let part = names.splice(0, 6); part.length > 0; part = names.splice(0, 6)) {
      if (depth === 'all' && (this.spentMs.get(mutant.id) ?? 0) > patienceMs) return;
      const since = performance.now();
      const killer = await hunt.tryOn(mutant, part);
      if (depth === 'all')
        this.spentMs.set(mutant.id, (this.spentMs.get(mutant.id) ?? 0) + performance.now() - since);
      for (const name of part) this.done.add(`${mutant.id}|${hunt.file.path}|${name}`);
      if (!killer) continue;
      this.living.delete(mutant.id);
      this.heard.killed(mutant.id, killer);
      return;
    }
  }
}
