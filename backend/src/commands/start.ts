import { join } from 'node:path';
import { type Config, readConfig } from '../platform/config/config.js';
import { StartRefusal } from '../platform/start-refusal.js';
import type { Server } from '../server.js';
import { checkPort, portRefusal } from './check-port.js';
import { fillDatabase, type SignIn } from './fill-database.js';
import { logKeyFor } from './log-key.js';
import { migrateOrRefuse } from './migrate-or-refuse.js';
import { type OpenDatabase, openDatabase } from './open-database.js';
import { runCommand, say } from './run-command.js';
import { keptKey } from './kept-key.js';
import { readStartOptions, repositoryFolder, type StartOptions } from './start-options.js';

/** `npm start`: database, migrations, registers and demonstration, then the product on one port until it is told to stop. */
await runCommand(async () => {
  const began = performance.now();
  const options = readStartOptions(process.argv.slice(2), process.env);
  await checkPort(options.port, process.env.HOST ?? '127.0.0.1');
  const running: Running = { database: openDatabase(process.env, options.dataDir, say), isStopping: false };
  stopOnSignal(running);
  const database = await running.database;
  try {
    const ran = await migrateOrRefuse(database.ownerUrl);
    if (ran.length) say(`The database is up to date (${ran.length} migrations).`);
    const config = configOf(options, database);
    const signIns = await fillDatabase({
      ownerUrl: database.ownerUrl,
      config,
      withDemo: options.withDemo,
      withReferrals: options.withReferrals,
      log: say,
    });
    running.server = await serve({ ...config, DEMO: signIns.length > 0 });
    introduce(running.server, signIns, began);
  } catch (error) {
    // Told to stop in the middle of its start: what then fails is no news.
    if (running.isStopping) return;
    await database.stop();
    throw error;
  }
});

interface Running {
  database: Promise<OpenDatabase>;
  server?: Server;
  isStopping: boolean;
}

function configOf(options: StartOptions, { settings }: OpenDatabase): Config {
  try {
    return readConfig({
      STATIC_DIR: join(repositoryFolder, 'frontend', 'dist'),
      LOG_LEVEL: 'warn',
      FILES_DIR: join(options.dataDir, 'files'),
      FILES_WORK_DIR: join(options.dataDir, 'files', 'work'),
      MAIL_FOLDER: join(options.dataDir, 'mail'),
      NODE_ENV: 'development',
      ...(process.env.NODE_ENV === 'production'
        ? {}
        : { SEALING_KEY: keptKey(options.dataDir, 'sealing-key') }),
      ...process.env,
      ...settings,
      LOG_KEY: logKeyFor(process.env, options.dataDir),
      PORT: String(options.port),
    });
  } catch (error) {
    throw new StartRefusal((error as Error).message);
  }
}

async function serve(config: Config): Promise<Server> {
  // Loaded only now: a refusal need not wait for the framework.
  const { startServer } = await import('../server.js');
  try {
    return await startServer(config);
  } catch (error) {
    throw portRefusal(error as NodeJS.ErrnoException, config.PORT, config.HOST);
  }
}

/** First the requests, then the database: everything acknowledged is on disk. Works from the middle of the start on. */
function stopOnSignal(running: Running): void {
  const stop = (): void => {
    running.isStopping = true;
    const stopDatabase = async () => (await running.database).stop();
    const limit = setTimeout(() => void stopDatabase().finally(() => process.exit(1)), 10_000);
    void Promise.resolve(running.server?.close())
      .then(() => clearTimeout(limit))
      .then(stopDatabase)
      .then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function introduce({ url }: Server, signIns: readonly SignIn[], began: number): void {
  const address = url.replace('127.0.0.1', 'localhost');
  say(
    `\nRinnalla is ready at ${address} (${((performance.now() - began) / 1000).toFixed(1)} s). Ctrl-C stops it.`,
  );
  if (!signIns.length) return;
  say('\nDemonstration sign-ins:');
  const width = Math.max(...signIns.map(({ email }) => email.length));
  for (const { email, password, title } of signIns) say(`  ${email.padEnd(width)}  ${password}  ${title}`);
}
