import { createServer, type AddressInfo } from 'node:net';

export interface VirusDaemon {
  address: string;
  /** While it is away it hangs up. */
  isAway: boolean;
  stop: () => Promise<void>;
}

/** Speaks ClamAV's INSTREAM: finds malware in whatever holds the sign. */
export const aVirusDaemon = async (sign: string): Promise<VirusDaemon> => {
  const daemon: VirusDaemon = { address: '', isAway: false, stop: () => Promise.resolve() };
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (daemon.isAway) return void socket.destroy();
    let given = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      given = Buffer.concat([given, bytes]);
      // The stream ends with a piece of no length.
      if (given.length > 4 && given.subarray(-4).equals(Buffer.alloc(4)))
        socket.end(`stream: ${given.includes(sign) ? 'Test.Sign FOUND' : 'OK'}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  daemon.address = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  daemon.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return daemon;
};
