import { z } from 'zod';

/**
 * Every setting of the API, read once, here. `docker-compose.yml` may set exactly these (a test holds the two together).
 */
export const configSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** As browsers see the product, `https://rinnalla.example`; other Origins are refused. Default: the loopback address. */
  PUBLIC_ORIGIN: z.url().optional(),
  /** The app role's connection. */
  DATABASE_URL: z.string().min(1),
  /** The owner's connection, for migrations. Without it DATABASE_URL migrates and the app works under `set role rinnalla_app`. */
  DATABASE_OWNER_URL: z.string().min(1).optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(20).default(10),
  /** Folder of the built single-page application; unset when a proxy serves it. */
  STATIC_DIR: z.string().optional(),
  /** Marks the product as a demonstration and lists the demonstration sign-ins on the sign-in page. */
  DEMO: z.enum(['true', 'false']).default('false').transform((value) => value === 'true'),
  /** Freezes time at an instant, for demonstrations and tests only; refused in production. */
  CLOCK: z.iso.datetime({ offset: true }).optional(),
  /** Seals the log: 64 hexadecimal digits, or several by commas of which the first signs. Kept apart from the database. */
  LOG_KEY: z.string().regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Config = z.output<typeof configSchema>;

/** The only reader of the environment. Throws one sentence that names each wrong variable, never its value. */
export const readConfig = (environment: Record<string, string | undefined>): Config => {
  const parsed = configSchema.safeParse(environment);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`);
    throw new Error(`Settings are missing or wrong: ${wrong.join(', ')}.`);
  }
  return parsed.data;
};

/** Who serves needs the key; who migrates does not. There is no log that anybody could have written. */
export const logKeyOf = ({ LOG_KEY: key }: Config): string => {
  if (!key) throw new Error('LOG_KEY is missing: the key that seals the log (openssl rand -hex 32).');
  return key;
};
