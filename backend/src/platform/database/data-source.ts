import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataSourceOptions } from 'typeorm';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

const migrations = join(fileURLToPath(import.meta.resolve('#package')), '..', 'dist', 'migrations', '*.js');

const appRole = 'rinnalla_app';

/** The owner's connection: migrations and loaders only. */
export const ownerOptions = (url: string): PostgresOptions => ({
  type: 'postgres',
  url,
  migrations: [migrations],
  migrationsTableName: 'migration',
  synchronize: false,
  extra: { max: 2 },
});

/** How alike in letters two words must be to be compared at all (`<%`): a mistyped Finnish word of twelve letters is. */
const likeness = 0.4;

/**
 * How each of the app's connections begins. An answer leaves only when its commit is on disk, whatever the server's own setting
 * says. A statement is planned once: else PostgreSQL plans it with each call's values for as long as that looks a little
 * cheaper to it, and with row-level security planning costs more than reading (Tänään: 5 ms for 3).
 */
export const appSettings = `-c synchronous_commit=on -c plan_cache_mode=force_generic_plan -c pg_trgm.word_similarity_threshold=${likeness}`;

/**
 * The app's pool. With `assumeRole` (one URL for all) each connection starts as the app role, because row-level
 * security does not bind an owner's own superuser.
 */
export const appOptions = (url: string, poolSize: number, assumeRole: boolean): PostgresOptions => ({
  type: 'postgres',
  url,
  synchronize: false,
  poolSize,
  extra: {
    connectionTimeoutMillis: 3_000,
    // A new connection plans every statement anew, which costs more than keeping one through a quiet while.
    idleTimeoutMillis: 300_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    options: `${appSettings}${assumeRole ? ` -c role=${appRole}` : ''}`,
  },
});
