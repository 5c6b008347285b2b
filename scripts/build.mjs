import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const base = [
  'package-lock.json',
  'tsconfig.base.json',
  'shared/package.json',
  'shared/tsconfig.json',
  'shared/src',
];

const ofServer = [...base, 'backend/package.json', 'backend/tsconfig.json', 'backend/src'];

const parts = {
  server: {
    title: 'the server',
    sources: ofServer,
    product: 'backend/dist/main.js',
    command: () => [binary('typescript', 'tsc'), '-b', 'backend'],
    folder: '.',
  },
  bundle: {
    title: 'the server’s bundle',
    sources: [...ofServer, 'backend/bundle.js'],
    product: 'backend/bundle/main.js',
    command: () => ['bundle.js'],
    folder: 'backend',
  },
  web: {
    title: 'the website',
    sources: [
      ...base,
      'frontend/package.json',
      'frontend/index.html',
      'frontend/vite.config.ts',
      'frontend/build',
      'frontend/public',
      'frontend/src',
    ],
    product: 'frontend/dist/index.html',
    command: () => [binary('vite', 'vite'), 'build', '--logLevel', 'warn'],
    folder: 'frontend',
  },
  browser: {
    title: 'the browser’s measurements',
    sources: [...base, 'browser/package.json', 'browser/tsconfig.json', 'browser/src'],
    product: 'browser/dist/bench/measure-screens.js',
    command: () => [binary('typescript', 'tsc'), '-b', 'browser'],
    folder: '.',
  },
};

const productParts = ['server', 'bundle', 'web'];

/** Builds what is missing or older than its sources, or ends the command with a sentence. */
export function buildWhatIsStale(names = productParts) {
  const problem = tryToBuild(names);
  if (problem) refuse(problem);
}

/** @returns a sentence when something did not build. */
export function tryToBuild(names = productParts) {
  for (const name of names) {
    if (fingerprint(parts[name].sources) === builtFrom(name)) continue;
    const problem = build(parts[name]);
    if (problem) return problem;
  }
  return undefined;
}

function build({ title, sources, product, command, folder }) {
  process.stdout.write(`Building ${title} …\n`);
  const before = fingerprint(sources);
  const { status, error } = spawnSync(process.execPath, command(), {
    cwd: join(root, folder),
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0)
    return `Building ${title} failed${error ? ` (${error.message})` : ''}: what the compiler said stands above.`;
  try {
    writeFileSync(stampOf(product), before);
    return undefined;
  } catch (failure) {
    return sentenceOf(failure, join(root, dirname(product)));
  }
}

function builtFrom(name) {
  const { product } = parts[name];
  const stamp = stampOf(product);
  return existsSync(join(root, product)) && existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

/** Beside what it vouches for, so that whoever removes the one removes the other. */
function stampOf(product) {
  return join(root, ...product.split('/').slice(0, 2), '.built-from');
}

/** Names, sizes and times of all files: reading two thousand contents would cost each start more than it saves. */
function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    if (existsSync(path)) note(path, hash);
  }
  return hash.digest('hex');
}

function note(path, hash) {
  const stats = statSync(path);
  if (stats.isDirectory()) for (const name of readdirSync(path).sort()) note(join(path, name), hash);
  else hash.update(`${path} ${stats.size} ${stats.mtimeMs}\n`);
}

/** The file behind a package's command: `npx` would cost half a second each. */
export function binary(name, command) {
  const folder = installed(name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

function installed(name) {
  for (const folder of createRequire(join(root, 'frontend', 'package.json')).resolve.paths(name)) {
    if (existsSync(join(folder, name, 'package.json'))) return join(folder, name);
  }
  return refuse('The packages are not installed: run npm ci first.');
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function sentenceOf(error, folder) {
  if (error.code === 'ENOSPC')
    return `The disk that holds ${folder} is full: free some space and start again.`;
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code))
    return `The folder ${folder} is not writable: give yourself the right to write there.`;
  throw error;
}
