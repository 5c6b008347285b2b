import pg from 'pg';
import { Database } from '../database/database.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { startTestServer, testLogKey, type TestServer } from '../../testing/test-server.js';
import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { LogAnchors } from './log-anchors.js';
import { LogSeal } from './log-seal.js';
import { type FindingKind, verifyLog } from './verify-log.js';

const seal = new LogSeal(testLogKey);

/** What a superuser does who knows how the chain is made: hangs every row of every chain anew, and moves the heads. */
const hangAnew = `
  do $$
  declare e audit_event; before bytea; chain bigint := 0; number bigint;
  begin
    for e in select * from audit_event order by chain_id, seq loop
      if e.chain_id <> chain then chain := e.chain_id; before := ''; number := 0; end if;
      number := number + 1;
      e.hash := sha256(before || convert_to(app.log_content(jsonb_populate_record(e, jsonb_build_object('seq', number))), 'UTF8'));
      update audit_event set seq = number, hash = e.hash where id = e.id;
      update audit_chain set last_seq = number, last_hash = e.hash where id = chain;
      before := e.hash;
    end loop;
  end $$`;

describe('the verifier of the log', () => {
  let server: TestServer;
  let superuser: pg.Client;
  let owner: pg.PoolClient;
  const coaches: SignedIn[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    superuser = new pg.Client({ connectionString: server.database.superuserUrl });
    await superuser.connect();
    owner = await server.owner.connect();
    const kouvola = await anOrganization(server.owner, { kind: 'municipality' });
    const kotka = await anOrganization(server.owner, { kind: 'municipality' });
    for (const organizationId of [kouvola, kotka]) {
      const coach = await signedIn(server.owner, { organizationId, role: 'coach' });
      coaches.push(coach);
      for (let reading = 0; reading < 12; reading++) {
        await server.call(clientRoutes.list, { query: {} }, coach);
        // As it comes to be on a busy machine: an anchor every five seconds, in the midst of a chain, too.
        if (reading === 5) await server.get(LogAnchors).anchor();
      }
    }
    await server.get(LogAnchors).anchor();
  });
  afterAll(async () => {
    owner.release();
    await superuser.end();
    await server.stop();
  });

  const verify = (known: readonly string[] = []) => verifyLog(owner, seal, known);
  /** What is found after a superuser's statement; the statement is undone. */
  const foundAfter = async (...statements: string[]): Promise<FindingKind[]> => {
    await superuser.query("begin; set local session_replication_role = 'replica'");
    for (const statement of statements) await superuser.query(statement);
    const { findings } = await verifyLogAsSuperuser();
    await superuser.query('rollback');
    return findings.map(({ kind }) => kind);
  };
  /** Inside the transaction that tampers: the verifier's own `begin` and `rollback` become a savepoint's. */
  const verifyLogAsSuperuser = (known: readonly string[] = []) => {
    const inside = Object.create(superuser, {
      query: {
        value: (text: string, values?: unknown[]) =>
          text.startsWith('begin')
            ? superuser.query('savepoint verifying')
            : text === 'rollback'
              ? superuser.query('rollback to savepoint verifying')
              : superuser.query(text, values),
      },
    }) as pg.Client;
    return verifyLog(inside, seal, known);
  };
  const everyRow = async () =>
    (await server.owner.query<{ id: string }>('select id from audit_event order by id')).rows.map(
      ({ id }) => id,
    );

  it('finds a log whole that nobody has touched', async () => {
    const { rows, findings } = await verify();

    expect({ rows, findings }).toEqual({ rows: 24, findings: [] });
  });

  it.each(['person_id', 'organization_id', 'client_id', 'entry_id'])(
    'finds a changed %s in whichever row',
    async (column) => {
      for (const id of await everyRow())
        expect(
          await foundAfter(`update audit_event set ${column} = gen_random_uuid() where id = ${id}`),
        ).toContain('changedRow');
    },
  );

  it.each([
    ['at', `at + interval '1 microsecond'`],
    ['role', `'coordinator'`],
    ['office_holder', 'true'],
    ['action', `'readClient'`],
    ['object_type', `'x'`],
    ['object_id', `'x'`],
    ['purpose', `'care'`],
    ['result', `'refused'`],
    ['details', `details || '{"count": 99}'`],
    ['request_id', `'x'`],
    ['seal', `repeat('0', 64)`],
    ['hash', `sha256('x')`],
  ])('finds a changed %s in whichever row', async (column, value) => {
    for (const id of await everyRow())
      expect(await foundAfter(`update audit_event set ${column} = ${value} where id = ${id}`)).toContain(
        'changedRow',
      );
  });

  it('finds whichever row is taken out', async () => {
    for (const id of await everyRow())
      expect(await foundAfter(`delete from audit_event where id = ${id}`)).not.toEqual([]);
  });

  it('finds any two rows that changed places', async () => {
    const rows = await everyRow();
    for (const [index, id] of rows.slice(0, -1).entries())
      expect(
        await foundAfter(
          `alter table audit_event drop constraint audit_event_chain_key`,
          `update audit_event e set (chain_id, seq) = (select o.chain_id, o.seq from audit_event o where o.id <> e.id and o.id in (${id}, ${rows[index + 1]})) where e.id in (${id}, ${rows[index + 1]})`,
        ),
      ).not.toEqual([]);
  });

  it('finds a row that was put in by an ordinary insert, chained as any other', async () => {
    await superuser.query('begin');
    await superuser.query(`insert into audit_event (at, organization_id, action, object_type, entry_id, seal)
      select at, organization_id, 'readClient', 'client', gen_random_uuid(), seal from audit_event limit 1`);
    const { findings } = await verifyLogAsSuperuser();
    await superuser.query('rollback');

    expect(findings.map(({ kind }) => kind)).toEqual(['unsealedRow']);
  });

  it('finds a sealed row that was put in a second time', async () => {
    await superuser.query('begin');
    await superuser.query(`insert into audit_event (at, person_id, organization_id, role, office_holder, action, object_type, object_id, client_id, purpose, result, details, request_id, entry_id, seal)
      select at, person_id, organization_id, role, office_holder, action, object_type, object_id, client_id, purpose, result, details, request_id, entry_id, seal from audit_event limit 1`);
    const { findings } = await verifyLogAsSuperuser();
    await superuser.query('rollback');

    expect(findings.map(({ kind }) => kind)).toEqual(['repeatedRow']);
  });

  it.each([1, 5, 12])('finds a chain whose last %d rows were cut, heads and all', async (cut) => {
    const found = await foundAfter(
      `delete from audit_event e using (select chain_id, max(seq) as last from audit_event group by chain_id order by chain_id limit 1) c
        where e.chain_id = c.chain_id and e.seq > c.last - ${cut}`,
      `update audit_chain c set last_seq = coalesce(t.seq, 0), last_hash = coalesce(t.hash, '')
         from (select h.id, l.seq, l.hash from audit_chain h left join lateral
                 (select seq, hash from audit_event where chain_id = h.id order by seq desc limit 1) l on true) t where t.id = c.id`,
    );

    // One for each anchored row that is gone: a long cut takes more than the last.
    expect(new Set(found)).toEqual(new Set(['notAsAnchored']));
  });

  it.each([
    ['changed', `update audit_event set action = 'other' where id = (select min(id) from audit_event)`],
    ['deleted', `delete from audit_event where id = (select min(id) from audit_event)`],
  ])('finds a row that was %s although every chain was hung anew', async (_, tampering) => {
    expect(
      await foundAfter(tampering, 'alter table audit_event drop constraint audit_event_chain_key', hangAnew),
    ).toContain('notAsAnchored');
  });

  it('finds a whole log that was emptied, anchors and heads too, by the anchors that the process has told', async () => {
    const signature =
      (
        await server.owner.query<{ signature: string }>(
          'select signature from audit_anchor order by id desc limit 1',
        )
      ).rows[0]?.signature ?? '';
    await superuser.query("begin; set local session_replication_role = 'replica'");
    await superuser.query('truncate audit_event, audit_chain, audit_anchor');
    const inside = await verifyLogAsSuperuser();
    const withAnchor = await verifyLogAsSuperuser([signature]);
    await superuser.query('rollback');

    expect(inside.findings).toEqual([]);
    expect(withAnchor.findings).toEqual([{ kind: 'missingAnchor', place: `anchor ${signature}` }]);
  });

  it.each([
    ['changed', `update audit_anchor set heads = '[]'`, 'changedAnchor'],
    ['taken out', `delete from audit_anchor`, 'missingAnchor'],
  ])('finds an anchor that was %s', async (_, tampering, kind) => {
    expect(await foundAfter(tampering)).toContain(kind);
  });

  it('finds a seal by a key that is not ours', async () => {
    const { findings } = await verifyLog(owner, new LogSeal('b'.repeat(64)));

    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['unsealedRow', 'changedAnchor']));
  });

  it('knows the rows of a key that has been changed', async () => {
    const { findings } = await verifyLog(owner, new LogSeal(`${'b'.repeat(64)},${testLogKey}`));

    expect(findings).toEqual([]);
  });

  it('never makes a writer wait for another of its organization', async () => {
    await owner.query('begin');
    await owner.query('select from audit_chain for update');
    // Were there one chain, this commit would wait for the other for ever.
    await server
      .get(Database)
      .inTransaction({}, async () => server.get(Database).log({ action: 'pruneLog', objectType: 'log' }));
    await server.call(clientRoutes.list, { query: {} }, coaches[0]);
    await owner.query('commit');

    const { findings } = await verify();
    expect(findings).toEqual([]);
  });
});
