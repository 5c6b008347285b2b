import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const { binary, root, tryToBuild } = await import('./build.mjs');
const { removeOrphans } = await import('./remove-orphans.mjs');

/**
 * `npm test`: every check and every test, then one line that counts them. `npm test -- referral` runs only the tests
 * whose path fits, after the compiler.
 */
const wanted = process.argv.slice(2);
const results = join(root, 'var', 'test-results.json');
const outcomes = [];

for (const workspace of ['shared', 'backend', 'browser']) removeOrphans(join(root, workspace));
const compiles = check('types', [binary('typescript', 'tsc'), '-b']);
if (!wanted.length) {
  check('lint', [binary('oxlint', 'oxlint'), '--type-aware']);
  check('format', [binary('@biomejs/biome', 'biome'), 'format', '.']);
  check('licences', ['scripts/check-licences.mjs']);
  check('directions of imports', ['scripts/directions.mjs']);
  // What nobody uses is deleted: files, packages, exports (knip.json).
  check('nothing unused', [
    binary('knip', 'knip'),
    '--no-progress',
    '--include',
    'files,dependencies,unlisted,unresolved,exports,types',
  ]);
}
const isBuilt = compiles && check('build', () => say(tryToBuild()));
if (isBuilt) outcomes.push(...jest());

const count = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
process.stdout.write('\n');
for (const { name, passed, failed, seconds } of outcomes)
  process.stdout.write(
    `${failed ? '✕' : '✓'} ${name.padEnd(24)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s\n`,
  );
if (!isBuilt)
  process.stdout.write('The tests were not run: they run what the compiler and the bundler write.\n');
process.exitCode = count('failed') || !isBuilt ? 1 : 0;
process.stdout.write(`\n${count('passed')} passed, ${count('failed')} failed\n`);

function check(name, work) {
  process.stdout.write(`\n— ${name}\n`);
  const began = performance.now();
  const isFine = Array.isArray(work) ? runs(work) : work();
  outcomes.push({ name, passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, seconds: secondsSince(began) });
  return isFine;
}

function say(problem) {
  if (problem) process.stdout.write(`${problem}\n`);
  return !problem;
}

function runs(args) {
  return (
    spawnSync(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    }).status === 0
  );
}

/** One outcome per project. A file that cannot even be loaded, and a run without any test, count as failed. */
function jest() {
  process.stdout.write('\n— tests\n');
  mkdirSync(join(root, 'var'), { recursive: true });
  rmSync(results, { force: true });
  const began = performance.now();
  // For jest alone: read with every module, maps are a tenth of the start of each process that a test starts.
  const isFine = runs([
    '--enable-source-maps',
    binary('jest', 'jest'),
    '--json',
    `--outputFile=${results}`,
    ...wanted,
  ]);
  const seconds = secondsSince(began);
  if (!existsSync(results)) return [{ name: 'tests (ended early)', passed: 0, failed: 1, seconds }];
  const { testResults, numPassedTests } = JSON.parse(readFileSync(results, 'utf8'));
  const found = [...groupByProject(testResults)].map(([name, files]) => summaryOf(name, files));
  const isSilent = !numPassedTests || (!isFine && !found.some(({ failed }) => failed));
  return isSilent ? [...found, { name: 'tests (run as a whole)', passed: 0, failed: 1, seconds }] : found;
}

function groupByProject(files) {
  const projects = new Map();
  for (const file of files) {
    const name = file.name.slice(root.length + 1).split('/')[0];
    projects.set(name, [...(projects.get(name) ?? []), file]);
  }
  return projects;
}

function summaryOf(name, files) {
  const tests = files.flatMap((file) => file.assertionResults);
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    name: `tests: ${name}`,
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + broken.length,
    seconds: files.reduce((sum, file) => sum + (file.endTime - file.startTime), 0) / 1000,
  };
}

function secondsSince(began) {
  return (performance.now() - began) / 1000;
}
