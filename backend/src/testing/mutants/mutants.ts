import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, say } from '../../commands/run-command.js';
import { repositoryFolder } from '../../commands/start-options.js';
import { migrate } from '../../platform/database/migrate.js';
import { startTestCluster, testCluster } from '../test-cluster.js';
import { equivalentMutants } from './equivalent-mutants.js';
import { findMutants } from './find-mutants.js';
import type { Mutant } from './mutant.js';
import { type Result, reportOf } from './mutant-report.js';
import { Pursuit } from './pursuit.js';
import { buildNow, Surveys } from './surveys.js';
import { testFiles } from './test-files.js';
import { TestProcess } from './test-process.js';

const folder = join(repositoryFolder, 'var', 'mutants');
const resultFile = join(folder, 'result.json');

/**
 * `npm run test:mutants`: takes away every guard, policy, row-level security policy and log call in turn, and tells
 * which of them no test misses. Verdicts stand in `var/mutants/result.json`, written after each: a run that was stopped
 * is carried on by the next, as long as the build is the same; after a change each mutant meets first the test that
 * missed it last. `-- --afresh` forgets all that; `--only rls,referral` those whose id contains one of the words;
 * `--survivors` those that were not killed the last time; `--equivalent` those that are told to be equivalent;
 * `--tests 'log|client'` with the test files that fit only; `--minutes 60` ends after an hour; `--processes 1` instead
 * of two; `--list` only names them.
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
      equivalent: { type: 'boolean', default: false },
      afresh: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
    },
  });
  mkdirSync(folder, { recursive: true });
  const build = buildNow();
  const last =
    !values.afresh && existsSync(resultFile)
      ? (JSON.parse(readFileSync(resultFile, 'utf8')) as Result)
      : undefined;
  const known = new Map(last?.killed.map((verdict) => [verdict.id, verdict]));
  const server = await startTestCluster(migrate);
  const workers = Array.from({ length: Number(values.processes) }, () => new TestProcess(testCluster()));
  try {
    const all = await findMutants(testCluster());
    const isWanted = ({ id }: Mutant): boolean =>
      (!values.only || values.only.split(',').some((word) => id.includes(word))) &&
      !(values.survivors && known.has(id)) &&
      (equivalentMutants[id] !== undefined) === values.equivalent;
    const wanted = all.filter(isWanted);
    if (values.list) return wanted.forEach(({ id, removed }) => say(`${id}\n    ${removed}`));
    // What is not looked at now stands as it stood; so does what this build has lost already.
    const sought = new Set(wanted.map(({ id }) => id));
    const killed = new Map(
      all.flatMap(({ id }) => {
        const verdict = known.get(id);
        return verdict && (verdict.build === build || !sought.has(id)) ? [[id, verdict] as const] : [];
      }),
    );
    const tried = new Set([...(last?.tried ?? []), ...sought]);

    const keep = (): Result => {
      const result: Result = {
        at: new Date().toISOString(),
        mutants: all.map(({ id, removed }) => ({ id, removed })),
        tried: all
          .map(({ id }) => id)
          .filter((id) => tried.has(id) && (killed.has(id) || !equivalentMutants[id])),
        killed: [...killed.values()],
      };
      writeFileSync(resultFile, `${JSON.stringify(result, null, 1)}\n`);
      return result;
    };
    const began = performance.now();
    const pursuit = new Pursuit(
      wanted.filter(({ id }) => !killed.has(id)),
      began + Number(values.minutes) * 60_000,
      new Surveys(build, join(folder, 'surveys.json')),
      {
        told: say,
        killed: (id, killer) => {
          killed.set(id, { id, build, ...killer });
          keep();
        },
      },
      known,
    );
    await pursuit.run(testFiles(values.tests), workers);
    const result = keep();
    say(`\n${reportOf(result, Math.round((performance.now() - began) / 1_000))}`);
    const missed = result.killed.filter(({ id }) => equivalentMutants[id] !== undefined);
    for (const { id, file, test } of missed)
      say(`Told to be equivalent, and yet missed: ${id}\n      ${file}: ${test}`);
    process.exitCode = result.killed.length === result.tried.length && missed.length === 0 ? 0 : 1;
  } finally {
    for (const worker of workers) await worker.end();
    await server.stop();
  }
});
process.exit();
