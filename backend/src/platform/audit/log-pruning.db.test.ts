import pg from 'pg';
import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { setClock, startTestServer, testLogKey, type TestServer } from '../../testing/test-server.js';
import { Jobs } from '../jobs/jobs.js';
import { JobWorker } from '../jobs/job-worker.js';
import { LogAnchors } from './log-anchors.js';
import { LogSeal } from './log-seal.js';
import { type FindingKind, verifyLog } from './verify-log.js';

const seal = new LogSeal(testLogKey);

/** Ten readings in 2026, ten in 2030; the register keeps a row for five years. */
describe('a log whose beginning has come to its time', () => {
  let server: TestServer;
  let superuser: pg.Client;
  let coach: SignedIn;

  const night = async (day: string) => {
    setClock(server, `${day}T02:00:00+02:00`);
    await server.owner.query('delete from job');
    await server.get(Jobs).onApplicationBootstrap();
    await server.owner.query(`update job set run_at = $1 where name = 'startRetention'`, [
      `${day}T02:00:00+02:00`,
    ]);
    await server.get(JobWorker).runDue();
    await server.get(LogAnchors).anchor();
  };
  const readTenTimes = async (instant: string) => {
    setClock(server, instant);
    await server.owner.query(
      `update session set created_at = $1, last_seen_at = $1, expires_at = $1::timestamptz + interval '1 hour'`,
      [instant],
    );
    for (let reading = 0; reading < 10; reading++) await server.call(clientRoutes.list, { query: {} }, coach);
    await server.get(LogAnchors).anchor();
  };
  const verify = async (client: Pick<pg.Client, 'query'>) => {
    const { rows, findings } = await verifyLog(client as pg.Client, seal);
    return { rows, findings: findings.map(({ kind }) => kind) };
  };
  /** What is found after a superuser's statement; the statement is undone. */
  const foundAfter = async (tampering: string): Promise<FindingKind[]> => {
    await superuser.query("begin; set local session_replication_role = 'replica'");
    await superuser.query(tampering);
    const inside = {
      query: (text: string, values?: unknown[]) =>
        text.startsWith('begin')
          ? superuser.query('savepoint verifying')
          : text === 'rollback'
            ? superuser.query('rollback to savepoint verifying')
            : superuser.query(text, values),
    };
    const { findings } = await verify(inside as never);
    await superuser.query('rollback');
    return findings;
  };
  const marks = async () => (await server.owner.query('select taken from audit_prune order by id')).rows;

  beforeAll(async () => {
    server = await startTestServer();
    superuser = new pg.Client({ connectionString: server.database.superuserUrl });
    await superuser.connect();
    const organizationId = await anOrganization(server.owner, { kind: 'municipality' });
    coach = await signedIn(server.owner, { organizationId, role: 'coach' });
    await readTenTimes('2026-11-24T08:00:00+02:00');
    await readTenTimes('2026-12-24T08:00:00+02:00');
    await readTenTimes('2030-11-24T08:00:00+02:00');
  });
  afterAll(async () => {
    await superuser.end();
    await server.stop();
  });

  it('is whole before its time, to the last day', async () => {
    await night('2031-11-23');

    expect(await marks()).toEqual([]);
    expect(await verify(superuser)).toEqual({ rows: 30, findings: [] });
  });

  it('loses what has come to its time, leaves a signed mark, and is found whole', async () => {
    await night('2031-11-24');
    await night('2031-12-24');

    expect(await marks()).toEqual([{ taken: 10 }, { taken: 10 }]);
    expect((await verify(superuser)).findings).toEqual([]);
    expect((await server.owner.query(`select from audit_event where at < '2030-01-01'`)).rowCount).toBe(0);
    expect(
      (await server.owner.query(`select ended from retention_run where kind = 'log' order by day`)).rows,
    ).toEqual([{ ended: 10 }, { ended: 10 }]);
  });

  it.each<[string, string, FindingKind]>([
    [
      'one row more was taken',
      'delete from audit_event where id = (select min(id) from audit_event)',
      'missingRow',
    ],
    [
      'a row in the middle was taken',
      'delete from audit_event where id = (select min(id) + 3 from audit_event)',
      'missingRow',
    ],
    [
      'a row was changed',
      `update audit_event set action = 'x' where id = (select max(id) from audit_event where action = 'listClients')`,
      'changedRow',
    ],
    [
      'the last mark was taken out',
      'delete from audit_prune where id = (select max(id) from audit_prune)',
      'missingRow',
    ],
    [
      'the first mark was taken out',
      'delete from audit_prune where id = (select min(id) from audit_prune)',
      'missingMark',
    ],
    ['a mark was changed', 'update audit_prune set taken = 3', 'changedMark'],
    [
      'more was taken and a mark made for it, which nobody signed',
      `with gone as (delete from audit_event where seq <= (select max(seq) + 2 from audit_prune) returning chain_id, seq, hash)
       insert into audit_prune (at, chain_id, seq, hash, taken, written_before, previous_signature, signature)
       select now(), chain_id, seq, encode(hash, 'hex'), 2, now(), (select signature from audit_prune order by id desc limit 1), repeat('0', 64)
         from gone order by seq desc limit 1`,
      'changedMark',
    ],
    [
      'every row and every mark was taken, and the chain begun anew',
      `delete from audit_prune; delete from audit_event; update audit_chain set last_seq = 0, last_hash = ''`,
      'notAsAnchored',
    ],
  ])('is found out when %s', async (_what, tampering, kind) => {
    expect(await foundAfter(tampering)).toContain(kind);
  });

  it('keeps a row of a client under a legal hold, and what follows it', async () => {
    const clientId = (
      await server.owner.query<{ id: string }>(
        `insert into client (organization_id, handler_id, first_name, goal, created_by, created_at, updated_at) values ($1, $2, 'Anna', 'x', $2, '2035-01-01', '2035-01-01') returning id`,
        [coach.organizationId, coach.personId],
      )
    ).rows[0]?.id;
    await server.owner.query(
      `insert into legal_hold (organization_id, client_id, act, reason, from_day, set_at, set_by, set_by_name) values ($1, $2, '170/1999', 'Kesken.', '2026-01-01', now(), $3, 'Liisa')`,
      [coach.organizationId, clientId, coach.personId],
    );
    setClock(server, '2030-11-25T08:00:00+02:00');
    await server.owner.query(
      `update session set created_at = '2030-11-25', last_seen_at = '2030-11-25T06:00Z', expires_at = '2030-11-26'`,
    );
    await server.call(clientRoutes.read, { params: { clientId: clientId as never } }, coach);
    const left = async () =>
      (await server.owner.query('select from audit_event where client_id = $1', [clientId])).rowCount;
    const before = await left();

    await night('2036-01-01');

    expect([before, await left()]).toEqual([1, 1]);
    expect((await verify(superuser)).findings).toEqual([]);
  });
});
