import { createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { startFakeClamd } from '../../testing/fake-clamd.js';
import { ScannerSilent, VirusScanner } from './virus-scanner.js';

const signature = Buffer.from('a test of ours');

describe('a scan', () => {
  const scan = (address: string, bytes: Buffer[], waitMs?: number) =>
    new VirusScanner(new URL(address), waitMs).scan(Readable.from(bytes));

  it('finds a signature though it stands in two chunks, and passes ten megabytes whole', async () => {
    const clamd = await startFakeClamd(signature);
    const large = Array.from({ length: 160 }, () => Buffer.alloc(65_536, 7));

    const verdicts = [
      await scan(clamd.address, [signature.subarray(0, 5), signature.subarray(5)]),
      await scan(clamd.address, large),
      await scan(clamd.address, []),
    ];
    await clamd.stop();

    expect(verdicts).toEqual(['infected', 'clean', 'clean']);
    expect(clamd.scanned.map(({ length }) => length)).toEqual([signature.length, 160 * 65_536, 0]);
  });

  it.each(['away', 'confused', 'mute'] as const)('has no verdict of a daemon that is %s', async (mood) => {
    const clamd = await startFakeClamd(signature);
    clamd.mood = mood;

    await expect(scan(clamd.address, [Buffer.from('x')], 200)).rejects.toThrow(ScannerSilent);
    await clamd.stop();
  });

  it('has no verdict where nobody listens', async () => {
    await expect(scan('tcp://127.0.0.1:1', [Buffer.from('x')])).rejects.toThrow(ScannerSilent);
  });

  it('speaks over a socket of this machine too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
    const server = createServer((socket) => socket.once('data', () => socket.end('stream: OK\0')));
    await new Promise<void>((resolve) => server.listen(join(folder, 'clamd.ctl'), resolve));

    const verdict = await scan(`unix://${join(folder, 'clamd.ctl')}`, [Buffer.from('x')]);
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });

    expect(verdict).toBe('clean');
  });
});
