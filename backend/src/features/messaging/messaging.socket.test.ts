import { randomUUID } from 'node:crypto';
import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import type { Role } from '@rinnalla/shared/organization/role';
import { sessionRoutes } from '@rinnalla/shared/organization/session-routes';
import pg from 'pg';
import { hashOfToken } from '../../platform/auth/session-token.js';
import { Database } from '../../platform/database/database.js';
import { doorbellName } from '../../platform/events/postgres-doorbell.js';
import { anOrganization, type SignedIn, signedIn } from '../../testing/people.js';
import { goOnline, type Online, onlineForATest } from '../../testing/people-online.js';
import { rightAfter } from '../../testing/right-after.js';
import { aSharedCase, moveReferral } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const { watchConversation, unwatchConversation, sendMessage, showPresence } = messagingRequests;

describe('a live conversation', () => {
  let server: TestServer;
  const goOnlineHere = onlineForATest();
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const goes = (caller: SignedIn, headers = {}): Promise<Online> => goOnlineHere(server, caller, headers);
  const watching = async (caller: SignedIn, conversationId: string): Promise<Online> => {
    const one = await goes(caller);
    expect(await one.ask(watchConversation, { conversationId })).toMatchObject({ ok: true });
    return one;
  };
  const say = (conversationId: string, by: SignedIn, body = 'Hei') =>
    server.call(
      messagingRoutes.send,
      { params: { conversationId }, body: { clientMessageId: randomUUID(), body } },
      by,
    );
  const entriesOf = ({ heard }: Pick<Online, 'heard'>): EntryView[] =>
    heard
      .filter(({ name }) => name === 'conversationEntry')
      .map(({ payload }) => (payload as { entry: EntryView }).entry);
  const seqsOf = (one: Online): number[] => entriesOf(one).map(({ seq }) => seq);
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
  const hearsUpTo = (one: Online, last: number): Promise<void> =>
    one.hears((heard) => entriesOf({ heard }).some(({ seq }) => seq === last));

  it('reaches both sides once and in order, and nobody else', async () => {
    const { sharedId, senderNotesId, coach, worker } = await aSharedCase(server.owner);
    const outsider = await goes(
      await signedIn(server.owner, {
        organizationId: await anOrganization(server.owner),
        role: 'providerManager',
      }),
    );
    const [coachOnline, workerOnline] = [await watching(coach, sharedId), await watching(worker, sharedId)];
    const notes = await watching(coach, senderNotesId);

    await Promise.all(
      upTo(10).map((number) => say(sharedId, number % 2 ? coach : worker, `Viesti ${number}`)),
    );
    await say(senderNotesId, coach, 'Vain meille');
    await Promise.all([hearsUpTo(coachOnline, 10), hearsUpTo(workerOnline, 10), hearsUpTo(notes, 1)]);

    expect([seqsOf(coachOnline), seqsOf(workerOnline)]).toEqual([upTo(10), upTo(10)]);
    expect(entriesOf(notes)).toMatchObject([{ seq: 1, body: 'Vain meille' }]);
    expect(outsider.heard).toEqual([]);
    expect(JSON.stringify(workerOnline.heard)).not.toContain('Vain meille');
  });

  it('shows who is there and who writes to those who watch, in ids, and keeps nothing of it', async () => {
    const { sharedId, senderNotesId, coach, worker } = await aSharedCase(server.owner);
    const outsider = await goes(
      await signedIn(server.owner, {
        organizationId: await anOrganization(server.owner),
        role: 'providerManager',
      }),
    );
    const [coachOnline, workerOnline] = [await watching(coach, sharedId), await watching(worker, sharedId)];
    const told = { conversationId: sharedId, presence: 'writing', arrives: false } as const;

    expect(await coachOnline.ask(showPresence, told)).toEqual({ ok: true, value: {} });
    await workerOnline.hears((heard) => heard.some(({ name }) => name === 'presenceShown'));
    const { rows } = await server.owner.query(`select from event where name = 'presenceShown'`);

    expect(workerOnline.heard.find(({ name }) => name === 'presenceShown')?.payload).toEqual({
      ...told,
      membershipId: coach.membershipId,
      organizationId: coach.organizationId,
    });
    expect(await outsider.ask(showPresence, told)).toEqual({ ok: false, code: 'notFound' });
    expect(await workerOnline.ask(showPresence, { ...told, conversationId: senderNotesId })).toEqual({
      ok: false,
      code: 'notFound',
    });
    expect([rows.length, outsider.heard]).toEqual([0, []]);
  });

  it('refuses to watch what is not one’s own, by its code, and says nothing of it later', async () => {
    const { sharedId, senderNotesId, coach, worker } = await aSharedCase(server.owner);
    const stranger = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner),
      role: 'providerManager',
    });
    const outsider = await goes(stranger);
    const workerOnline = await watching(worker, sharedId);

    expect(await outsider.ask(watchConversation, { conversationId: sharedId })).toEqual({
      ok: false,
      code: 'notFound',
    });
    expect(await workerOnline.ask(watchConversation, { conversationId: senderNotesId })).toEqual({
      ok: false,
      code: 'notFound',
    });
    await say(senderNotesId, coach);
    await say(sharedId, coach);
    await hearsUpTo(workerOnline, 1);

    expect(entriesOf(outsider)).toEqual([]);
    expect(entriesOf(workerOnline)).toHaveLength(1);
    const { rows } = await server.owner.query(
      `select person_id as who, object_id as what, result from audit_event where action like '%watchConversation' and person_id in ($1, $2) order by id`,
      [worker.personId, stranger.personId],
    );
    expect(rows).toEqual([
      { who: worker.personId, what: sharedId, result: 'done' },
      { who: stranger.personId, what: sharedId, result: 'refused' },
      { who: worker.personId, what: senderNotesId, result: 'refused' },
    ]);
  });

  it('answers every question: wrong payload, unknown name, refusal, and keeps the connection', async () => {
    const { sharedId, coach } = await aSharedCase(server.owner);
    const one = await goes(coach);

    const wrong = await one.ask(watchConversation, { conversationId: 'x', extra: true } as never);
    const unknown = await one.ask({ ...watchConversation, name: 'dropTables' }, { conversationId: sharedId });
    const nothing = await one.ask(sendMessage, undefined as never);
    const sent = await one.ask(sendMessage, {
      conversationId: sharedId,
      clientMessageId: randomUUID(),
      body: 'Hei',
    });

    expect(wrong).toMatchObject({
      ok: false,
      code: 'invalidInput',
      fields: [
        { path: 'conversationId', code: 'invalid' },
        { path: 'extra', code: 'unknownField' },
      ],
    });
    expect(unknown).toEqual({ ok: false, code: 'notFound' });
    expect(nothing).toMatchObject({ ok: false, code: 'invalidInput' });
    expect(sent).toMatchObject({ ok: true, value: { seq: 1 } });
  });

  it('answers within five seconds though the database does not, and a second try is the same message', async () => {
    const { sharedId, coach } = await aSharedCase(server.owner);
    const one = await goes(coach);
    const message = { conversationId: sharedId, clientMessageId: randomUUID(), body: 'Hei' };
    const body = { clientMessageId: randomUUID(), body: 'Hei taas' };
    const post = () =>
      server.call(messagingRoutes.send, { params: { conversationId: sharedId }, body }, coach);
    const holder = await server.owner.connect();
    await holder.query('begin');
    await holder.query('select from conversation where id = $1 for update', [sharedId]);

    const began = performance.now();
    const [late, latePost] = await Promise.all([one.ask(sendMessage, message), post()]);
    const tookMs = performance.now() - began;
    await holder.query('commit');
    holder.release();
    const [again, againPost] = [await one.ask(sendMessage, message), await post()];

    expect(late).toEqual({ ok: false, code: 'unavailable', retryAfterMs: 1_000 });
    expect([latePost.status, latePost.body.code, latePost.headers.get('retry-after')]).toEqual([
      503,
      'unavailable',
      '2',
    ]);
    expect(tookMs).toBeLessThan(5_000);
    expect(new Set([again.ok && again.value.seq, againPost.body.seq])).toEqual(new Set([1, 2]));
  });

  it('handles the messages of one socket in the order they came', async () => {
    const { sharedId, coach } = await aSharedCase(server.owner);
    const one = await goes(coach);

    const answers = await Promise.all(
      upTo(15).map((number) =>
        one.ask(sendMessage, {
          conversationId: sharedId,
          clientMessageId: randomUUID(),
          body: `Viesti ${number}`,
        }),
      ),
    );

    expect(answers.map((answer) => answer.ok && answer.value.seq)).toEqual(upTo(15));
  });

  it('is whole again after an absence: watch first, then fetch since the last number', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const before = await watching(worker, sharedId);
    await say(sharedId, coach);
    await hearsUpTo(before, 1);
    before.close();
    await say(sharedId, coach);
    await say(sharedId, coach);

    const again = await goes(worker);
    const answer = await again.ask(watchConversation, { conversationId: sharedId });
    await say(sharedId, coach);
    const fetched = await server.call(
      messagingRoutes.entries,
      { params: { conversationId: sharedId }, query: { since: 1 } },
      worker,
    );
    await hearsUpTo(again, 4);

    expect(again.socket.recovered).not.toBe(true);
    expect(answer).toEqual({ ok: true, value: { lastSeq: 3 } });
    expect(fetched.body.entries.map(({ seq }) => seq)).toEqual([2, 3, 4]);
    expect(seqsOf(again)).toEqual([4]);
  });

  it('tells who begins to watch of what the others heard in between: they know all of it, or read it', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const coachOnline = await watching(coach, sharedId);
    const workerOnline = await goes(worker);
    rightAfter(server, 'conversation-last-seq', async () => {
      await say(sharedId, coach);
      await hearsUpTo(coachOnline, 1);
    });

    const answer = await workerOnline.ask(watchConversation, { conversationId: sharedId });

    expect(answer).toEqual({ ok: true, value: { lastSeq: 1 } });
    expect(seqsOf(workerOnline)).toEqual([]);
  });

  it('tells the first who begins to watch what came in between, when the bell rang and nobody listened', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const workerOnline = await goes(worker);
    rightAfter(server, 'conversation-last-seq', async () => {
      await say(sharedId, coach);
      // Told by the same bell, to everyone of the office.
      await workerOnline.hears((heard) => heard.some(({ name }) => name === 'unreadChanged'));
    });

    const answer = await workerOnline.ask(watchConversation, { conversationId: sharedId });

    expect(answer).toEqual({ ok: true, value: { lastSeq: 1 } });
    expect(seqsOf(workerOnline)).toEqual([1]);
  });

  it('is read once for each growth on each node, however many watch', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const watchers = [
      await watching(coach, sharedId),
      await watching(worker, sharedId),
      await watching(worker, sharedId),
    ];
    const database = server.get(Database);
    const glance = database.glance.bind(database);
    const read: string[] = [];
    Object.assign(database, {
      glance: ((statement, values) => (
        read.push(statement.name), glance(statement, values)
      )) satisfies typeof glance,
    });

    await say(sharedId, coach);
    await Promise.all(watchers.map((one) => hearsUpTo(one, 1)));

    Object.assign(database, { glance });
    expect(read).toEqual(['read-for-watchers']);
  });

  it('misses nothing when the bell’s connection is lost', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const one = await watching(worker, sharedId);

    const superuser = new pg.Client({ connectionString: server.database.superuserUrl });
    await superuser.connect();
    const { rowCount } = await superuser.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1',
      [doorbellName],
    );
    await superuser.end();
    expect(rowCount).toBe(1);
    await say(sharedId, coach);
    await one.hears((heard) => entriesOf({ heard }).length > 0, 5_000);

    expect(seqsOf(one)).toEqual([1]);
  });

  it('tells edits, removals, read marks and steps of the case as entries of the same log', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const one = await watching(worker, sharedId);
    await say(sharedId, coach, 'Väärä');
    await server.call(
      messagingRoutes.edit,
      {
        params: { conversationId: sharedId, seq: 1 },
        body: { clientMessageId: randomUUID(), body: 'Oikea' },
      },
      coach,
    );
    await server.call(
      messagingRoutes.markRead,
      { params: { conversationId: sharedId }, body: { upTo: 2 } },
      worker,
    );
    await server.call(messagingRoutes.redact, { params: { conversationId: sharedId, seq: 1 } }, coach);

    await hearsUpTo(one, 4);

    expect(entriesOf(one).map(({ kind }) => kind)).toEqual(['message', 'edit', 'read', 'redaction']);
  });

  it('ends for the provider with a decline: told so, and nothing after it', async () => {
    const { referralId, sharedId, providerNotesId, coach, worker } = await aSharedCase(server.owner);
    const [one, notes] = [await watching(worker, sharedId), await watching(worker, providerNotesId)];

    await moveReferral(server.owner, referralId, 'declined');
    await Promise.all(
      [one, notes].map((watcher) =>
        watcher.hears((heard) => heard.some(({ name }) => name === 'conversationClosed')),
      ),
    );
    await server.call(messagingRoutes.redact, { params: { conversationId: sharedId, seq: 1 } }, coach);

    expect(entriesOf(one)).toEqual([]);
    expect(await one.ask(watchConversation, { conversationId: sharedId })).toMatchObject({
      code: 'notFound',
    });
  });

  it('ends with the membership, within two seconds, whoever ended it', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const one = await watching(worker, sharedId);

    await server.owner.query(`update membership set valid_to = '2026-11-23' where id = $1`, [
      worker.membershipId,
    ]);
    await say(sharedId, coach);

    expect(await one.closed).toBe('io server disconnect');
    expect(entriesOf(one)).toEqual([]);
  });

  it('ends with signing out, on every socket of the session', async () => {
    const { coach } = await aSharedCase(server.owner);
    const [first, second] = [await goes(coach), await goes(coach)];

    await server.call(sessionRoutes.signOut, {}, coach);

    expect([await first.closed, await second.closed]).toEqual([
      'io server disconnect',
      'io server disconnect',
    ]);
  });

  it('does not keep an idle session awake by pushing to it', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const one = await watching(worker, sharedId);
    await server.owner.query(`update session set last_seen_at = '2026-11-24T05:50Z' where id = $1`, [
      worker.sessionId,
    ]);

    await say(sharedId, coach);
    await hearsUpTo(one, 1);

    const { rows } = await server.owner.query<{ idle: boolean }>(
      `select last_seen_at = '2026-11-24T05:50Z' as idle from session where id = $1`,
      [worker.sessionId],
    );
    expect(rows[0]?.idle).toBe(true);
  });

  it('opens for nobody without a session, nor from a foreign page', async () => {
    const { coach } = await aSharedCase(server.owner);

    await expect(goOnline(server, {})).rejects.toThrow('notSignedIn');
    await expect(goOnline(server, coach, { origin: 'https://elsewhere.example' })).rejects.toThrow(
      'websocket error',
    );
  });

  it('closes the oldest when a person opens a sixth', async () => {
    const { coach } = await aSharedCase(server.owner);
    const first = await goes(coach);
    const later: Online[] = [];
    for (let count = 0; count < 5; count++) later.push(await goes(coach));

    expect(await first.closed).toBe('io server disconnect');
    expect(first.heard.map(({ name }) => name)).toEqual(['socketReplaced']);
    expect(later.every(({ socket }) => socket.connected)).toBe(true);
  });

  it('tells case workers of both organizations that a referral changed, by ids alone', async () => {
    const { referralId, coach, worker } = await aSharedCase(server.owner);
    const of = (role: Role) => signedIn(server.owner, { organizationId: coach.organizationId, role });
    const [ofSender, ofProvider, ofEvaluator] = [
      await goes(await of('coordinator')),
      await goes(worker),
      await goes(await of('evaluator')),
    ];
    const tokenHash = hashOfToken(coach.cookie.slice('session='.length));

    await server.get(Database).inTransaction({ tokenHash }, async ({ transaction }) => {
      transaction.events.push({
        name: 'referralAccepted',
        payload: {
          referralId,
          version: 4,
          senderOrganizationId: coach.organizationId,
          providerOrganizationId: worker.organizationId,
        },
      });
    });
    await Promise.all([ofSender, ofProvider].map((one) => one.hears((heard) => heard.length === 1)));

    const changed = { name: 'referralChanged', payload: { referralId, version: 4 } };
    expect([ofSender.heard, ofProvider.heard, ofEvaluator.heard]).toEqual([[changed], [changed], []]);
  });

  it('tells all devices of a person that they have read', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const [phone, desk, other] = [await goes(coach), await goes(coach), await goes(worker)];
    const times = (count: number) => (heard: Online['heard']) => heard.length === count;
    await say(sharedId, worker);
    await Promise.all([phone, desk, other].map((device) => device.hears(times(1))));

    await server.call(
      messagingRoutes.markRead,
      { params: { conversationId: sharedId }, body: { upTo: 1 } },
      coach,
    );
    await Promise.all([phone.hears(times(2)), desk.hears(times(2))]);

    const unread = { name: 'unreadChanged', payload: {} };
    expect([phone.heard, desk.heard]).toEqual([
      [unread, unread],
      [unread, unread],
    ]);
    expect(other.heard).toEqual([unread]);
  });

  it('watches at most fifty conversations with one socket', async () => {
    const first = await aSharedCase(server.owner);
    const one = await watching(first.coach, first.sharedId);
    for (let count = 1; count < 50; count++) {
      const { sharedId } = await aSharedCase(server.owner, first);
      await one.ask(watchConversation, { conversationId: sharedId });
    }
    const { sharedId } = await aSharedCase(server.owner, first);

    expect(await one.ask(watchConversation, { conversationId: sharedId })).toMatchObject({
      ok: false,
      code: 'tooManyRequests',
      reason: 'tooManyConversations',
    });
    await one.ask(unwatchConversation, { conversationId: first.sharedId });
    expect(await one.ask(watchConversation, { conversationId: sharedId })).toMatchObject({ ok: true });
  });
});
