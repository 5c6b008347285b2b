import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { anOrganization, signedIn } from './testing/people.js';
import { goOnline } from './testing/people-online.js';
import { createTestDatabase, type TestDatabase } from './testing/test-cluster.js';
import { testLogKey } from './testing/test-server.js';

const main = fileURLToPath(new URL('./main.js', import.meta.url));

describe('the process', () => {
  let database: TestDatabase;
  let owner: pg.Pool;
  let running: ChildProcess | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new pg.Pool({ connectionString: database.ownerUrl, max: 3 });
  });
  afterEach(() => running?.kill('SIGKILL'));
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  const start = async (): Promise<{ url: string; exited: Promise<number | null>; lines: string[] }> => {
    const child = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        PORT: '0',
        NODE_ENV: 'test',
        LOG_LEVEL: 'info',
        DATABASE_URL: database.appUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        LOG_KEY: testLogKey,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running = child;
    const lines: string[] = [];
    const exited = once(child, 'exit').then(([code]) => code as number | null);
    const url = await new Promise<string>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        lines.push(line);
        const told = JSON.parse(line) as { url?: string; msg: string };
        if (told.msg === 'ready' && told.url) resolve(told.url);
      });
    });
    return { url, exited, lines };
  };

  it('finishes what runs when it is told to stop, and takes no new work', async () => {
    const member = await signedIn(owner, { organizationId: await anOrganization(owner), role: 'coach' });
    const { url, exited } = await start();
    const lock = await owner.connect();
    await lock.query('begin');
    await lock.query('select from person where id = $1 for update', [member.personId]);
    const running = fetch(`${url}/api/session/language`, {
      method: 'PUT',
      headers: { cookie: member.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ language: 'sv' }),
    });
    await waiting();

    process.kill(Number(childId()), 'SIGTERM');
    await refused(url);
    await lock.query('commit');
    lock.release();

    expect((await running).status).toBe(200);
    expect(await exited).toBe(0);
  });

  it('sends its sockets away with a time to come back, and lets nobody in any more', async () => {
    const member = await signedIn(owner, { organizationId: await anOrganization(owner), role: 'coach' });
    const { url, exited } = await start();
    const one = await goOnline({ url }, member);

    process.kill(Number(childId()), 'SIGTERM');

    expect(await one.closed).toBe('io server disconnect');
    expect(one.heard).toEqual([{ name: 'serverClosing', payload: { reconnectAfterMs: expect.any(Number) } }]);
    await expect(goOnline({ url }, member)).rejects.toThrow('websocket error');
    expect(await exited).toBe(0);
  });

  it('logs requests by their route, never with what was asked', async () => {
    const { url, lines } = await start();

    await fetch(`${url}/api/session?canary=Koskinen`);
    await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'canary@people.example', password: 'canary' }),
    });

    const requests = lines.filter((line) => line.includes('"msg":"request"'));
    expect(requests.length).toBeGreaterThanOrEqual(1);
    expect(requests[0]).toContain('"route":"/api/session"');
    expect(lines.join()).not.toMatch(/canary|Koskinen/);
  });

  const childId = () => running?.pid;

  /** Waits until the request stands before the lock. */
  const waiting = async (): Promise<void> => {
    // Only a superuser sees what another role's backend waits for.
    const superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    const locks = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    for (let tries = 0; tries < 2_000 && (await superuser.query(locks)).rows.length === 0; tries++);
    await superuser.end();
  };

  /** Waits until the address takes no connection any more. */
  const refused = async (url: string): Promise<void> => {
    for (let tries = 0; tries < 2_000; tries++) {
      const answer = await fetch(`${url}/health/live`, { headers: { connection: 'close' } }).catch(
        () => undefined,
      );
      if (!answer || answer.status === 503) return;
    }
  };
});
