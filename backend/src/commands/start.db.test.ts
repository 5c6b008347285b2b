import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startOldPostgres } from '../testing/old-postgres.js';
import { runStart, runToEnd, startCommand } from '../testing/run-command.js';
import { createTestDatabase, type TestDatabase } from '../testing/test-cluster.js';
import { repositoryFolder } from './start-options.js';

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** One sentence, and no stack under it. */
const isOneSentence = (text: string): boolean => /^[^\n]+\.\n$/.test(text);

describe('a start that cannot succeed says why in one sentence', () => {
  let folder: string;
  let database: TestDatabase;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rinnalla-start-'));
    chmodSync(folder, 0o711);
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  it('when its port is taken: which, and how to choose another', async () => {
    const taker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taker.once('listening', resolve));
    const port = portOf(taker);

    const { code, complained } = await runStart({ DATA_DIR: folder }, '--port', String(port));
    taker.close();

    expect(complained).toBe(
      `Port ${port} is taken by another program: choose another with npm start -- --port ${port + 1}.\n`,
    );
    expect(code).toBe(1);
  });

  it('when an option is misspelt', async () => {
    const { complained } = await runStart({}, '--prot', '80');

    expect(complained).toContain('The options are --port NUMBER, --no-demo and --no-demo-referrals');
    expect(isOneSentence(complained)).toBe(true);
  });

  it('when its data folder is not writable', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');

    const { code, complained } = await runStart({ DATA_DIR: join(file, 'data') });

    expect(complained).toBe(
      `The folder ${join(file, 'data', 'postgres')} is not writable: give yourself the right to write there or choose another with DATA_DIR.\n`,
    );
    expect(code).toBe(1);
  });

  it('when the database does not answer, without its password', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const port = portOf(closed);
    closed.close();

    const { complained } = await runStart({
      DATABASE_URL: `postgresql://us:s3cret@127.0.0.1:${port}/rinnalla`,
    });

    expect(complained).toBe(
      `The database at 127.0.0.1:${port}/rinnalla does not answer (ECONNREFUSED): check DATABASE_URL and that the server runs.\n`,
    );
  });

  it.each([
    [
      'refuses the password',
      (url: string) => url.replace(/:[0-9a-f]+@/, ':wrong@'),
      'refuses the user name or password',
    ],
    ['has no such database', (url: string) => `${url}_missing`, 'has no such database: create it first.'],
    ['is not named by an address', () => 'localhost', 'DATABASE_URL is no address of a database'],
  ])('when the database %s', async (_, spoilt, sentence) => {
    const { complained } = await runStart({ DATABASE_URL: spoilt(database.ownerUrl) });

    expect(complained).toContain(sentence);
    expect(isOneSentence(complained)).toBe(true);
  });

  it('when the database is of an older version', async () => {
    const old = await startOldPostgres();
    const port = portOf(old);

    const { complained } = await runStart({ DATABASE_URL: `postgresql://us@127.0.0.1:${port}/rinnalla` });
    old.close();

    expect(complained).toBe(
      `The database at 127.0.0.1:${port}/rinnalla is PostgreSQL 14: version 15 or newer is needed.\n`,
    );
  });

  it('when a setting is wrong', async () => {
    const { complained } = await runStart({
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      PUBLIC_ORIGIN: 'nowhere',
    });

    expect(complained).toContain('PUBLIC_ORIGIN');
    expect(isOneSentence(complained)).toBe(true);
  });

  it('when a migration fails: everything is rolled back and the data is as it was', async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('drop schema public cascade; drop schema app cascade; create schema public');
    await owner.query(`create table municipality (name text); insert into municipality values ('Akaa')`);

    const { code, complained } = await runStart({ DATABASE_URL: database.ownerUrl });
    const tables = await owner.query(
      `select tablename from pg_tables where schemaname in ('public', 'app') and tablename <> 'migration'`,
    );
    const kept = await owner.query('select name from municipality');
    await owner.end();

    expect(complained).toMatch(
      /^A migration failed and was rolled back, so the data is as it was: .*"municipality" already exists\.\n$/,
    );
    expect(code).toBe(1);
    expect(tables.rows).toEqual([{ tablename: 'municipality' }]);
    expect(kept.rows).toEqual([{ name: 'Akaa' }]);
  });

  it('when Node is too old', async () => {
    const older = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`;

    const { code, complained } = await runToEnd(process.execPath, [
      '--import',
      older,
      join(repositoryFolder, 'scripts', 'start.mjs'),
    ]);

    expect(complained).toBe(
      'Rinnalla needs Node.js 20.19 or newer and this is 18.20.4: install a newer one from nodejs.org.\n',
    );
    expect(code).toBe(1);
  });
});

const whenMounting = spawnSync('unshare', ['-m', 'true']).status === 0 ? describe : describe.skip;

whenMounting('a start on a full disk', () => {
  it('says so in one sentence', async () => {
    const small = mkdtempSync(join(tmpdir(), 'rinnalla-small-'));
    const script = `mount -t tmpfs -o size=16m,mode=711 tmpfs "${small}" && exec "${process.execPath}" "${startCommand}"`;

    const { code, complained } = await runToEnd('unshare', ['-m', 'sh', '-c', script], {
      PORT: '0',
      DATA_DIR: small,
    });
    rmSync(small, { recursive: true });

    expect(complained).toBe(
      `The disk that holds ${join(small, 'postgres')} is full: free some space and start again.\n`,
    );
    expect(code).toBe(1);
  });
});

describe('a start', () => {
  it('leaves no database behind when it is told to stop in its midst', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rinnalla-stopped-'));
    chmodSync(dataDir, 0o711);

    const script = `"${process.execPath}" "${startCommand}" & while ! grep -q ready "${dataDir}/postgres/cluster/postmaster.pid" 2>/dev/null; do sleep 0.05; done; kill $!; wait $!`;
    const { complained } = await runToEnd('sh', ['-c', script], { PORT: '0', DATA_DIR: dataDir });
    const isServerLeft = existsSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'));
    rmSync(dataDir, { recursive: true });

    expect(complained).toBe('');
    expect(isServerLeft).toBe(false);
  });
});
