import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The compiler leaves what it once wrote: without its source a removed test would go on being run. */
export function removeOrphans(workspace) {
  const written = join(workspace, 'dist');
  if (!existsSync(written)) return;
  for (const path of readdirSync(written, { recursive: true })) {
    if (!/\.(js|d\.ts)(\.map)?$/.test(path)) continue;
    const source = join(workspace, 'src', path.replace(/\.(js|d\.ts)(\.map)?$/, ''));
    if (!['.ts', '.tsx', '.d.ts'].some((suffix) => existsSync(source + suffix))) rmSync(join(written, path));
  }
}
