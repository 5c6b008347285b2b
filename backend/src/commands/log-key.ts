import { keptKey } from './kept-key.js';

/** The key that seals the log: LOG_KEY, or for trying out one of the data folder's own. */
export function logKeyFor(environment: Record<string, string | undefined>, dataDir: string): string {
  return environment.LOG_KEY || keptKey(dataDir, 'log-key');
}
