import { checkDatabase } from '../platform/database/check-database.js';
import { readConfig } from '../platform/config/config.js';
import { fillDatabase } from './fill-database.js';
import { migrateOrRefuse } from './migrate-or-refuse.js';
import { runCommand, say } from './run-command.js';

/** For a deployment, before its API processes start: schema, registers, and the demonstration where DEMO says so. */
await runCommand(async () => {
  const config = readConfig(process.env);
  const ownerUrl = config.DATABASE_OWNER_URL ?? config.DATABASE_URL;
  await checkDatabase(ownerUrl);
  const ran = await migrateOrRefuse(ownerUrl);
  await fillDatabase({ ownerUrl, config, withDemo: config.DEMO, withReferrals: config.DEMO, log: say });
  say(`The database is up to date (${ran.length} new migrations).`);
});
