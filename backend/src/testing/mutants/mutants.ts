import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, say } from '../../commands/run-command.js';
import { repositoryFolder } from '../../commands/start-options.js';
import { migrate } from '../../platform/database/migrate.js';
import { startTestCluster, testCluster } from '../test-cluster.js';
import { findMutants } from './find-mutants.js';
import { Pursuit } from './pursuit.js';
import { type Result, reportOf } from './mutant-report.js';
import { testFiles } from './test-files.js';
import { TestProcess } from './test-process.js';

const folder = join(repositoryFolder, 'var', 'mutants');
const resultFile = join(folder, 'result.json');

/**
 * `npm run test:mutants`: takes away every guard, policy, row-level security policy and log call in turn, and tells
 * which of them no test misses. `-- --only rls,referral` those whose id contains one of the words; `--survivors` those
 * that are not killed in the last result; `--tests 'log|client'` with the test files that fit only; `--minutes 60` ends after
 * an hour; `--processes 1` instead of two; `--list` only names them. Verdicts stand in `var/mutants/result.json`, written
 * after each: a run that was stopped is carried on with `--survivors`.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: {
      only: { type: 'string' },
      tests: { type: 'string' },
      minutes: { type: 'string', default: '600' },
      processes: { type: 'string', default: '2' },
      survivors: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  });
  mkdirSync(folder, { recursive: true });
  const last = existsSync(resultFile) ? (JSON.parse(readFileSync(resultFile, 'utf8')) as Result) : undefined;
  const server = await startTestCluster(migrate);
  const workers = Array.from({ length: Number(values.processes) }, () => new TestProcess(testCluster()));
  try {
    const all = await findMutants(testCluster());
    const standing = new Set(all.map(({ id }) => id));
    const isPartial = values.survivors || values.only !== undefined;
    const killed = new Map(
      isPartial
        ? last?.killed.filter(({ id }) => standing.has(id)).map((verdict) => [verdict.id, verdict])
        : [],
    );
    const wanted = all.filter(
      ({ id }) =>
        (!values.only || values.only.split(',').some((word) => id.includes(word))) &&
        !(values.survivors && killed.has(id)),
    );
    if (values.list) return wanted.forEach(({ id, removed }) => say(`${id}\n    ${removed}`));
    for (const { id } of wanted) killed.delete(id);
    const tried = new Set([...(isPartial ? (last?.tried ?? []) : []), ...wanted.map(({ id }) => id)]);

    const keep = (): Result => {
      const result: Result = {
        at: new Date().toISOString(),
        mutants: all.map(({ id, removed }) => ({ id, removed })),
        tried: [...tried].filter((id) => standing.has(id)),
        killed: [...killed.values()],
      };
      writeFileSync(resultFile, `${JSON.stringify(result, null, 1)}\n`);
      return result;
    };
    const began = performance.now();
    const pursuit = new Pursuit(wanted, began + Number(values.minutes) * 60_000, {
      told: say,
      killed: (id, killer) => {
        killed.set(id, { id, ...killer });
        keep();
      },
    });
    await pursuit.run(testFiles(values.tests), workers);
    const result = keep();
    say(`\n${reportOf(result, Math.round((performance.now() - began) / 1_000))}`);
    process.exitCode = result.killed.length === result.tried.length ? 0 : 1;
  } finally {
    for (const worker of workers) await worker.end();
    await server.stop();
  }
});
process.exit();
