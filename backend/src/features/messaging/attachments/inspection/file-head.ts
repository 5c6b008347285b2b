import { open } from 'node:fs/promises';

export type FoundKind = 'pdf' | 'jpeg' | 'png' | 'webp' | 'zip';

const headLength = 32;

/**
 * What a file is by its first bytes; what it is called and what the sender's browser says of it count for nothing. Each
 * kind must begin at the first byte: a file with something else in front is two files in one.
 */
export const kindOf = async (path: string): Promise<FoundKind | undefined> => {
  const file = await open(path);
  try {
    const head = Buffer.alloc(headLength);
    await file.read(head, 0, headLength, 0);
    const begins = (bytes: string, at = 0): boolean =>
      head.subarray(at, at + bytes.length).equals(Buffer.from(bytes, 'latin1'));
    if (begins('%PDF-')) return 'pdf';
    if (begins('\xFF\xD8\xFF')) return 'jpeg';
    if (begins('\x89PNG\r\n\x1A\n')) return 'png';
    if (begins('RIFF') && begins('WEBP', 8)) return 'webp';
    return begins('PK\x03\x04') ? 'zip' : undefined;
  } finally {
    await file.close();
  }
};
