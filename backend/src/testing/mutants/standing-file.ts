import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { takeVisits } from './wake-mutants.js';

/** How a test or a hook ended. */
export interface Ending {
  /** Its words with those around it; `(beforeAll)` and the like for a hook. */
  name: string;
  ms: number;
  /** The first lines of what was wrong. */
  wrong?: string;
  isTimeout?: boolean;
  /** Mutants that it ran over. */
  visits: string[];
}

type TestFunction = (done?: (error?: unknown) => void) => unknown;
interface Block {
  type: 'describeBlock' | 'test';
  mode?: string | null;
  name: string;
  fn: TestFunction;
  parent?: Block;
  children: Block[];
  hooks: { type: string; fn: TestFunction }[];
}
interface Circus {
  resetState: () => void;
  getState: () => { rootDescribeBlock: Block };
}
interface Matchers {
  setState: (state: object) => void;
  getState: () => { suppressedErrors?: unknown[] };
}

const runner = createRequire(import.meta.url).resolve('jest-light-runner');
const laterCall = globalThis.setTimeout;
const noLater = globalThis.clearTimeout;
const preparingLimitMs = 300_000;
const endingLimitMs = 30_000;
let times = 0;

/**
 * A compiled file of tests, run as jest-light-runner runs it, but prepared once (`beforeAll`) for as many runs of its
 * tests as one likes: a server that stands is not started for each mutant.
 */
export class StandingFile {
  private readonly opened: Block[] = [];

  private constructor(
    private readonly path: string,
    private readonly root: Block,
    private readonly matchers: Matchers,
  ) {}

  static async open(path: string): Promise<StandingFile> {
    await import(pathToFileURL(join(dirname(runner), 'global-setup.js')).href);
    const circus = (await import(
      pathToFileURL(createRequire(runner).resolve('jest-circus')).href
    )) as Circus & { default?: Circus };
    const { resetState, getState } = circus.default ?? circus;
    resetState();
    times += 1;
    await import(`${pathToFileURL(path).href}?${times}`);
    return new StandingFile(
      path,
      getState().rootDescribeBlock,
      (globalThis as unknown as { expect: Matchers }).expect,
    );
  }

  /** Runs `beforeAll` of everything around the wanted tests that is not prepared yet. */
  async prepare(wanted?: ReadonlySet<string>): Promise<Ending[]> {
    const endings: Ending[] = [];
    const prepareBlock = async (block: Block): Promise<void> => {
      if (!this.opened.includes(block)) {
        this.opened.push(block);
        for (const { fn } of block.hooks.filter(({ type }) => type === 'beforeAll'))
          endings.push(await this.timed(`(beforeAll) ${nameOf(block)}`, fn, preparingLimitMs));
      }
      for (const child of block.children.filter((one) => isWanted(one, wanted)))
        if (child.type === 'describeBlock') await prepareBlock(child);
    };
    await prepareBlock(this.root);
    return endings;
  }

  /** Runs the wanted tests in their order, all unless told; ends after the first that is wrong when `stopsAtFirst`. */
  async run(options: {
    wanted?: ReadonlySet<string>;
    stopsAtFirst?: boolean;
    limitMs: (test: string) => number;
  }): Promise<Ending[]> {
    const endings: Ending[] = [];
    const runBlock = async (block: Block): Promise<void> => {
      for (const child of block.children.filter((one) => isWanted(one, options.wanted))) {
        if (options.stopsAtFirst && endings.some(({ wrong }) => wrong)) return;
        if (child.type === 'describeBlock') await runBlock(child);
        else endings.push(await this.runTest(child, options.limitMs(nameOf(child))));
      }
    };
    await runBlock(this.root);
    return endings;
  }

  /** What was prepared is put away. */
  async close(): Promise<void> {
    for (const block of this.opened.splice(0).reverse())
      for (const { fn } of block.hooks.filter(({ type }) => type === 'afterAll'))
        await this.timed(`(afterAll) ${nameOf(block)}`, fn, endingLimitMs);
  }

  private async runTest(test: Block, limitMs: number): Promise<Ending> {
    const around = pathTo(test);
    const each = (type: string, blocks: Block[]): (() => Promise<unknown>)[] =>
      blocks.flatMap((block) =>
        block.hooks.filter((hook) => hook.type === type).map((hook) => () => call(hook.fn)),
      );
    const before = each('beforeEach', around);
    const after = each('afterEach', [...around].reverse());
    return this.timed(
      nameOf(test),
      async () => {
        try {
          for (const hook of before) await hook();
          await call(test.fn);
        } finally {
          for (const hook of after) await hook();
        }
      },
      limitMs,
    );
  }

  private async timed(name: string, fn: TestFunction, limitMs: number): Promise<Ending> {
    const began = performance.now();
    takeVisits();
    this.matchers.setState({ suppressedErrors: [], currentTestName: name, testPath: this.path });
    const thrown = await within(limitMs, fn).then(
      () => this.matchers.getState().suppressedErrors ?? [],
      (error: unknown) => [error ?? 'nothing'],
    );
    return {
      name,
      ms: performance.now() - began,
      ...(thrown.length > 0
        ? { wrong: sentenceOf(thrown[0]), isTimeout: thrown[0] instanceof TimeOver }
        : {}),
      visits: [...takeVisits()],
    };
  }
}

const isWanted = (block: Block, wanted: ReadonlySet<string> | undefined): boolean => {
  if (block.type !== 'test') return block.children.some((child) => isWanted(child, wanted));
  return block.mode !== 'skip' && block.mode !== 'todo' && (wanted?.has(nameOf(block)) ?? true);
};

/** From the outermost block to the one that holds it. */
const pathTo = ({ parent }: Block): Block[] => (parent ? [...pathTo(parent), parent] : []);

const nameOf = (block: Block): string =>
  block.parent?.parent ? `${nameOf(block.parent)} › ${block.name}` : block.name;

class TimeOver extends Error {}

const within = async (limitMs: number, fn: TestFunction): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = laterCall(() => reject(new TimeOver(`not over after ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([call(fn), over]);
  } finally {
    noLater(timer);
  }
};

const call = (fn: TestFunction): Promise<unknown> =>
  fn.length > 0
    ? new Promise((resolve, reject) => {
        fn((error) => (error ? reject(error as Error) : resolve(undefined)));
      })
    : Promise.resolve().then(() => fn());

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

const sentenceOf = (wrong: unknown): string =>
  String(wrong instanceof Error ? wrong.message : wrong)
    .replace(colours, '')
    .split('\n')
    .filter((line) => line.trim())
    .slice(0, 6)
    .join(' ')
    .slice(0, 240);
