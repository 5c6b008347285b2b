import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.js';
import { StartRefusal } from '../platform/start-refusal.js';
import { runCommand, say } from './run-command.js';
import { dataDirOf } from './start-options.js';

/** `npm run reset`: removes the embedded database and the attached files, so that the next start begins anew. Other databases are never touched. */
await runCommand(async () => {
  if (process.env.DATABASE_URL)
    throw new StartRefusal(
      'DATABASE_URL is set, and a reset only removes the embedded database: unset it, or drop and create yours by hand.',
    );
  const { usedBy } = await removeEmbeddedPostgres(join(dataDirOf(process.env), 'postgres'));
  if (usedBy)
    throw new StartRefusal(`Rinnalla is running (process ${usedBy}): stop it with Ctrl-C there, then reset.`);
  await rm(join(dataDirOf(process.env), 'files'), { recursive: true, force: true });
  say('Everything is removed: npm start begins anew.');
});
