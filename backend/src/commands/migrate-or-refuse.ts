import { migrate } from '../platform/database/migrate.js';
import { StartRefusal } from '../platform/start-refusal.js';

const diskFull = '53100';
const notAllowed = '42501';

/** Brings the schema up to date. All pending migrations are one transaction: what fails leaves no trace. */
export async function migrateOrRefuse(ownerUrl: string): Promise<string[]> {
  try {
    return await migrate(ownerUrl);
  } catch (error) {
    throw new StartRefusal(sentenceOf(error as Error & { code?: string }));
  }
}

function sentenceOf({ message, code }: Error & { code?: string }): string {
  if (code === diskFull)
    return "The database's disk is full, and nothing was changed: free some space and start again.";
  const reason = message.split('\n')[0];
  if (code === notAllowed)
    return `The database's user may not change the schema (${reason}), and nothing was changed: set DATABASE_OWNER_URL to a user who may.`;
  return `A migration failed and was rolled back, so the data is as it was: ${reason}.`;
}
