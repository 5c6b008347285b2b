/** What may be attached to a message: one list for the server that refuses, and for the browser that says so before. */
export const attachmentTypes = {
  pdf: { mime: 'application/pdf', extension: 'pdf', also: [] },
  jpeg: { mime: 'image/jpeg', extension: 'jpg', also: ['jpeg', 'jpe', 'jfif'] },
  png: { mime: 'image/png', extension: 'png', also: [] },
  webp: { mime: 'image/webp', extension: 'webp', also: [] },
  odt: { mime: 'application/vnd.oasis.opendocument.text', extension: 'odt', also: [] },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    also: [],
  },
} as const;
export type AttachmentType = keyof typeof attachmentTypes;
export const attachmentTypeNames = Object.keys(attachmentTypes) as [AttachmentType, ...AttachmentType[]];

export const attachmentLimits = {
  /** Of one file, as it is sent. */
  maxBytes: 10 * 1024 * 1024,
  /** Beyond it an image is refused unread. */
  maxPixels: 50_000_000,
  /** Of what a document unpacks to. */
  maxUnpackedBytes: 100 * 1024 * 1024,
  maxUnpackedRatio: 100,
  maxPerMessage: 10,
  /** Uploaded or on their way, not sent yet: of one person. */
  maxPending: 20,
  maxPerConversation: 500,
  maxNameBytes: 160,
} as const;

/** Why a file is not taken; the code is `unprocessable`, but for `tooLarge`, which has one of its own. */
export const fileRefusals = [
  'empty',
  'tooLarge',
  'typeNotAccepted',
  'damaged',
  'tooManyPixels',
  'tooMuchInside',
  'activeContent',
  'encrypted',
  'notOneFile',
  'tooManyFiles',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/**
 * `checking`: no virus scanner has answered yet. `notChecked`: none could be reached, it is tried again. Neither can be
 * downloaded. `unscanned`: this installation has no scanner. `refused`: malware was found, its bytes are gone.
 */
export const attachmentStates = ['checking', 'notChecked', 'unscanned', 'clean', 'refused'] as const;
export type AttachmentState = (typeof attachmentStates)[number];

export const mayDownload = (state: AttachmentState): boolean => state === 'clean' || state === 'unscanned';

/** What the browser can tell by itself before a byte is sent; the server looks at the bytes. */
export const refusalBeforeUpload = (file: {
  size: number;
  type: string;
  name: string;
}): FileRefusal | undefined => {
  if (file.size === 0) return 'empty';
  if (file.size > attachmentLimits.maxBytes) return 'tooLarge';
  const types = Object.values(attachmentTypes);
  const isKnown =
    types.some(({ mime }) => mime === file.type) ||
    types.some((type) =>
      [type.extension, ...type.also].some((end) => file.name.toLowerCase().endsWith(`.${end}`)),
    );
  return isKnown ? undefined : 'typeNotAccepted';
};
