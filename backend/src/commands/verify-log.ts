import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { LogSeal } from '../platform/audit/log-seal.js';
import { type FindingKind, verifyLog } from '../platform/audit/verify-log.js';
import { StartRefusal } from '../platform/start-refusal.js';
import { logKeyFor } from './log-key.js';
import { migrateOrRefuse } from './migrate-or-refuse.js';
import { openDatabase } from './open-database.js';
import { runCommand, say } from './run-command.js';
import { dataDirOf } from './start-options.js';

const sentences: Record<FindingKind, string> = {
  changedRow: 'was changed, or hangs on another row than it did',
  unsealedRow: 'was not written by the application',
  missingRow: 'rows are missing',
  repeatedRow: 'stands there more than once',
  rowOfNoChain: 'has rows and no head',
  cutChain: 'does not end where it ended',
  changedAnchor: 'was not signed by the application',
  missingAnchor: 'an anchor is missing',
  notAsAnchored: 'is not as it was when it was anchored',
  changedMark: 'was not signed by the application',
  missingMark: 'a mark of rows that came to their time is missing',
};

/** `npm run verify:log [-- --anchors FILE]`: reads the whole log and names whatever is not as it was written; ends with 1 if anything. */
await runCommand(async () => {
  const known = knownAnchors(process.argv.slice(2));
  const dataDir = dataDirOf(process.env);
  const database = await openDatabase(process.env, dataDir, say);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  try {
    await migrateOrRefuse(database.ownerUrl);
    await owner.connect();
    const { rows, chains, anchors, findings } = await verifyLog(
      owner,
      new LogSeal(logKeyFor(process.env, dataDir)),
      known,
    );
    for (const { kind, place } of findings) say(`${place}: ${sentences[kind]}`);
    say(
      `${rows} rows in ${chains} chains, ${anchors} anchors: ${findings.length ? `${findings.length} findings` : 'whole'}.`,
    );
    process.exitCode = findings.length ? 1 : 0;
  } finally {
    await owner.end();
    await database.stop();
  }
});

/** Signatures in the process's own log, one JSON object a line, as the API printed them. */
function knownAnchors(args: string[]): string[] {
  const { anchors: file } = optionsOf(args);
  if (!file) return [];
  const text = readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8');
  return [...text.matchAll(/"anchor":"([0-9a-f]{64})"/g)].map(([, signature]) => signature as string);
}

function optionsOf(args: string[]): { anchors?: string | undefined } {
  try {
    return parseArgs({ args, options: { anchors: { type: 'string' } } }).values;
  } catch {
    throw new StartRefusal(
      'The command is npm run verify:log, or npm run verify:log -- --anchors FILE with what the API has logged.',
    );
  }
}
