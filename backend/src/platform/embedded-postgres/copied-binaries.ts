import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { repairLinks } from './binary-links.js';
import { folderOutside, ownFolder } from './private-folder.js';

/**
 * Puts PostgreSQL's binaries where its user can reach them (the repository may stand under /root): hard links on
 * the same disk take no room and no time, else a copy of 60 MB.
 * @returns the folder that stands for the package's `native`.
 */
export function copyOutside(native: string): string {
  const home = ownFolder(placeOfCopy(native), 0o711);
  const finished = join(home, 'native');
  if (existsSync(finished)) return finished;
  const workshop = join(home, `begun-${process.pid}`);
  const begun = join(workshop, 'native');
  for (const part of ['bin', 'lib', 'share']) takeOver(join(native, part), join(begun, part));
  copyFileSync(join(native, 'pg-symlinks.json'), join(begun, 'pg-symlinks.json'));
  repairLinks(begun);
  rmSync(finished, { recursive: true, force: true });
  renameSync(begun, finished);
  rmSync(workshop, { recursive: true });
  return finished;
}

/** Another version of the package gets a place of its own. */
export function placeOfCopy(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return folderOutside(`${native}@${version}`);
}

function takeOver(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) takeOver(source, target);
    else if (entry.isFile()) linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  const { mode } = statSync(source);
  if (mode & 0o004) {
    try {
      linkSync(source, target);
      return;
    } catch {
      // Another disk, or a file that is not ours to link to: a copy serves as well.
    }
  }
  copyFileSync(source, target);
  chmodSync(target, mode & 0o100 ? 0o755 : 0o644);
}
