import { randomUUID } from 'node:crypto';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { SignedIn } from '../../testing/people.js';
import { aSharedCase } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

describe('calls and quotes in a conversation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  interface Given {
    body?: string;
    clientMessageId?: string;
    quotes?: number;
    card?: { kind: 'phoneCall'; reached: boolean };
  }
  const send = (
    conversationId: string,
    by: SignedIn,
    { body = '', clientMessageId = randomUUID(), ...more }: Given,
  ) =>
    server.call(
      messagingRoutes.send,
      { params: { conversationId }, body: { clientMessageId, body, ...more } },
      by,
    );
  const read = async (conversationId: string, by: SignedIn) =>
    (await server.call(messagingRoutes.entries, { params: { conversationId } }, by)).body.entries;
  const reached = { kind: 'phoneCall', reached: true } as const;

  describe('a call to the client', () => {
    it('stands without a word, tells the other side, and is named in the log of use', async () => {
      const { sharedId, coach, worker } = await aSharedCase(server.owner);

      const { status, body } = await send(sharedId, worker, { card: reached });

      expect(status).toBe(201);
      expect(await read(sharedId, coach)).toMatchObject([{ kind: 'message', body: '', card: reached }]);
      const mine = await server.call(messagingRoutes.mine, { query: {} }, coach);
      expect(mine.body.items).toMatchObject([{ unread: 1, lastMessage: { text: '', call: true } }]);
      const { rows } = await server.owner.query(
        `select details->>'seq' as seq from audit_event where action = 'recordCall' and person_id = $1`,
        [worker.personId],
      );
      expect(rows).toEqual([{ seq: String(body.seq) }]);
    });

    it('can be noted for one’s own people alone, and taken away again', async () => {
      const { senderNotesId, coach } = await aSharedCase(server.owner);
      const { seq } = (await send(senderNotesId, coach, { card: { kind: 'phoneCall', reached: false } }))
        .body;

      await server.call(messagingRoutes.redact, { params: { conversationId: senderNotesId, seq } }, coach);

      const [call] = await read(senderNotesId, coach);
      expect(call).toMatchObject({ kind: 'message', body: null });
      expect(call).not.toHaveProperty('card');
      const mine = await server.call(messagingRoutes.mine, { query: {} }, coach);
      expect(mine.body.items[0]?.lastMessage).toMatchObject({ text: null, call: null });
    });

    it('is the same call only with the same outcome under the same id', async () => {
      const { sharedId, coach } = await aSharedCase(server.owner);
      const clientMessageId = randomUUID();
      const first = await send(sharedId, coach, { clientMessageId, card: reached });

      const again = await send(sharedId, coach, { clientMessageId, card: reached });
      const changed = await send(sharedId, coach, {
        clientMessageId,
        card: { kind: 'phoneCall', reached: false },
      });

      expect(again.body).toEqual(first.body);
      expect([changed.status, changed.body.code]).toEqual([409, 'idempotencyConflict']);
      expect(await read(sharedId, coach)).toHaveLength(1);
    });
  });

  describe('a quote', () => {
    it('names a message by its number, and never keeps its words', async () => {
      const { sharedId, coach, worker } = await aSharedCase(server.owner);
      const { seq } = (await send(sharedId, coach, { body: 'Sopiiko maanantai?' })).body;
      await send(sharedId, worker, { body: 'Sopii hyvin.', quotes: seq });

      await server.call(messagingRoutes.redact, { params: { conversationId: sharedId, seq } }, coach);

      const entries = await read(sharedId, worker);
      expect(entries.find(({ seq: place }) => place === 2)).toMatchObject({
        body: 'Sopii hyvin.',
        quotes: seq,
      });
      expect(JSON.stringify(entries)).not.toContain('maanantai');
    });

    it('goes with its own message when that is removed', async () => {
      const { sharedId, coach } = await aSharedCase(server.owner);
      const first = (await send(sharedId, coach, { body: 'Hei' })).body.seq;
      const { seq } = (await send(sharedId, coach, { body: 'Lisään vielä', quotes: first })).body;

      await server.call(messagingRoutes.redact, { params: { conversationId: sharedId, seq } }, coach);

      const quoting = (await read(sharedId, coach)).find(({ seq: place }) => place === seq);
      expect(quoting).toMatchObject({ body: null });
      expect(quoting).not.toHaveProperty('quotes');
    });

    it('is of a message of this conversation, or nothing is sent', async () => {
      const { sharedId, senderNotesId, coach } = await aSharedCase(server.owner);
      await send(senderNotesId, coach, { body: 'Oma muistiinpano' });

      const { status } = await send(sharedId, coach, { body: 'Hei', quotes: 1 });

      expect(status).toBe(404);
      expect(await read(sharedId, coach)).toEqual([]);
    });

    it('belongs to what is sent: the same id with another quote is refused', async () => {
      const { sharedId, coach } = await aSharedCase(server.owner);
      const clientMessageId = randomUUID();
      const quotes = (await send(sharedId, coach, { body: 'Hei' })).body.seq;
      const first = await send(sharedId, coach, { clientMessageId, body: 'Niin', quotes });

      expect((await send(sharedId, coach, { clientMessageId, body: 'Niin', quotes })).body).toEqual(
        first.body,
      );
      expect((await send(sharedId, coach, { clientMessageId, body: 'Niin' })).status).toBe(409);
    });
  });
});
