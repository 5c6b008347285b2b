import { attachmentLimits } from '@rinnalla/shared/messaging/attachment-rules';
import sharp from 'sharp';
import { fileRefused } from './refuse-file.js';

/** A page photographed with a phone stays readable; a longer side serves nobody on this screen. */
const longestSide = 4_096;

// One image at a time on one thread: an image of the largest size takes some two hundred megabytes while it is drawn anew.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Draws the image anew: place, camera, author and whatever else the file carried besides its pixels is not in the new
 * one. Refuses too many pixels before any is drawn, and what breaks off in the middle.
 */
export const cleanImage = async (
  path: string,
  type: 'jpeg' | 'png' | 'webp',
  newPath: string,
): Promise<void> => {
  const image = sharp(path, {
    limitInputPixels: attachmentLimits.maxPixels,
    failOn: 'truncated',
    sequentialRead: true,
    pages: 1,
  });
  const { format } = await image.metadata().catch((error: unknown) => {
    throw fileRefused(tellsOfPixels(error) ? 'tooManyPixels' : 'damaged');
  });
  if (format !== type) throw fileRefused('typeNotAccepted');
  await image
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toFormat(type, type === 'png' ? {} : { quality: 90 })
    .toFile(newPath)
    .catch((error: unknown) => {
      throw fileRefused(tellsOfPixels(error) ? 'tooManyPixels' : 'damaged');
    });
};

const tellsOfPixels = (error: unknown): boolean =>
  error instanceof Error && /pixel limit|exceeds/i.test(error.message);
