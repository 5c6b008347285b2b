import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What lies between one person's browser and the product, and can be cut. */
export interface Network {
  address: string;
  /** Everything that stands open breaks, and nothing new gets through. */
  cut: () => void;
  restore: () => void;
  close: () => void;
}

export const networkTo = async (product: { address: string }): Promise<Network> => {
  const { port } = new URL(product.address);
  const standing = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (isCut) return void near.destroy();
    const far = connect(Number(port), '127.0.0.1');
    standing.add(near);
    near.on('close', () => (standing.delete(near), far.destroy()));
    far.on('error', () => undefined).on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const breakAll = (): void => {
    for (const socket of standing) socket.destroy();
  };
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true;
      breakAll();
    },
    restore: () => void (isCut = false),
    close: () => {
      breakAll();
      server.close();
    },
  };
};
