import { randomUUID } from 'node:crypto';
import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { notificationRoutes } from '@rinnalla/shared/notification/notification-routes';
import { copyRoutes } from '@rinnalla/shared/privacy/copy-routes';
import { deletionRoutes } from '@rinnalla/shared/privacy/deletion-routes';
import pg from 'pg';
import { storedFiles } from '../../testing/attachments.js';
import { canary, words } from '../../testing/erasable-client.js';
import { Erasing } from '../../testing/erasing.js';
import { Acting } from '../../testing/referrals.js';
import { rightAfter } from '../../testing/right-after.js';
import { setClock, startTestServer, type TestServer } from '../../testing/test-server.js';
import { TendAttachments } from '../messaging/attachments/tend-attachments.js';
import { wholeDatabase } from '../../testing/whole-database.js';

describe('the erasure of a client’s data', () => {
  let server: TestServer;
  let acting: Acting;
  let erasing: Erasing;
  beforeAll(async () => {
    server = await startTestServer();
    acting = new Acting(server);
    erasing = new Erasing(server);
  });
  beforeEach(() => setClock(server, '2026-11-24T08:00:00+02:00'));
  afterAll(() => server.stop());

  it('leaves no word of the client in any table, nor a file', async () => {
    const standing = await erasing.stand();
    await erasing.hold(standing.officer, {
      caseNumber: standing.caseNumber,
      reason: words('pidon syy'),
      to: '2026-11-20',
    });
    await server.owner.query(
      `insert into emergency_opening (organization_id, client_id, handler_id, case_number, person_id, membership_id, person_name, purpose, explanation, opened_at, ends_at)
       select sender_organization_id, client_id, handler_id, case_number, $2, $3, 'Marja Lehtonen', 'danger', $4, '2026-11-24T05:00Z', '2026-11-24T05:30Z' from referral where id = $1`,
      [
        standing.referralId,
        standing.setting.marja.personId,
        standing.setting.marja.membershipId,
        words('syy'),
      ],
    );
    // A kept answer of a POST holds the client as well.
    await server.call(
      clientRoutes.search,
      { body: { name: canary } },
      { ...standing.setting.sanna, headers: { 'idempotency-key': randomUUID() } },
    );
    await acting.draft(standing.setting, { goal: words('toinen, vielä luonnos') });
    const before = await wholeDatabase(server.owner);
    expect(before.tablesWith(canary)).toEqual([
      'client',
      'client_contact',
      'client_identity',
      'conversation_entry',
      'emergency_opening',
      'idempotency_key',
      'legal_hold',
      'message_draft',
      'message_words',
      'referral_content',
      'referral_question',
      'referral_step',
    ]);
    expect(await storedFiles(server)).toHaveLength(1);

    const done = await erasing.erase(standing.leader, await erasing.asked(standing));
    await server.get(TendAttachments).run();

    expect(done.body.request).toMatchObject({ state: 'erased', decided: { by: 'Liisa Vainio' } });
    const after = await wholeDatabase(server.owner);
    expect(after.tablesWith(canary)).toEqual([]);
    expect(after.tablesWith('111 2233')).toEqual([]);
    expect(await storedFiles(server)).toEqual([]);
  });

  it('is told before in counts and case numbers, and changes nothing until it is done', async () => {
    const standing = await erasing.stand();
    const requestId = await erasing.asked(standing);

    const { body } = await erasing.preview(standing.officer, requestId);

    expect(body).toMatchObject({
      request: {
        state: 'asked',
        caseNumbers: [standing.caseNumber],
        askedBy: 'Sanna Koskinen',
        dueOn: '2026-12-24',
      },
      plan: {
        going: [standing.caseNumber],
        kept: [],
        clientGoes: true,
        counts: { messages: 3, notes: 1, files: 1, drafts: 1, texts: 2 },
        holdersAsked: 1,
      },
      open: [],
      holds: [],
      mayErase: false,
    });
    expect((await erasing.preview(standing.leader, requestId)).body.mayErase).toBe(true);
    expect(JSON.stringify(body)).not.toContain(canary);
    expect((await acting.read(standing.setting.sanna, standing.referralId)).body.firstName).toContain(canary);
  });

  it('makes the case a record for both sides: who acted and when, and nothing of whom', async () => {
    const standing = await erasing.stand();
    await erasing.erase(standing.leader, await erasing.asked(standing));

    for (const reader of [standing.setting.sanna, standing.setting.pekka]) {
      const { status, body } = await acting.read(reader, standing.referralId);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        status: 'completed',
        recordSince: expect.stringMatching(/^2026-11-24T06:/) as string,
        firstName: null,
        goal: null,
        clientId: null,
        card: {},
        actions: [],
      });
      expect(body.steps.length).toBeGreaterThan(5);
    }
  });

  it('moves no referral once it is a record, by the database’s own word', async () => {
    const standing = await erasing.stand();
    const app = new pg.Client({ connectionString: server.database.appUrl });
    await app.connect();
    const moved = async () => {
      await app.query('begin');
      await app.query(`select app.enter(encode(sha256(convert_to($1, 'utf8')), 'hex'), $2)`, [
        standing.setting.sanna.cookie.replace('session=', ''),
        server.clock.now(),
      ]);
      const { rowCount } = await app.query('update referral set version = version + 1 where id = $1', [
        standing.referralId,
      ]);
      await app.query('rollback');
      return rowCount;
    };
    const before = await moved();

    await erasing.erase(standing.leader, await erasing.asked(standing));
    const after = await moved();
    await app.end();

    expect([before, after]).toEqual([1, 0]);
  });

  it('leaves nothing to find, copy, read or refer with', async () => {
    const standing = await erasing.stand();
    const { sanna, pekka, clientId } = standing.setting;
    await erasing.erase(standing.leader, await erasing.asked(standing));
    const params = { clientId: clientId as never };
    const conversation = { params: { conversationId: standing.sharedId as never } };

    expect((await server.call(clientRoutes.read, { params }, sanna)).status).toBe(404);
    expect((await server.call(copyRoutes.make, { params, query: {} }, sanna)).status).toBe(404);
    expect((await server.call(clientRoutes.search, { body: { name: canary } }, sanna)).body.items).toEqual(
      [],
    );
    for (const reader of [sanna, pekka]) {
      expect((await server.call(messagingRoutes.entries, conversation, reader)).status).toBe(404);
      expect(
        (await server.call(messagingRoutes.search, { body: { words: canary } } as never, reader)).body,
      ).toMatchObject({ items: [] });
      expect((await server.call(notificationRoutes.list, { query: {} }, reader)).body.items).toEqual([]);
    }
    expect((await acting.draft(standing.setting)).status).toBe(404);
  });

  it('is not asked for again of a client who was erased in the same moment', async () => {
    const standing = await erasing.stand();
    const requestId = await erasing.asked(standing);
    rightAfter(server, 'insert-erasure-request', () => erasing.erase(standing.leader, requestId));

    const again = await erasing.ask(standing);

    expect([again.status, again.body.code]).toEqual([404, 'notFound']);
  });

  it('asks each association that was told something to delete what it took along', async () => {
    const standing = await erasing.stand();
    await erasing.erase(standing.leader, await erasing.asked(standing));

    const { body } = await server.call(deletionRoutes.open, {}, standing.setting.pekka);

    expect(body.items).toMatchObject([
      { caseNumber: standing.caseNumber, cause: 'clientErased', dueOn: '2026-12-08', done: null },
    ]);
    const confirmed = await server.call(
      deletionRoutes.confirm,
      { params: { taskId: body.items[0]?.id as never }, body: { kept: ['attendance'] } },
      standing.setting.pekka,
    );
    expect(confirmed.body.done).toMatchObject({ kept: ['attendance'] });
  });

  it('leaves the number of every entry where it was, empty, and counts for statistics', async () => {
    const standing = await erasing.stand();
    const count = async () =>
      (
        await server.owner.query(
          `select e.seq::int, e.kind from conversation_entry e where e.conversation_id = $1 order by e.seq`,
          [standing.sharedId],
        )
      ).rows;
    const before = await count();

    await erasing.erase(standing.leader, await erasing.asked(standing));

    expect(await count()).toEqual(before);
    const { rows } = await server.owner.query(
      `select status, service_id is not null as service, started_on is not null as started from referral where id = $1`,
      [standing.referralId],
    );
    expect(rows).toEqual([{ status: 'completed', service: true, started: true }]);
  });

  it('is done once: again tells what was done, and of two at once one does it', async () => {
    const standing = await erasing.stand();
    const requestId = await erasing.asked(standing);

    const both = await Promise.all([
      erasing.erase(standing.leader, requestId),
      erasing.erase(standing.leader, requestId),
    ]);
    const again = await erasing.erase(standing.leader, requestId);

    expect([200, 409]).toEqual(expect.arrayContaining(both.map(({ status }) => status)));
    expect(again.body.request).toMatchObject({ state: 'erased', version: 2 });
    const { rows } = await server.owner.query(
      `select count(*)::int as done from audit_event where action = 'eraseClient' and client_id = $1`,
      [standing.setting.clientId],
    );
    expect(rows).toEqual([{ done: 1 }]);
  });

  it('is refused from another version than was previewed', async () => {
    const standing = await erasing.stand();

    expect((await erasing.erase(standing.leader, await erasing.asked(standing), 7)).body).toMatchObject({
      code: 'changedMeanwhile',
    });
  });

  it('waits until every case has ended', async () => {
    const standing = await erasing.stand({}, 'started');
    const requestId = await erasing.asked(standing);

    expect((await erasing.preview(standing.leader, requestId)).body).toMatchObject({
      open: [standing.caseNumber],
      mayErase: false,
    });
    expect((await erasing.erase(standing.leader, requestId)).body).toMatchObject({
      code: 'wrongStatus',
      reason: 'casesOpen',
      details: { cases: standing.caseNumber },
    });
    expect((await acting.read(standing.setting.sanna, standing.referralId)).body.goal).toContain(canary);
  });

  it('takes a declined case, and the words with which it was declined', async () => {
    const standing = await erasing.stand({}, 'declined');
    await erasing.erase(standing.leader, await erasing.asked(standing));

    const { rows } = await server.owner.query(
      'select note from referral_step where referral_id = $1 and note is not null',
      [standing.referralId],
    );
    expect(rows).toEqual([]);
  });

  describe('while an act orders to keep', () => {
    it('takes what was said, and leaves the case and whose it is to the sender, for the days of the act', async () => {
      const standing = await erasing.stand({ service: { statutoryBases: ['kuty'] } });
      const { sanna, pekka, clientId } = standing.setting;

      const { body } = await erasing.erase(standing.leader, await erasing.asked(standing));

      expect(body.request.report).toMatchObject({
        going: [],
        kept: [
          {
            caseNumber: standing.caseNumber,
            act: '703/2023, 189/2001, 1301/2014',
            until: '2056-11-24',
            isConfirmed: false,
          },
        ],
        clientGoes: false,
      });
      const read = await server.call(clientRoutes.read, { params: { clientId: clientId as never } }, sanna);
      expect(read.body).toMatchObject({ contact: { phone: null, wishes: null } });
      expect((await acting.read(sanna, standing.referralId)).body.goal).toContain(canary);
      expect((await acting.read(pekka, standing.referralId)).body).toMatchObject({
        firstName: null,
        goal: null,
      });
      const left = (await wholeDatabase(server.owner)).tablesWith(canary, clientId, standing.referralId);
      expect(left).not.toContain('conversation_entry');
      expect(left).not.toContain('message_words');
    });
  });

  describe('is for who may', () => {
    it('asked by the handler, once while it is undecided; decided by who leads; neither by anybody else', async () => {
      const standing = await erasing.stand();
      const { sanna, marja, pekka } = standing.setting;
      const { body } = await erasing.ask(standing);

      expect((await erasing.ask(standing, marja)).body.request.id).toBe(body.request.id);
      expect((await erasing.ask(standing, pekka)).status).toBe(404);
      for (const who of [sanna, marja, pekka, standing.officer])
        expect((await erasing.erase(who, body.request.id)).status).toBe(403);
      const stranger = await erasing.stand();
      expect((await erasing.erase(stranger.leader, body.request.id)).status).toBe(404);
      expect((await erasing.preview(stranger.officer, body.request.id)).status).toBe(404);
      expect((await erasing.refuse(stranger.leader, body.request.id)).status).toBe(404);
    });

    it('refused for a reason of the list, and may be asked for again', async () => {
      const standing = await erasing.stand();
      const requestId = await erasing.asked(standing);

      expect((await erasing.refuse(standing.leader, requestId)).body.request).toMatchObject({
        state: 'refused',
        decided: { refusal: 'legalClaim' },
      });
      expect((await erasing.refuse(standing.leader, requestId)).body).toMatchObject({
        code: 'changedMeanwhile',
      });
      expect((await erasing.erase(standing.leader, requestId, 2)).body).toMatchObject({
        code: 'changedMeanwhile',
      });
      expect((await erasing.asked(standing)) === requestId).toBe(false);
    });

    it('closed by the database itself: the app role calls nothing that erases, and decides for nobody', async () => {
      const standing = await erasing.stand();
      const requestId = await erasing.asked(standing);
      const app = new pg.Client({ connectionString: server.database.appUrl });
      await app.connect();
      try {
        await expect(
          app.query('select app.end_client($1, now())', [standing.setting.clientId]),
        ).rejects.toThrow(/permission denied/);
        await expect(app.query('select app.end_case($1, now())', [standing.referralId])).rejects.toThrow(
          /permission denied/,
        );
        const { rows } = await app.query(`select * from app.erase_client($1, 1, '{}', '{}', 'x', now())`, [
          requestId,
        ]);
        expect(rows).toEqual([]);
      } finally {
        await app.end();
      }
    });
  });
});
