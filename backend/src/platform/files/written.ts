import { createWriteStream, type WriteStream } from 'node:fs';

/**
 * Writes a file of one's own, and lets go of it before it returns or throws. A pipeline that fails is told so at once,
 * while its file may still be waiting to be opened: whoever deletes it then deletes nothing, and it appears afterwards.
 */
export const written = async (
  path: string,
  write: (target: WriteStream) => Promise<void>,
  { flush = false } = {},
): Promise<void> => {
  const target = createWriteStream(path, { mode: 0o600, flush });
  try {
    await write(target);
  } finally {
    if (!target.closed) await new Promise<void>((resolve) => void target.once('close', resolve));
  }
};
