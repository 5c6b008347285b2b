import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createDemoDatabase } from './product-database.js';

/** Tuesday 24.11.2026 08.00 in Helsinki: the day of every scenario. */
const scenarioDay = '2026-11-24T08:00:00+02:00';

export interface Product {
  /** `http://localhost:40123`, to open in the browser. */
  address: string;
  /** The same database under another process: for tests of a restart. */
  settings: Record<string, string>;
  stop: () => Promise<void>;
}

const command = fileURLToPath(new URL('../../backend/bundle/start.js', import.meta.url));

/** What its people have done already: nothing, so that a test begins from a clean table, or all that a newcomer meets. */
export type Past = 'nothing' | 'referrals';

/**
 * The built product as a process of its own, on a database of its own with the demonstration in it, on a clock that
 * starts at `scenarioDay`. Stop it in `afterAll`.
 */
export async function startProduct(
  more: Record<string, string> = {},
  past: Past = 'nothing',
): Promise<Product> {
  const database = await createDemoDatabase(past, async (settings) => {
    await (
      await startProcess({ ...settings, ...more }, past === 'nothing' ? ['--no-demo-referrals'] : [])
    ).stop();
  });
  const settings = { ...database.settings, ...more };
  const running = await startProcess(settings);
  const stop = async (): Promise<void> => {
    await running.stop();
    await database.drop();
  };
  return { address: running.address, settings, stop };
}

/** One process of the product with the given settings, ready to answer. */
export async function startProcess(
  settings: Record<string, string>,
  options: readonly string[] = [],
): Promise<{ address: string; stop: () => Promise<void> }> {
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    PORT: '0',
    CLOCK: scenarioDay,
    LOG_LEVEL: 'error',
    ...settings,
  };
  const child = spawn(process.execPath, [command, ...options], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { address: await addressOf(child), stop: () => stopped(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer): void => {
      said += text.toString();
      const address = /is ready at (http\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) =>
      reject(new Error(`The product ended with ${code} before it was ready: ${said}`)),
    );
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
