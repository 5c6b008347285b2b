import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ended {
  code: number | null;
  said: string;
  complained: string;
}

export const startCommand = fileURLToPath(new URL('../commands/start.js', import.meta.url));

/** Runs a program to its end (or for two minutes), as an operator would, with a clean environment and what a test adds. */
export function runToEnd(
  program: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Ended> {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '/',
    LOG_LEVEL: 'fatal',
    ...environment,
  };
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 });
  const ended: Ended = { code: null, said: '', complained: '' };
  child.stdout.on('data', (text: Buffer) => (ended.said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (ended.complained += text.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ended, code }));
  });
}

export const runStart = (environment: Record<string, string>, ...args: string[]): Promise<Ended> =>
  runToEnd(process.execPath, [startCommand, ...args], { PORT: '0', ...environment });
