import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './build.mjs';

/**
 * Starts the product as a newcomer does, on a database that does not exist yet, twice; asks whether it is ready and
 * stops it. `node scripts/check-start.mjs [path of another Node]`
 */
const node = process.argv[2] ?? process.execPath;
const dataDir = mkdtempSync(join(tmpdir(), 'rinnalla-first-start-'));
chmodSync(dataDir, 0o711);
const limits = { first: 60, second: 15 };

try {
  for (const [turn, limitSeconds] of Object.entries(limits)) {
    const seconds = await startAndStop(limitSeconds);
    console.log(`The ${turn} start was ready after ${seconds.toFixed(1)} s (at most ${limitSeconds} s).`);
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

async function startAndStop(limitSeconds) {
  const began = performance.now();
  const child = spawn(node, ['scripts/start.mjs', '--port', '0'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const address = await Promise.race([
      addressOf(child),
      ended.then(() => undefined),
      pause(limitSeconds * 1000, undefined, { ref: false }),
    ]);
    if (!address) throw new Error(`npm start was not ready within ${limitSeconds} s.`);
    const seconds = (performance.now() - began) / 1000;
    for (const path of ['/health/ready', '/']) {
      const { status } = await fetch(address + path);
      if (status !== 200) throw new Error(`${path} answered ${status}.`);
    }
    return seconds;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

function addressOf(child) {
  return new Promise((resolve) => {
    let said = '';
    child.stdout.on('data', (text) => {
      process.stdout.write(text);
      said += text;
      const address = /is ready at (http\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
  });
}
