import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { StartRefusal } from '../platform/start-refusal.js';

/** What the command itself is told; the API's own settings are in `platform/config`. */
export interface StartOptions {
  /** Port of the website; 0 chooses a free one. */
  port: number;
  /** Load the demonstration on the first start, and let its people sign in? */
  withDemo: boolean;
  /** And what its people have done already: referrals, conversations? */
  withReferrals: boolean;
  /** Folder of everything that must outlive a restart. */
  dataDir: string;
}

/** `require` finds it in a loader's thread too, where `import.meta` resolves nothing. */
export const repositoryFolder = join(dirname(createRequire(import.meta.url).resolve('#package')), '..');

const defaultPort = '3000';

/** `npm start -- --port 3001 --no-demo`, or `--no-demo-referrals` for a demonstration where nothing has happened yet; the variables PORT and DATA_DIR say the same for scripts. */
export function readStartOptions(
  args: readonly string[],
  environment: Record<string, string | undefined>,
): StartOptions {
  const { port: given, 'no-demo': isWithoutDemo, 'no-demo-referrals': isUntouched } = parse(args);
  const port = Number(given ?? environment.PORT ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new StartRefusal(
      `"${given ?? environment.PORT}" is no port: give a number from 1 to 65535, as in npm start -- --port 3001.`,
    );
  const withDemo = !isWithoutDemo && wantsDemo(environment);
  return { port, withDemo, withReferrals: withDemo && !isUntouched, dataDir: dataDirOf(environment) };
}

export function dataDirOf({ DATA_DIR }: Record<string, string | undefined>): string {
  if (!DATA_DIR) return join(repositoryFolder, 'var');
  return isAbsolute(DATA_DIR) ? DATA_DIR : resolve(repositoryFolder, DATA_DIR);
}

const known = {
  port: { type: 'string' },
  'no-demo': { type: 'boolean' },
  'no-demo-referrals': { type: 'boolean' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known }).values;
  } catch {
    throw new StartRefusal(
      `The options are --port NUMBER, --no-demo and --no-demo-referrals, as in npm start -- --port 3001; "${args.join(' ')}" is something else.`,
    );
  }
}

/** The demonstration's people open a real installation to everybody: in production only who says so gets them. */
function wantsDemo({ NODE_ENV, DEMO }: Record<string, string | undefined>): boolean {
  return DEMO !== 'false' && (NODE_ENV !== 'production' || DEMO === 'true');
}
