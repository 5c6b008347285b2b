import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterFiles } from './cluster-files.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { refusalFromLog } from './refusal-from-log.js';
import type { ServerUser } from './server-user.js';

export interface Credentials {
  superuser: string;
  owner: string;
  app: string;
}

/**
 * `initdb` with Finnish order (ICU), UTF-8 and passwords. Made beside its place and moved there when whole, so
 * that a first start cut short leaves nothing half made.
 */
export function makeCluster(
  files: ClusterFiles,
  binaries: PostgresBinaries,
  user: ServerUser,
  isThrowAway: boolean,
): Credentials {
  const credentials: Credentials = { superuser: password(), owner: password(), app: password() };
  const begun = join(files.home, 'cluster-begun');
  const passwordFile = join(files.home, 'superuser-password');
  rmSync(begun, { recursive: true, force: true });
  try {
    mkdirSync(begun, { mode: 0o700 });
    giveTo(user, begun);
    writeFileSync(passwordFile, credentials.superuser, { mode: 0o600 });
    giveTo(user, passwordFile);
    const options = [
      '-D',
      begun,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
    ];
    const locale = ['--locale-provider=icu', '--icu-locale=fi', `--locale=${systemLocale()}`];
    const sync = isThrowAway ? ['--no-sync'] : [];
    const made = spawnSync(join(binaries.folder, 'initdb'), [...options, ...locale, ...sync], {
      ...user,
      cwd: '/',
      encoding: 'utf8',
    });
    if (made.status !== 0)
      throw refusalFromLog(`${made.stderr ?? ''}${made.error?.message ?? ''}`, files.home);
    writeFileSync(files.credentials, JSON.stringify(credentials), { mode: 0o600 });
    renameSync(begun, files.cluster);
  } catch (error) {
    rmSync(begun, { recursive: true, force: true });
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC'
      ? refusalFromLog('No space left on device', files.home)
      : error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
  return credentials;
}

const password = (): string => randomBytes(24).toString('hex');

function giveTo(user: ServerUser, path: string): void {
  if (user.uid !== undefined) chownSync(path, user.uid, user.gid as number);
}

/** Text search splits words by this one before PostgreSQL 18; ICU rules order and case in every version. */
const systemLocale = (): string => (process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8');
