import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { csvCell } from '../features/catalogue/import/csv.js';
import { importPtv, type ImportResult } from '../features/catalogue/import/import-ptv.js';
import { type BadRow, WrongFile } from '../features/catalogue/import/ptv-services.js';
import { readMunicipalities } from '../features/catalogue/registers.js';
import { Clock } from '../platform/clock/clock.js';
import { StartRefusal } from '../platform/start-refusal.js';
import { loadRegisters } from './load-registers.js';
import { migrateOrRefuse } from './migrate-or-refuse.js';
import { openDatabase } from './open-database.js';
import { progressBar } from './progress-bar.js';
import { runCommand, say } from './run-command.js';
import { dataDirOf } from './start-options.js';

const carried = fileURLToPath(import.meta.resolve('#registers/ptv-services.csv'));
const mostBytes = 50 * 1024 * 1024;
const usage =
  'The command is npm run import -- ptv [FILE] [--dry-run]; without a file it takes backend/registers/ptv-services.csv.';

/** `npm run import -- ptv [file] [--dry-run]`: takes the services of the national register in. */
await runCommand(async () => {
  const { file, dryRun } = optionsOf(process.argv.slice(2));
  const text = contentOf(file);
  const database = await openDatabase(process.env, dataDirOf(process.env), say);
  try {
    await migrateOrRefuse(database.ownerUrl);
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    try {
      await loadRegisters(owner);
      const began = performance.now();
      const result = await importPtv(owner, {
        text,
        municipalities: readMunicipalities(),
        now: new Clock().now(),
        dryRun,
        onProgress: progressBar('Importing'),
      });
      tell(result, dryRun, performance.now() - began);
      if (result.bad.length > 0)
        say(`${result.bad.length} rows were left out: ${errorFile(file, result.bad)} says which and why.`);
    } catch (error) {
      throw error instanceof WrongFile
        ? new StartRefusal(`${file} is no file of services: ${error.message}.`)
        : error;
    } finally {
      await owner.end();
    }
  } finally {
    await database.stop();
  }
});

function optionsOf(args: string[]): { file: string; dryRun: boolean } {
  try {
    const { positionals, values } = parseArgs({
      args,
      options: { 'dry-run': { type: 'boolean' } },
      allowPositionals: true,
    });
    if (positionals[0] !== 'ptv' || positionals.length > 2) throw new StartRefusal(usage);
    // npm runs scripts in the project's folder; the file is named from where the person stands.
    const file =
      positionals[1] === undefined ? carried : resolve(process.env.INIT_CWD ?? '.', positionals[1]);
    return { file, dryRun: values['dry-run'] ?? false };
  } catch (error) {
    throw error instanceof StartRefusal ? error : new StartRefusal(usage);
  }
}

function contentOf(file: string): string {
  try {
    if (statSync(file).size > mostBytes) throw new StartRefusal(`${file} is larger than 50 MB: split it.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw error instanceof StartRefusal
      ? error
      : new StartRefusal(`${file} cannot be read: is the path right?`);
  }
}

function tell({ added, changed, unchanged }: ImportResult, dryRun: boolean, tookMs: number): void {
  say(
    `${dryRun ? 'Would be' : 'Were'} added ${added}, changed ${changed}, already the same ${unchanged} (${(tookMs / 1000).toFixed(1)} s).`,
  );
  if (dryRun) say('A dry run: nothing was kept.');
}

function errorFile(file: string, bad: readonly BadRow[]): string {
  const folder = join(dataDirOf(process.env), 'import');
  const path = join(folder, `${basename(file, '.csv')}.errors.csv`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path,
    [
      'line,id,reason',
      ...bad.map(({ line, id, reason }) => [String(line), csvCell(id), csvCell(reason)].join(',')),
    ].join('\n') + '\n',
  );
  return path;
}
