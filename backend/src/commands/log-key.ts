import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key that seals the log: LOG_KEY, or for trying out one of the data folder's own, made at the first start. */
export function logKeyFor(environment: Record<string, string | undefined>, dataDir: string): string {
  if (environment.LOG_KEY) return environment.LOG_KEY;
  const file = join(dataDir, 'log-key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    // Another process may be starting beside this one: the first one's key stands.
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'a' });
  }
  return readFileSync(file, 'utf8').slice(0, 64);
}
