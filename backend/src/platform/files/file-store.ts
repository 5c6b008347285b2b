import type { Readable } from 'node:stream';

/** Where bytes are kept, under keys that the server makes. The database alone knows what they are and who may read them. */
export abstract class FileStore {
  /** All or nothing: what fails in the middle leaves no file. */
  abstract write(key: string, bytes: Readable): Promise<void>;
  /** Rejects with `FileMissing` before the first byte when there is none. */
  abstract read(key: string): Promise<Readable>;
  /** Removing what is not there is no error: it may be asked again. */
  abstract remove(key: string): Promise<void>;
}

export class FileMissing extends Error {
  override readonly name = 'FileMissing';
}
