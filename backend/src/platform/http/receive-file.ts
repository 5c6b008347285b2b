import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import { longestUploadMs } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { FastifyRequest } from 'fastify';
import { written } from '../files/written.js';

export interface ReceivedFile {
  /** As the sender's browser calls it: not to be trusted. */
  name: string;
  bytes: number;
  /** SHA-256 in hex. */
  digest: string;
}

const runOutMs = 5_000;

/** Saves the one file of a multipart form at `path`, as it comes. Refuses everything that is not one file of at most so many bytes. */
export const receiveFile = async (
  request: FastifyRequest,
  path: string,
  maxBytes: number,
): Promise<ReceivedFile> => {
  const limit = setTimeout(() => request.raw.destroy(), longestUploadMs);
  const gone = new AbortController();
  const onClose = (): void => void (request.raw.complete || gone.abort());
  request.raw.once('close', onClose);
  // It may have left while its rights were looked up.
  if (request.raw.destroyed) onClose();
  try {
    return await readForm(request, path, maxBytes, gone.signal);
  } catch (error) {
    letRunOut(request.raw);
    throw problemOfForm(error);
  } finally {
    clearTimeout(limit);
    request.raw.off('close', onClose);
  }
};

const readForm = async (
  request: FastifyRequest,
  path: string,
  maxBytes: number,
  gone: AbortSignal,
): Promise<ReceivedFile> => {
  const limits = {
    fileSize: maxBytes + 1,
    files: 1,
    fields: 0,
    parts: 1,
    headerPairs: 16,
    headerSize: 8_192,
    fieldNameSize: 64,
  };
  const files = request.files({ limits });
  // A line that is cut between two parts is news to nobody: the parser would wait for ever.
  const cut = new Promise<never>((_resolve, reject) => {
    if (gone.aborted) reject(gone.reason as Error);
    gone.addEventListener('abort', () => reject(gone.reason as Error), { once: true });
  });
  let received: ReceivedFile | undefined;
  for (
    let next = await Promise.race([files.next(), cut]);
    !next.done;
    next = await Promise.race([files.next(), cut])
  )
    received = await save(next.value, path, maxBytes, gone);
  if (!received) throw new Problem('unprocessable', { reason: 'notOneFile' });
  return received;
};

const save = async (
  { file, filename }: MultipartFile,
  path: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<ReceivedFile> => {
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      hash.update(chunk);
      done(bytes > maxBytes ? new Problem('tooLarge', { reason: 'tooLarge' }) : null, chunk);
    },
  });
  await written(path, (target) => pipeline(file, count, target, { signal }));
  if (bytes === 0) throw new Problem('unprocessable', { reason: 'empty' });
  return { name: filename, bytes, digest: hash.digest('hex') };
};

/** An unwanted body is let run out for a moment, so that the refusal is heard; then the line is cut. */
export const letRunOut = (request: IncomingMessage): void => {
  if (request.complete || request.destroyed) return;
  request.unpipe();
  request.resume();
  const cut = setTimeout(() => request.destroy(), runOutMs).unref();
  request.once('close', () => clearTimeout(cut));
};

const problemOfForm = (error: unknown): unknown => {
  if (error instanceof Problem) return error;
  const { code } = error as { code?: string };
  if (code === 'FST_PARTS_LIMIT' || code === 'FST_FILES_LIMIT' || code === 'FST_FIELDS_LIMIT')
    return new Problem('unprocessable', { reason: 'notOneFile' });
  // A full disk is ours; a form that breaks off or makes no sense is the sender's.
  return code?.startsWith('E') && code !== 'ECONNRESET' && code !== 'EPIPE'
    ? error
    : new Problem('invalidInput', { reason: 'unreadable' });
};
