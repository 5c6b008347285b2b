import { type Depth, Hunt, type Killer } from './hunt.js';
import type { Mutant } from './mutant.js';
import type { TestFile } from './test-files.js';
import type { TestProcess } from './test-process.js';

/** How long one mutant may take of a file's tests, the second time round. */
const patienceMs = 60_000;

/** All files of tests against all mutants: first a few tests for each, then all that run over it, until one is red. */
export class Pursuit {
  private readonly living: Map<string, Mutant>;
  private readonly busy = new Set<string>();
  /** What was tried, as `id|file`. */
  private readonly done = new Set<string>();

  constructor(
    mutants: readonly Mutant[],
    private readonly endsAt: number,
    private readonly heard: { told: (line: string) => void; killed: (id: string, killer: Killer) => void },
  ) {
    this.living = new Map(mutants.map((mutant) => [mutant.id, mutant]));
  }

  async run(files: readonly TestFile[], workers: readonly TestProcess[]): Promise<void> {
    for (const depth of ['few', 'all'] as const) {
      const waiting = [...files].reverse();
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

  private async huntWith(file: TestFile, worker: TestProcess, depth: Depth): Promise<void> {
    const began = performance.now();
    const before = this.living.size;
    const hunt = new Hunt(file, worker);
    const tests = await hunt.survey();
    let tried = 0;
    for (const mutant of [...this.living.values()]) {
      if (!this.goesOn()) break;
      if (this.busy.has(mutant.id) || !this.living.has(mutant.id)) continue;
      const names = hunt
        .chosenFor(mutant, depth)
        .filter((name) => !this.done.has(`${mutant.id}|${file.path}|${name}`));
      if (names.length === 0) continue;
      tried += 1;
      this.busy.add(mutant.id);
      const since = performance.now();
      for (let part = names.splice(0, 6); part.length > 0; part = names.splice(0, 6)) {
        const killer = await hunt.tryOn(mutant, part);
        for (const name of part) this.done.add(`${mutant.id}|${file.path}|${name}`);
        if (killer) {
          this.living.delete(mutant.id);
          this.heard.killed(mutant.id, killer);
        }
        if (killer || performance.now() - since > patienceMs) break;
      }
      this.busy.delete(mutant.id);
    }
    await hunt.close();
    const seconds = ((performance.now() - began) / 1_000).toFixed(0);
    this.heard.told(
      `${depth} ${file.path}: ${tests} tests, ${tried} mutants tried, ${before - this.living.size} killed meanwhile, ${this.living.size} live (${seconds} s)`,
    );
    for (const line of hunt.red) this.heard.told(`  red by itself: ${line}`);
  }
}
