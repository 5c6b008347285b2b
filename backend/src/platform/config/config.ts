import { z } from 'zod';

/** A compose file hands on what is not set as an empty text. */
const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((given) => (given === '' ? undefined : given), schema.optional());

const keysByCommas = /^[0-9a-f]{64}(,[0-9a-f]{64})*$/;

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
  /** Four keep one process busy, two are for its jobs; more only wait for each other, and each plans every statement for itself. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(20).default(6),
  /** Folder of the built single-page application; unset when a proxy serves it. */
  STATIC_DIR: z.string().optional(),
  /** Marks the product as a demonstration and lists the demonstration sign-ins on the sign-in page. */
  DEMO: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
  /** How many jobs this process runs at a time; 0 leaves them to others, such as `npm run worker`. */
  JOB_CONCURRENCY: z.coerce.number().int().min(0).max(8).default(2),
  /** The mail server, `smtp://user:password@host:587` or `smtps://…`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of mails. Default: rinnalla@ the host of PUBLIC_ORIGIN. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]{1,200}$/)
    .optional(),
  /** Folder that takes mails as .eml files while SMTP_URL is not set: for demonstrations. */
  MAIL_FOLDER: z.string().optional(),
  /** Freezes time at an instant, for demonstrations and tests only; refused in production. */
  CLOCK: z.iso.datetime({ offset: true }).optional(),
  /** Seals the log: 64 hexadecimal digits, or several by commas of which the first signs. Kept apart from the database. */
  LOG_KEY: z.string().regex(keysByCommas).optional(),
  /** Folder of attached files; every API process must see the same one. Unused when FILES_S3_BUCKET is set. */
  FILES_DIR: z.string().min(1).default('var/files'),
  /** Where an uploaded file stands while it is looked at: some megabytes for each upload. Default: the system's own place. */
  FILES_WORK_DIR: unlessEmpty(z.string().min(1)),
  FILES_S3_BUCKET: unlessEmpty(z.string().min(3)),
  FILES_S3_REGION: z.string().min(1).default('eu-north-1'),
  /** Of an own store that speaks S3; unset for Amazon's. */
  FILES_S3_ENDPOINT: unlessEmpty(z.url({ protocol: /^https?$/ })),
  /** Unset: as the SDK finds them, by the machine's role. */
  FILES_S3_ACCESS_KEY_ID: unlessEmpty(z.string().min(1)),
  FILES_S3_SECRET_ACCESS_KEY: unlessEmpty(z.string().min(1)),
  /** ClamAV's daemon, `tcp://clamav:3310` or `unix:///run/clamav/clamd.ctl`. Unset: files are not scanned, and the screens say so. */
  CLAMD_ADDRESS: unlessEmpty(z.url({ protocol: /^(tcp|unix)$/, hostname: /.*/ })),
  /**
   * 32 bytes in hex, or several by commas while it changes: the first seals, all open. Seals what the database must not give
   * away by itself (authenticators' secrets), and keys hashes of addresses. Needed in production; elsewhere each process
   * makes one. Losing it means that authenticators are taken into use anew.
   */
  SEALING_KEY: z
    .string()
    .regex(keysByCommas, 'is 64 hexadecimal digits, or several of them by commas')
    .optional(),
  /** How many proxies stand in front and add to X-Forwarded-For: what they say of the caller's address is believed, no more. */
  PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  /** `{"kouvola":"…"}`: the client secrets that organizations' sign-in settings name. */
  OIDC_CLIENT_SECRETS: z
    .string()
    .default('{}')
    .transform((text, context) => {
      try {
        return z.record(z.string(), z.string()).parse(JSON.parse(text));
      } catch {
        context.addIssue('is no JSON object of texts');
        return z.NEVER;
      }
    }),
  /** Requests a minute from one signed-in session, or from one address while nobody is signed in. */
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
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
  if (parsed.data.NODE_ENV === 'production' && parsed.data.CLOCK)
    throw new Error('CLOCK has no place in production.');
  return parsed.data;
};

/** Who serves needs the key; who migrates does not. There is no log that anybody could have written. */
export const logKeyOf = ({ LOG_KEY: key }: Config): string => {
  if (!key) throw new Error('LOG_KEY is missing: the key that seals the log (openssl rand -hex 32).');
  return key;
};

/** Where people open the product, as mails write it: without a slash at its end. */
export const publicOriginOf = ({ PUBLIC_ORIGIN: given, PORT: port }: Config): string =>
  given ? new URL(given).origin : `http://localhost:${port}`;
