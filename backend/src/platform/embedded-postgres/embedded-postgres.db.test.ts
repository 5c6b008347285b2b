import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { clusterFiles } from './cluster-files.js';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { folderOutside } from './private-folder.js';

describe('the embedded database', () => {
  let folder: string;
  const start = (isThrowAway = true) =>
    startEmbeddedPostgres({ dataDir: join(folder, 'pg'), isThrowAway, log: () => {} });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rinnalla-launcher-'));
    chmodSync(folder, 0o711);
  });
  afterAll(async () => {
    await removeEmbeddedPostgres(join(folder, 'pg'));
    rmSync(folder, { recursive: true });
  });

  it('keeps its data between starts', async () => {
    const first = await start();
    await query(first.ownerUrl, "create table kept (what text); insert into kept values ('säilyi')");
    await first.stop();

    const second = await start();
    const rows = await query(second.ownerUrl, 'select what from kept');
    await second.stop();

    expect(rows).toEqual([{ what: 'säilyi' }]);
  });

  it('is joined, not started twice, by a second command', async () => {
    const first = await start();
    const second = await start();

    expect(second.port).toBe(first.port);
    await first.stop();
  });

  it('goes on when a command that joined it stops', async () => {
    const first = await start();
    const joining = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL('embedded-postgres.js', import.meta.url).href)});
      const joined = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(join(folder, 'pg'))}, log() {} });
      await joined.stop();
      process.stdout.write(String(joined.port));`;
    const joined = spawnSync(process.execPath, ['--input-type=module', '-e', joining], { encoding: 'utf8' });

    expect(joined.stdout).toBe(String(first.port));
    await expect(query(first.ownerUrl, 'select 1 as alive')).resolves.toEqual([{ alive: 1 }]);
    await first.stop();
  });

  it('starts after a power cut left its lock file behind', async () => {
    const { cluster } = clusterFiles(join(folder, 'pg'));
    writeFileSync(
      join(cluster, 'postmaster.pid'),
      `${process.pid}\n${cluster}\n0\n5432\n\n127.0.0.1\n\nready\n`,
    );

    const server = await start();

    await expect(query(server.appUrl, 'select 1 as alive')).resolves.toEqual([{ alive: 1 }]);
    await server.stop();
  });

  it('is durable unless it is thrown away', async () => {
    const server = await start(false);
    const rows = await query(
      server.appUrl,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
    );
    await server.stop();

    expect(rows).toEqual([{ fsync: 'on', commit: 'on' }]);
  });

  it('lets in nobody without the password, which only its starter may read', async () => {
    const server = await start();
    const { credentials, cluster } = clusterFiles(server.home);

    await expect(query(server.appUrl.replace(/:[0-9a-f]{48}@/, ':guess@'), 'select 1')).rejects.toThrow(
      'password authentication failed',
    );
    expect(statSync(credentials).mode & 0o777).toBe(0o600);
    expect(statSync(cluster).mode & 0o777).toBe(0o700);
    await server.stop();
  });

  it("writes nobody's data to its log", async () => {
    const server = await start();
    await query(server.ownerUrl, 'create table secret (code text primary key)');
    const insert = () => query(server.ownerUrl, `insert into secret values ('010190-900Y')`);
    await insert();
    await expect(insert()).rejects.toThrow('duplicate key');
    await server.stop();

    const log = readFileSync(clusterFiles(server.home).log, 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('010190');
  });
});

const whenRoot = process.getuid?.() === 0 ? describe : describe.skip;

whenRoot('the embedded database, started by root', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'rinnalla-launcher-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('stands elsewhere when its user cannot reach the folder', async () => {
    const said: string[] = [];

    const server = await startEmbeddedPostgres({
      dataDir: join(folder, 'pg'),
      isThrowAway: true,
      log: (line) => said.push(line),
    });
    await server.stop();

    expect(server.home).toBe(folderOutside(join(folder, 'pg')));
    expect(said.join()).toContain(server.home);
    await removeEmbeddedPostgres(join(folder, 'pg'));
    expect(existsSync(server.home)).toBe(false);
  });
});

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
