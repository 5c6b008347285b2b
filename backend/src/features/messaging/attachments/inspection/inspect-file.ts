import type { AttachmentType } from '@rinnalla/shared/messaging/attachment-rules';
import { checkDocument } from './check-document.js';
import { checkPdf } from './check-pdf.js';
import { kindOf } from './file-head.js';
import { fileRefused } from './refuse-file.js';

/** A file that is what it seems, and where the bytes stand that may be kept. */
export interface Inspected {
  type: AttachmentType;
  path: string;
}

/** Looks into a received file, or refuses it. An image comes back without anything but its picture. */
export const inspectFile = async (path: string, newPath: () => string): Promise<Inspected> => {
  const kind = await kindOf(path);
  switch (kind) {
    case undefined:
      throw fileRefused('typeNotAccepted');
    case 'pdf':
      await checkPdf(path);
      return { type: kind, path };
    case 'zip':
      return { type: await checkDocument(path), path };
    case 'jpeg':
    case 'png':
    case 'webp': {
      // With the first image: until then a process does without the memory of what draws it.
      const { cleanImage } = await import('./clean-image.js');
      const cleaned = newPath();
      await cleanImage(path, kind, cleaned);
      return { type: kind, path: cleaned };
    }
  }
};
