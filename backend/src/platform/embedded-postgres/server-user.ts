import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The user that PostgreSQL runs as: `{}` means the one who runs us. */
export type ServerUser = { uid: number; gid: number } | Record<string, never>;

/** "nobody", the same number on every Linux: PostgreSQL refuses to run as root, and no user is created for it. */
const nobody = 65534;

export const serverUser = (): ServerUser => (process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {});

/** May the user walk through every folder down to `path`, itself included? Our own rights are taken for granted. */
export function isReachable(path: string, user: ServerUser): boolean {
  if (user.uid === undefined) return true;
  const existing = nearestExisting(path);
  // A file stands where a folder should: no way around helps, and making the folder will say so.
  if (!statSync(existing).isDirectory()) return true;
  for (let folder = existing; ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function nearestExisting(path: string): string {
  for (let candidate = path; ; candidate = dirname(candidate)) {
    try {
      return realpathSync(candidate);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    }
  }
}
