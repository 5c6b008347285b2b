import { join } from 'node:path';
import { checkDatabase } from '../platform/database/check-database.js';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.js';

export interface OpenDatabase {
  /** The settings of `platform/config` that lead there; without an owner's address the one address serves both. */
  settings: { DATABASE_URL: string; DATABASE_OWNER_URL?: string };
  /** Connection that migrates and loads. */
  ownerUrl: string;
  stop: () => Promise<void>;
}

/** The database of DATABASE_URL; without it the embedded one in the data folder. */
export async function openDatabase(
  environment: Record<string, string | undefined>,
  dataDir: string,
  log: (line: string) => void,
): Promise<OpenDatabase> {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = environment;
  if (!url) {
    const {
      appUrl,
      ownerUrl: owner,
      stop,
    } = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log });
    return { settings: { DATABASE_URL: appUrl, DATABASE_OWNER_URL: owner }, ownerUrl: owner, stop };
  }
  for (const one of new Set([ownerUrl ?? url, url])) await checkDatabase(one);
  const settings = { DATABASE_URL: url, ...(ownerUrl ? { DATABASE_OWNER_URL: ownerUrl } : {}) };
  return { settings, ownerUrl: ownerUrl ?? url, stop: async () => {} };
}
