import { pbkdf2 } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { written } from './written.js';

const busy = promisify(pbkdf2);
/** Occupies every thread that opens files; what is asked of them afterwards waits in line. */
const occupyThreads = (): Promise<unknown> =>
  Promise.all(Array.from({ length: 8 }, () => busy('secret', 'salt', 60_000, 64, 'sha512')));

describe('a file that is written', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'written-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it('is there, whole', async () => {
    const path = join(folder, 'whole');

    await written(path, (target) => pipeline(Readable.from([Buffer.from('koko')]), target), { flush: true });

    expect(await readFile(path, 'utf8')).toBe('koko');
  });

  it('never appears after its failure was told, however late it is opened', async () => {
    const path = join(folder, 'broken');
    const source = new Readable({ read: () => undefined });
    const threads = occupyThreads();
    const writing = written(path, (target) => pipeline(source, target));
    source.destroy(new Error('broke off'));

    await expect(writing).rejects.toThrow('broke off');
    rmSync(path, { force: true });

    await threads;
    // Behind whatever still stood in line.
    await occupyThreads();
    expect(existsSync(path)).toBe(false);
  });

  it('says when it cannot be opened at all', async () => {
    const nowhere = join(folder, 'none', 'file');

    await expect(written(nowhere, (target) => pipeline(Readable.from(['x']), target))).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
