import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { cleanImage } from './clean-image.js';

describe('an image that is drawn anew', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rinnalla-images-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is of the type that its file begins as: another is refused, and nothing is drawn', async () => {
    const path = join(folder, 'kuva');
    await sharp({ create: { width: 3, height: 2, channels: 3, background: '#888' } })
      .jpeg()
      .toFile(path);

    await expect(cleanImage(path, 'png', join(folder, 'uusi'))).rejects.toMatchObject({
      extra: { reason: 'typeNotAccepted' },
    });
    expect(await readdir(folder)).toEqual(['kuva']);
  });
});
