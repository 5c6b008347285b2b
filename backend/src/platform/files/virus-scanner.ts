import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** No verdict: the scanner is away, busy, or said something else. The file stays as it was. */
export class ScannerSilent extends Error {
  override readonly name = 'ScannerSilent';
}

const patienceMs = 60_000;
const longestAnswer = 4_096;

/**
 * ClamAV's daemon over its socket. INSTREAM: each chunk after its length in four bytes, a zero length at the end; then
 * one line (https://docs.clamav.net/manual/Usage/Scanning.html#clamd).
 */
export class VirusScanner {
  /** `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`. */
  constructor(
    private readonly address: URL,
    private readonly waitMs = patienceMs,
  ) {}

  async scan(bytes: Readable): Promise<'clean' | 'infected'> {
    const socket = this.open();
    try {
      const [answer] = await Promise.all([answerOf(socket), send(socket, bytes)]);
      return verdictOf(answer);
    } catch (error) {
      throw error instanceof ScannerSilent ? error : new ScannerSilent(undefined, { cause: error });
    } finally {
      socket.destroy();
      bytes.destroy();
    }
  }

  private open(): Socket {
    const { protocol, pathname, hostname, port } = this.address;
    const socket =
      protocol === 'unix:'
        ? connect(pathname)
        : connect(Number(port || 3310), hostname.replace(/^\[|\]$/g, ''));
    return socket.setTimeout(this.waitMs, () => socket.destroy(new ScannerSilent()));
  }
}

const send = async (socket: Socket, bytes: Readable): Promise<void> => {
  socket.write('zINSTREAM\0');
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    if (chunk.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    if (!socket.write(chunk)) await drained(socket);
  }
  socket.write(Buffer.alloc(4));
};

/** Room for more; or the end, which `answerOf` tells of. */
const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      socket.off('drain', go).off('close', go);
      resolve();
    };
    if (socket.destroyed) resolve();
    else socket.on('drain', go).on('close', go);
  });

const answerOf = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      answer += text;
      if (answer.includes('\0')) resolve(answer.slice(0, answer.indexOf('\0')));
      else if (answer.length > longestAnswer) reject(new ScannerSilent());
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new ScannerSilent()));
  });

const verdictOf = (answer: string): 'clean' | 'infected' => {
  if (answer === 'stream: OK') return 'clean';
  if (/^stream: .+ FOUND$/.test(answer)) return 'infected';
  throw new ScannerSilent();
};
