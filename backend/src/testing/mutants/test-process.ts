import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type TestClusterAddresses, testClusterVariable } from '../test-cluster.js';
import type { Answer, Order } from './mutant-process.js';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** What came of an order; `died` when the process ended or had to be ended. */
export type Outcome = Answer | { died: string };

/** A process in which tests run with one mutant awake or none; another takes its place when it dies. */
export class TestProcess {
  private child: ChildProcess | undefined;
  private readonly prefix = `mutant_${randomBytes(4).toString('hex')}`;

  constructor(private readonly cluster: TestClusterAddresses) {}

  async ask(order: Order, limitMs: number): Promise<Outcome> {
    const child = await this.living();
    const outcome = await new Promise<Outcome>((resolve) => {
      const settle = (result: Outcome): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(result);
      };
      const timer = setTimeout(
        () => settle({ died: `no answer within ${Math.round(limitMs / 1_000)} s` }),
        limitMs,
      );
      child.once('message', (answer) => settle(answer as Answer));
      child.once('exit', (code, signal) => settle({ died: `the process ended (${code ?? signal})` }));
      child.send(order);
    });
    if ('died' in outcome) await this.end();
    return outcome;
  }

  async end(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGKILL');
    await gone;
  }

  private async living(): Promise<ChildProcess> {
    if (this.child) return this.child;
    const child = fork(here('mutant-process.js'), {
      execArgv: ['--import', here('wake-mutants.js'), '--enable-source-maps'],
      env: {
        ...process.env,
        [testClusterVariable]: JSON.stringify({ ...this.cluster, prefix: this.prefix }),
      },
      stdio: ['ignore', 'ignore', process.env['MUTANTS_TALK'] ? 'inherit' : 'ignore', 'ipc'],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`A process for tests ended before its work (${code}).`)));
    });
    child.removeAllListeners();
    this.child = child;
    return child;
  }
}
