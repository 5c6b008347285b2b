import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const prefix = 'upload-';
const forgottenAfterMs = 3_600_000;

/** A place for bytes while they are looked at, gone afterwards whatever happens. */
export const withTemporaryFiles = async <Result>(
  folder: string,
  work: (newPath: () => string) => Promise<Result>,
): Promise<Result> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const paths: string[] = [];
  const newPath = (): string => {
    const path = join(folder, `${prefix}${randomUUID()}`);
    paths.push(path);
    return path;
  };
  try {
    return await work(newPath);
  } finally {
    await Promise.all(paths.map((path) => rm(path, { force: true })));
  }
};

/** What a killed process left behind. */
export const removeForgottenFiles = async (folder: string, now: Date): Promise<void> => {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && now.getTime() - found.mtimeMs > forgottenAfterMs) await rm(path, { force: true });
  }
};
