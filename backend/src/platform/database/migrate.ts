import { DataSource } from 'typeorm';
import { ownerOptions } from './data-source.js';

/** Any fixed number: two processes that start at once migrate one after the other. */
const migrationLock = 4_210_263_117;

/**
 * Brings the schema up to date, all pending migrations in one transaction: a failing one leaves the data untouched.
 * Returns the names of those that ran.
 */
export const migrate = async (ownerUrl: string): Promise<string[]> => {
  const dataSource = await new DataSource(ownerOptions(ownerUrl)).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    const ran = await dataSource.runMigrations({ transaction: 'all' });
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
};
