import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const { binary, buildWhatIsStale, root } = await import('./build.mjs');

/**
 * `npm run test:walls`: what holds the two walls, in its long form, one line for each proof. `-- fuzz` runs only those
 * whose name fits. The short form of each is a part of `npm test`.
 */
const proofs = [
  { file: 'authorization-matrix', what: 'every route by everybody' },
  { file: 'socket-authorization', what: 'every question of a socket by everybody' },
  { file: 'heard-by-whom', what: 'every notice, to whom' },
  { file: 'field-contract', what: 'every field has a canary or a reason' },
  { file: 'field-matrix', what: 'canaries in every channel', settings: { FIELD_STAGES: 'all' } },
  { file: 'unseen-client', what: 'no list or count gives her away' },
  { file: 'strangers-rows', what: 'raw SQL of strangers' },
  { file: 'row-level-security', what: 'the catalogue of policies and grants' },
  { file: 'pooled-context', what: 'requests over a shared pool', settings: { WALLS_REQUESTS: '10000' } },
  { file: 'conflicting-acts', what: 'acts that exclude each other', settings: { WALLS_ROUNDS: '200' } },
  { file: 'open-api-fuzz', what: 'hostile requests', settings: { FUZZ_REQUESTS: '10000' } },
  { file: 'socket-fuzz', what: 'hostile payloads', settings: { FUZZ_PAYLOADS: '5000' } },
  { file: 'door-tricks', what: 'tricks at the door' },
  { file: 'other-sites', what: 'pages of other sites' },
];
const results = join(root, 'var', 'walls-results.json');
const wanted = process.argv.slice(2);

buildWhatIsStale(['server']);
mkdirSync(join(root, 'var'), { recursive: true });
const lines = proofs
  .filter(({ file }) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .map((proof) => ({ ...proof, ...prove(proof) }));
for (const { file, what, settings = {}, passed, failed, seconds } of lines)
  process.stdout.write(
    `${failed || !passed ? '✕' : '✓'} ${file.padEnd(22)} ${what.padEnd(42)} ${(Object.entries(settings)[0] ?? ['', '']).join('=').padEnd(22)} ${String(passed).padStart(4)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(0).padStart(5)} s\n`,
  );
process.exitCode = lines.length === 0 || lines.some(({ passed, failed }) => failed || !passed) ? 1 : 0;

/** One after the other: each has the machine for itself, so that its figures are its own. */
function prove({ file, settings = {} }) {
  rmSync(results, { force: true });
  const began = performance.now();
  spawnSync(
    process.execPath,
    [
      binary('jest', 'jest'),
      '--selectProjects',
      'backend',
      '--json',
      `--outputFile=${results}`,
      '--testPathPatterns',
      `testing/${file}\\.`,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...settings } },
  );
  const seconds = (performance.now() - began) / 1000;
  if (!existsSync(results)) return { passed: 0, failed: 1, seconds };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(results, 'utf8'),
  );
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, seconds };
}
