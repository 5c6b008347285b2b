import { createServer, type Socket } from 'node:net';

/** A daemon that speaks ClamAV's INSTREAM, and finds malware in what holds `signature`. */
export interface FakeClamd {
  address: string;
  /** What it was given, whole. */
  readonly scanned: Buffer[];
  /** How it answers from now on: as it should, not at all, with nonsense, or by hanging up. */
  mood: 'well' | 'mute' | 'confused' | 'away';
  stop(): Promise<void>;
}

export const startFakeClamd = async (signature: Buffer): Promise<FakeClamd> => {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => undefined);
    let given = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      if (clamd.mood === 'away') return void socket.destroy();
      given = Buffer.concat([given, bytes]);
      const whole = unframed(given);
      if (!whole || clamd.mood === 'mute') return;
      clamd.scanned.push(whole);
      socket.end(
        clamd.mood === 'confused'
          ? 'INSTREAM size limit exceeded. ERROR\0'
          : `stream: ${whole.includes(signature) ? 'Local.Test.Signature FOUND' : 'OK'}\0`,
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const clamd: FakeClamd = {
    address: `tcp://127.0.0.1:${(server.address() as { port: number }).port}`,
    scanned: [],
    mood: 'well',
    stop: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return clamd;
};

const command = 'zINSTREAM\0';

/** The bytes without their frames once the closing zero has come. Throws on anything that is not the protocol. */
const unframed = (given: Buffer): Buffer | undefined => {
  if (given.length < command.length) return undefined;
  if (given.subarray(0, command.length).toString() !== command) throw new Error('No INSTREAM.');
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= given.length; ) {
    const length = given.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(given.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};
