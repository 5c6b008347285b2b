import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A key of the data folder's own, for trying out: made at the first start, and nobody else may read it. */
export function keptKey(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    // Another process may be starting beside this one: the first one's key stands.
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'a' });
  }
  return readFileSync(file, 'utf8').slice(0, 64);
}
