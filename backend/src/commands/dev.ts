import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkPort } from './check-port.js';
import { openDatabase } from './open-database.js';
import { runCommand, say } from './run-command.js';
import { readStartOptions } from './start-options.js';

interface Tools {
  root: string;
  /** Arguments to Node for the compiler and for the website's development server. */
  compiler: string[];
  website: string[];
}

const websitePort = 5173;

/**
 * `npm run dev`: compiler, API and website each watch. The database belongs to this process, which is not watched,
 * so a restart of the API does not restart it.
 */
export const develop = (tools: Tools): Promise<void> =>
  runCommand(async () => {
    const args = process.argv.slice(2);
    const { port, dataDir } = readStartOptions(args, process.env);
    await checkPort(port, '127.0.0.1');
    await checkPort(websitePort, '127.0.0.1');
    const database = await openDatabase(process.env, dataDir, say);
    const settings = { NODE_ENV: 'development', LOG_LEVEL: 'info', ...process.env, ...database.settings };
    const api = [
      '--enable-source-maps',
      '--watch',
      '--watch-preserve-output',
      join(tools.root, 'backend/dist/commands/start.js'),
      ...args,
    ];
    const run = (nodeArgs: string[], folder = '.', more = {}): ChildProcess =>
      spawn(process.execPath, nodeArgs, {
        cwd: join(tools.root, folder),
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...settings, ...more },
        // A group of its own: the compiler is a program that starts another, and both must end.
        detached: true,
      });
    const children = [
      run(tools.compiler),
      run(api),
      run(
        [...tools.website, '--host', '127.0.0.1', '--port', String(websitePort), '--strictPort'],
        'frontend',
        { API_ORIGIN: `http://127.0.0.1:${port}` },
      ),
    ];
    say(`The website with live changes: http://127.0.0.1:${websitePort}. Ctrl-C stops everything.`);
    stopTogether(children, () => database.stop());
  });

/** One that ends takes the others with it, and the database last. */
function stopTogether(children: ChildProcess[], stopDatabase: () => Promise<void>): void {
  const ended = Promise.all(children.map((child) => new Promise((resolve) => child.once('exit', resolve))));
  const stop = (): void => children.forEach(endGroup);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  for (const child of children) child.once('exit', stop);
  void ended.then(stopDatabase).then(() => process.exit(0));
}

function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid && exitCode === null && signalCode === null) process.kill(-pid, 'SIGTERM');
}
