import { randomUUID } from 'node:crypto';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { SignedIn } from '../../testing/people.js';
import { aSharedCase, moveReferral } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('a checklist in a conversation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const written = async (conversationId: string, by: SignedIn, acknowledged?: 'identityCode'[]) =>
    server.call(
      messagingRoutes.send,
      {
        params: { conversationId },
        body: {
          clientMessageId: randomUUID(),
          body: acknowledged ? 'Tunnus on 131052-308T' : 'Avaimet\nVakuutus',
          card: { kind: 'checklist' },
          acknowledged,
        },
      },
      by,
    );
  const tick = (conversationId: string, seq: number, item: number, done: boolean, by: SignedIn) =>
    server.call(messagingRoutes.tick, { params: { conversationId, seq, item }, body: { done } }, by);
  const entriesOf = async (conversationId: string, by: SignedIn) =>
    (await server.call(messagingRoutes.entries, { params: { conversationId } }, by)).body.entries;
  const ticksOf = async (conversationId: string, by: SignedIn) =>
    (await entriesOf(conversationId, by)).flatMap((entry) =>
      entry.kind === 'tick' ? [[entry.item, entry.done, entry.sender.name]] : [],
    );

  it('is ticked by both sides, and a tick is taken away again', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const { seq } = (await written(sharedId, worker)).body;

    const answers = [
      await tick(sharedId, seq, 0, true, worker),
      await tick(sharedId, seq, 1, true, coach),
      await tick(sharedId, seq, 1, false, worker),
    ];

    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, { done: true }],
      [200, { done: true }],
      [200, { done: false }],
    ]);
    expect(await ticksOf(sharedId, coach)).toEqual([
      [0, true, 'Pekka Salmi'],
      [1, true, 'Sanna Koskinen'],
      [1, false, 'Pekka Salmi'],
    ]);
  });

  it('is changed once by the same word, also by two at once', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const { seq } = (await written(sharedId, worker)).body;

    await Promise.all([coach, worker, coach].map((one) => tick(sharedId, seq, 0, true, one)));
    await tick(sharedId, seq, 0, true, worker);

    expect(await ticksOf(sharedId, coach)).toHaveLength(1);
  });

  it('leaves a row of the log for what was sent and for each change, and nothing unread', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const { seq } = (await written(sharedId, worker)).body;
    await server.call(
      messagingRoutes.markRead,
      { params: { conversationId: sharedId }, body: { upTo: seq } },
      coach,
    );
    await tick(sharedId, seq, 0, true, worker);
    await tick(sharedId, seq, 0, false, worker);

    const { rows } = await server.owner.query(
      `select action from audit_event where object_id = $1 and action like '%ick%' or object_id = $1 and action = 'sendChecklist' order by seq`,
      [sharedId],
    );
    const { body } = await server.call(messagingRoutes.mine, { query: { show: 'unread' } }, coach);

    expect(rows.map(({ action }) => action)).toEqual(['sendChecklist', 'tickItem', 'untickItem']);
    expect(body.items).toEqual([]);
  });

  it('is refused where there is no such item, no checklist or none any more', async () => {
    const { sharedId, coach, worker } = await aSharedCase(server.owner);
    const { seq } = (await written(sharedId, worker)).body;
    const words = await server.call(
      messagingRoutes.send,
      { params: { conversationId: sharedId }, body: { clientMessageId: randomUUID(), body: 'Hei' } },
      coach,
    );
    const refused = [
      await tick(sharedId, seq, 2, true, coach),
      await tick(sharedId, words.body.seq, 0, true, coach),
      await tick(sharedId, 99, 0, true, coach),
      await tick(sharedId, seq, 9_999, true, coach),
    ];
    await server.call(messagingRoutes.redact, { params: { conversationId: sharedId, seq } }, worker);
    const removed = await tick(sharedId, seq, 0, true, coach);

    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect([removed.status, removed.body]).toMatchObject([409, { reason: 'messageRemoved' }]);
    expect(await ticksOf(sharedId, coach)).toEqual([]);
  });

  it('is the own side’s alone in its notes', async () => {
    const { providerNotesId, coach, worker } = await aSharedCase(server.owner);
    const { seq } = (await written(providerNotesId, worker)).body;

    expect((await tick(providerNotesId, seq, 0, true, worker)).status).toBe(200);
    expect((await tick(providerNotesId, seq, 0, false, coach)).status).toBe(404);
  });

  it('is closed to ticks with its conversation', async () => {
    const { referralId, sharedId, coach, worker } = await aSharedCase(server.owner);
    const { seq } = (await written(sharedId, coach)).body;
    await moveReferral(server.owner, referralId, 'declined');

    expect((await tick(sharedId, seq, 0, true, coach)).body).toMatchObject({ reason: 'conversationClosed' });
    expect((await tick(sharedId, seq, 0, true, worker)).status).toBe(404);
  });

  it('asks about its words like any message', async () => {
    const { sharedId, worker } = await aSharedCase(server.owner);

    const { status } = await server.call(
      messagingRoutes.send,
      {
        params: { conversationId: sharedId },
        body: {
          clientMessageId: randomUUID(),
          body: 'Avaimet\nTunnus on 131052-308T',
          card: { kind: 'checklist' },
        },
      },
      worker,
    );

    expect(status).toBe(422);
    expect((await written(sharedId, worker, ['identityCode'])).status).toBe(201);
  });
});
