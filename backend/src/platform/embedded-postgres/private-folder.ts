import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartRefusal } from '../start-refusal.js';

/** A folder for what cannot stand inside the repository, because the database server's user cannot reach it there. */
export function folderOutside(path: string): string {
  const key = createHash('sha256').update(path).digest('hex').slice(0, 16);
  return join('/var/tmp', `rinnalla-${key}`);
}

/**
 * Makes the folder ours, or refuses. `mode` 0o711 lets another user pass through to its own part but list nothing.
 * A folder that somebody else made beforehand (in /var/tmp anyone can) is refused.
 */
export function ownFolder(path: string, mode: number): string {
  try {
    const firstMade = mkdirSync(path, { recursive: true });
    for (let made = path; firstMade && made.length >= firstMade.length; made = dirname(made))
      chmodSync(made, mode);
    const made = lstatSync(path);
    if (!made.isDirectory() || (process.getuid && made.uid !== process.getuid()))
      throw new StartRefusal(
        `The folder ${path} belongs to someone else: remove it or choose another with DATA_DIR.`,
      );
    chmodSync(path, mode);
    accessSync(path, constants.W_OK);
    return path;
  } catch (error) {
    throw asRefusal(error, path);
  }
}

function asRefusal(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR' || code === 'EEXIST')
    return new StartRefusal(
      `The folder ${path} is not writable: give yourself the right to write there or choose another with DATA_DIR.`,
    );
  if (code === 'ENOSPC')
    return new StartRefusal(`The disk that holds ${path} is full: free some space and start again.`);
  return error;
}
