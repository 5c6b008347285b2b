import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, say } from '../../commands/run-command.js';
import { repositoryFolder } from '../../commands/start-options.js';
import { type Line, tableOf, verdictOf } from './report.js';
import { scenarios } from './scenarios.js';
import { openStage } from './stage.js';

const folder = join(repositoryFolder, 'var', 'faults');

/** `npm run test:faults`: every fault test with its figures; a table, and `var/faults/result.json`. `-- --only F2,F5` runs some. */
await runCommand(async () => {
  const { only } = parseArgs({ args: process.argv.slice(2), options: { only: { type: 'string' } } }).values;
  const wanted = Object.entries(scenarios).filter(([name]) => !only || only.split(',').includes(name));
  mkdirSync(folder, { recursive: true });
  const loadBefore = loadavg()[0] ?? 0;
  const stage = await openStage(join(folder, 'stage'));
  const lines: Line[] = [];
  try {
    for (const [name, run] of wanted) {
      say(`${name} …`);
      const began = performance.now();
      lines.push({ ...(await run(stage)), seconds: (performance.now() - began) / 1_000 });
    }
  } finally {
    await stage.stop();
  }
  const machine = {
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
    node: process.version,
    loadBefore,
    loadAfter: loadavg()[0] ?? 0,
  };
  writeFileSync(
    join(folder, 'result.json'),
    `${JSON.stringify({ machine, lines: lines.map((line) => ({ ...line, verdict: verdictOf(line) })) }, null, 2)}\n`,
  );
  say(`\n${tableOf(lines)}`);
  say(
    `\nLoad of the machine: ${machine.loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after, on ${machine.cores} cores.`,
  );
  process.exit(lines.every((line) => verdictOf(line) === 'held') ? 0 : 1);
});
