import { randomUUID } from 'node:crypto';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import pg from 'pg';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { aSharedCase, moveReferral } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const send = messagingRoutes.send;

describe('the log of a conversation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const say = (conversationId: string, by: SignedIn, body = 'Hei', clientMessageId: string = randomUUID()) =>
    server.call(send, { params: { conversationId }, body: { clientMessageId, body } }, by);
  /** As a browser does: what the pool was too busy for is tried again under the same id. */
  const sayUntilTaken = async (conversationId: string, by: SignedIn): Promise<number> => {
    const clientMessageId = randomUUID();
    for (;;) {
      const answer = await say(conversationId, by, 'Hei', clientMessageId);
      if (answer.status === 201) return answer.body.seq;
      expect(answer.status).toBe(503);
    }
  };
  const numbersOf = async (conversationId: string): Promise<number[]> =>
    (
      await server.owner.query<{ seq: number }>(
        'select seq::int from conversation_entry where conversation_id = $1 order by seq',
        [conversationId],
      )
    ).rows.map((row) => row.seq);
  const followersFor = (conversationId: string, { cookie }: SignedIn) =>
    server
      .get(Database)
      .inTransaction({ tokenHash: hashOfToken(cookie.slice('session='.length)) }, ({ transaction }) =>
        transaction.rows({ name: 'test-follows', text: 'select * from app.who_follows($1)' }, [
          conversationId,
        ]),
      );
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

  it('is numbered without gaps under twenty who send at once, each acknowledged number once', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const colleagues = await Promise.all(
      upTo(20).map((number) =>
        signedIn(server.owner, {
          organizationId: (number % 2 ? coach : worker).organizationId,
          role: number % 2 ? 'coach' : 'providerWorker',
        }),
      ),
    );

    const acknowledged = await Promise.all(
      colleagues.flatMap((person) => upTo(5).map(() => sayUntilTaken(sharedId, person))),
    );

    expect(acknowledged.sort((a, b) => a - b)).toEqual(upTo(100));
    expect(await numbersOf(sharedId)).toEqual(upTo(100));
  });

  it('leaves no gap behind a send that failed', async () => {
    const { sharedId, coach } = await aSharedCase(server.owner);
    await say(sharedId, coach);
    await server
      .get(Database)
      .inTransaction(
        { tokenHash: hashOfToken(coach.cookie.slice('session='.length)) },
        async ({ transaction }) => {
          await transaction.rows(
            {
              name: 'test-append',
              text: `select * from app.append_entry($1, 'message', $2, 'x', '{}', 'Sanna', now())`,
            },
            [sharedId, randomUUID()],
          );
          throw new Error('the connection broke');
        },
      )
      .catch(() => undefined);
    await say(sharedId, coach);

    expect(await numbersOf(sharedId)).toEqual([1, 2]);
  });

  it('answers the same place to the same id, ten times at once, and keeps one row', async () => {
    const { sharedId, coach } = await aSharedCase(server.owner);
    const clientMessageId = randomUUID();

    const answers = await Promise.all(upTo(10).map(() => say(sharedId, coach, 'Kerran', clientMessageId)));
    const changed = await say(sharedId, coach, 'Toisin', clientMessageId);

    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await numbersOf(sharedId)).toEqual([1]);
    expect([changed.status, changed.body.code]).toEqual([409, 'idempotencyConflict']);
  });

  it('lets two people use the same id, each for their own', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const clientMessageId = randomUUID();

    const first = await say(sharedId, coach, 'Minun', clientMessageId);
    const second = await say(sharedId, worker, 'Minun', clientMessageId);

    expect([first.body.seq, second.body.seq]).toEqual([1, 2]);
  });

  it('checks the right before it looks whether the id was there', async () => {
    const { referralId, sharedId, worker } = await aSharedCase(server.owner);
    const clientMessageId = randomUUID();
    await say(sharedId, worker, 'Hei', clientMessageId);
    await moveReferral(server.owner, referralId, 'declined');

    const replay = await say(sharedId, worker, 'Hei', clientMessageId);

    expect(replay.status).toBe(404);
  });

  it('is followed by who has read it, for as long as they are of its organizations', async () => {
    const { sharedId, coach } = await aSharedCase(server.owner);
    const readers = await Promise.all(
      ['2027-12-31', '2026-11-23'].map((validTo) =>
        signedIn(server.owner, { organizationId: coach.organizationId, role: 'coach', validTo }),
      ),
    );
    for (const { personId } of readers)
      await server.owner.query(
        'insert into read_mark (conversation_id, person_id, organization_id, last_read_seq, at) values ($1, $2, $3, 0, now())',
        [sharedId, personId, coach.organizationId],
      );

    const [{ people } = { people: [] }] = (await followersFor(sharedId, coach)) as { people: string[] }[];

    expect(new Set(people)).toEqual(new Set([coach.personId, readers[0]?.personId]));
  });

  it('tells no outsider who follows it', async () => {
    const { sharedId, coach } = await aSharedCase(server.owner);
    const outsider = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner),
      role: 'providerManager',
    });

    expect(await followersFor(sharedId, coach)).toMatchObject([{ people: [coach.personId] }]);
    expect(await followersFor(sharedId, outsider)).toEqual([{ people: [], office: null }]);
  });

  it('writes message, log row and event in one transaction, and nothing for a replay', async () => {
    const { sharedId, referralId, coach } = await aSharedCase(server.owner);
    const clientMessageId = randomUUID();
    await say(sharedId, coach, 'Hei', clientMessageId);
    await say(sharedId, coach, 'Hei', clientMessageId);

    const { rows: audits } = await server.owner.query(
      `select person_id, details, client_id is not null as client from audit_event where action = 'sendMessage' and object_id = $1`,
      [sharedId],
    );
    const { rows: events } = await server.owner.query(
      `select payload from event where name = 'conversationGrew' and payload->>'conversationId' = $1`,
      [sharedId],
    );

    expect(audits).toEqual([{ person_id: coach.personId, details: { seq: 1, referralId }, client: true }]);
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain('Hei');
  });

  it('hides the other organization’s notes and outsiders’ everything in the database itself', async () => {
    const { sharedId, senderNotesId, coach, worker } = await aSharedCase(server.owner);
    const outsider = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner),
      role: 'providerManager',
    });
    await say(senderNotesId, coach, 'Vain meille');
    await say(sharedId, coach, 'Kaikille');
    const client = new pg.Client({ connectionString: server.database.appUrl });
    await client.connect();
    const seenBy = async (caller: SignedIn): Promise<string[]> => {
      await client.query('begin');
      await client.query('select app.enter($1, now())', [
        hashOfToken(caller.cookie.slice('session='.length)),
      ]);
      const { rows } = await client.query<{ body: string }>(
        'select body from conversation_entry where conversation_id = any ($1) order by body',
        [[sharedId, senderNotesId]],
      );
      await client.query('rollback');
      return rows.map((row) => row.body);
    };

    expect(await seenBy(coach)).toEqual(['Kaikille', 'Vain meille']);
    expect(await seenBy(worker)).toEqual(['Kaikille']);
    expect(await seenBy(outsider)).toEqual([]);
    await client.end();
  });

  it('lets the app role forge no step of the case and no other writer', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const client = new pg.Client({ connectionString: server.database.appUrl });
    await client.connect();
    const forge = async (kind: string, personId: string): Promise<unknown> => {
      await client.query('begin');
      await client.query('select app.enter($1, now())', [hashOfToken(coach.cookie.slice('session='.length))]);
      try {
        return await client.query(
          'insert into conversation_entry (conversation_id, seq, kind, at, person_id, organization_id) values ($1, 1, $2, now(), $3, $4)',
          [sharedId, kind, personId, coach.organizationId],
        );
      } finally {
        await client.query('rollback');
      }
    };

    await expect(forge('event', coach.personId)).rejects.toThrow('row-level security');
    await expect(forge('message', worker.personId)).rejects.toThrow('row-level security');
    await expect(forge('message', coach.personId)).resolves.toBeDefined();
    await client.end();
  });
});
