import { Writable } from 'node:stream';

/** Looks for words in bytes that pass by, also where two chunks meet. Keeps no more than the longest word. */
export class ByteSearch extends Writable {
  readonly found = new Set<string>();
  private tail = Buffer.alloc(0);
  private readonly longest: number;

  constructor(private readonly words: readonly string[]) {
    super();
    this.longest = Math.max(...words.map((word) => word.length));
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    const window = Buffer.concat([this.tail, chunk]);
    for (const word of this.words)
      if (!this.found.has(word) && window.includes(word, 0, 'latin1')) this.found.add(word);
    this.tail = window.subarray(Math.max(0, window.length - this.longest));
    done();
  }
}
