import pg from 'pg';
import { anOrganization, signedIn } from '../../testing/people.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { hashOfToken } from '../auth/session-token.js';
import { Database } from './database.js';
import { statement } from './statement.js';
import { call, sendTogether } from './statement-flight.js';

const begin = statement('flight-test-begin', 'begin');
const write = statement(
  'flight-test-write',
  'insert into flight_test (word) values ($1) returning word, length(word) as letters',
);
const commit = statement('flight-test-commit', 'commit');
const read = statement('flight-test-read', 'select word from flight_test order by word');
const unreadable = statement('flight-test-unreadable', 'select $1::integer as number');

describe('statements that travel together', () => {
  let server: TestServer;
  let client: pg.Client;

  beforeAll(async () => {
    server = await startTestServer();
    client = new pg.Client({ connectionString: server.database.ownerUrl });
    await client.connect();
    await client.query('create table flight_test (word text check (word <> $$bad$$))');
  });
  beforeEach(() => client.query('delete from flight_test'));
  afterAll(async () => {
    await client.end();
    await server.stop();
  });

  const fly = (...calls: Parameters<typeof sendTogether>[1]) => sendTogether(client, calls);
  const wordsKept = async () =>
    (await client.query<{ word: string }>('select word from flight_test order by word')).rows.map(
      ({ word }) => word,
    );

  it('answer each with its own rows, the first time and the times after', async () => {
    const first = await fly(call(write, ['yksi']), call(write, ['kolme']), call(read));
    const second = await fly(call(read), call(write, ['neljä']));

    expect(first).toEqual([
      [{ word: 'yksi', letters: 4 }],
      [{ word: 'kolme', letters: 5 }],
      [{ word: 'kolme' }, { word: 'yksi' }],
    ]);
    expect(second).toEqual([[{ word: 'kolme' }, { word: 'yksi' }], [{ word: 'neljä', letters: 5 }]]);
  });

  it('commit nothing when one before the commit fails, and leave the connection fit for the next', async () => {
    const failing = fly(call(begin), call(write, ['hyvä']), call(write, ['bad']), call(commit));

    await expect(failing).rejects.toMatchObject({ code: '23514' });
    await client.query('rollback');
    expect(await wordsKept()).toEqual([]);
    await fly(call(begin), call(write, ['hyvä']), call(commit));
    expect(await wordsKept()).toEqual(['hyvä']);
  });

  it('fail as one when a value cannot be written at all', async () => {
    const circle: Record<string, unknown> = {};
    circle['itself'] = circle;

    await expect(fly(call(begin), call(write, ['hyvä']), call(unreadable, [circle]))).rejects.toThrow(
      /circular/,
    );
    await client.query('rollback');
    expect(await wordsKept()).toEqual([]);
  });

  it('keep what was committed when nobody can be told of it', async () => {
    const coach = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner, { kind: 'municipality' }),
      role: 'coach',
    });
    const tooLongToTell = 'x'.repeat(9_000);

    await server
      .get(Database)
      .inTransaction(
        { tokenHash: hashOfToken(coach.cookie.slice('session='.length)) },
        async ({ transaction }) => {
          transaction.audits.push({ action: 'pruneLog', objectType: 'flight' });
          transaction.events.push({ name: 'flightTested', payload: { tooLongToTell } });
        },
      );

    const { rows } = await server.owner.query(
      'select 1 from event where name = $1 union all select 1 from audit_event where object_type = $2',
      ['flightTested', 'flight'],
    );
    expect(rows).toHaveLength(2);
  });
});
