import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { FileMissing, type FileStore } from './file-store.js';
import { FolderFileStore } from './folder-file-store.js';
import { S3FileStore } from './s3-file-store.js';

interface Opened {
  store: FileStore;
  /** Files that stand in it, finished or not. */
  count: () => Promise<number>;
  close: () => Promise<void>;
}

const inFolder = async (): Promise<Opened> => {
  const folder = await mkdtemp(join(tmpdir(), 'files-'));
  return {
    store: new FolderFileStore(folder),
    count: () => filesIn(folder),
    close: () => rm(folder, { recursive: true }),
  };
};

/** A real server that speaks S3, as the SDK meets one. */
const inS3 = async (): Promise<Opened> => {
  const folder = await mkdtemp(join(tmpdir(), 's3-'));
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'files' }],
  });
  const { port } = await server.run();
  const store = new S3FileStore({
    bucket: 'files',
    region: 'eu-north-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  });
  return {
    store,
    count: async () =>
      (await readdir(join(folder, 'files'))).filter((name) => name.endsWith('_object')).length,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
};

const filesIn = async (folder: string): Promise<number> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length;

describe.each([
  ['a folder', inFolder],
  ['a store that speaks S3', inS3],
])('%s', (_name, open) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it('gives back what it was given, also what is larger than one part', async () => {
    const key = randomUUID();
    const bytes = Buffer.alloc(7 * 1024 * 1024, 'sisältö');

    await opened.store.write(key, Readable.from([bytes.subarray(0, 9), bytes.subarray(9)]));

    expect((await buffer(await opened.store.read(key))).equals(bytes)).toBe(true);
  });

  it('keeps nothing of what broke off', async () => {
    const before = await opened.count();
    const breaking = Readable.from(
      (async function* () {
        yield Buffer.alloc(6 * 1024 * 1024);
        throw new Error('cut');
      })(),
    );

    // Which error is told differs: the test's S3 server knows no abort of an upload in parts.
    await expect(opened.store.write(randomUUID(), breaking)).rejects.toThrow(Error);
    expect(await opened.count()).toBe(before);
  });

  it('removes, again too, and says what is missing', async () => {
    const key = randomUUID();
    await opened.store.write(key, Readable.from([Buffer.from('x')]));

    await opened.store.remove(key);
    await opened.store.remove(key);

    await expect(opened.store.read(key)).rejects.toThrow(FileMissing);
  });
});

it('a folder takes no key that leads out of it', async () => {
  await expect(new FolderFileStore(tmpdir()).read('../../etc/passwd')).rejects.toThrow('UUID');
});
