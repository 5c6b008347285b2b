import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { waitForWord } from '../../testing/job-process.js';
import {
  referenceInstant,
  setClock,
  settingsOf,
  startTestServer,
  type TestServer,
} from '../../testing/test-server.js';
import { Database } from '../database/database.js';
import { JobWorker } from './job-worker.js';
import { Jobs } from './jobs.js';

const program = fileURLToPath(new URL('../../testing/job-process.js', import.meta.url));

/** The line must come; jest's own limit ends the wait. */
const hears = (child: ChildProcess, line: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let heard = '';
    child.stdout!.on('data', (chunk: string) => (heard += chunk).includes(line) && resolve());
    child.once('exit', () => reject(new Error(`It ended without saying ${line}: ${heard}`)));
  });

describe('a job of a process that ends', () => {
  let server: TestServer;
  const children: ChildProcess[] = [];
  beforeAll(async () => (server = await startTestServer()));
  beforeEach(() => setClock(server, referenceInstant));
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await server.stop();
  });

  const begin = async (number: number): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, ...settingsOf(server.database, server.files), JOB_CONCURRENCY: '1' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.push(child);
    child.stdout!.setEncoding('utf8');
    const database = server.get(Database);
    const began = hears(child, 'began');
    await database.inTransaction({}, async () => server.get(Jobs).add(waitForWord, { number }));
    await began;
    return child;
  };
  const told = async (number: number) =>
    (await server.owner.query(`select from event where name = 'tested' and payload @> $1`, [{ number }]))
      .rowCount;

  it('is begun again by another when the first was killed, and is done once', async () => {
    const child = await begin(1);
    const worker = server.get(JobWorker);
    const database = server.get(Database);
    server
      .get(Jobs)
      .handle(waitForWord, async ({ number }) => database.happened({ name: 'tested', payload: { number } }));
    setClock(server, '2026-11-24T08:10:00+02:00');
    await worker.runDue();
    const whileItLives = await told(1);

    child.kill('SIGKILL');
    await once(child, 'exit');
    setClock(server, '2026-11-24T09:30:00+02:00');
    while ((await worker.runDue()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));

    expect([whileItLives, await told(1)]).toEqual([0, 1]);
    expect(
      (
        await server.owner.query(
          `select attempts, done_at is not null as done from job where name = 'waitForWord'`,
        )
      ).rows,
    ).toEqual([{ attempts: 2, done: true }]);
  });

  it('is finished before a process that was told to stop has stopped', async () => {
    const child = await begin(2);

    child.kill('SIGTERM');
    child.stdin!.write('go\n');
    const [code] = (await once(child, 'exit')) as [number];

    expect([code, await told(2)]).toEqual([0, 1]);
  });
});
