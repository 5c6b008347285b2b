import { randomUUID } from 'node:crypto';
import type { SensitiveKind } from '@rinnalla/shared/client/sensitive-kinds';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import { templateRoutes } from '@rinnalla/shared/messaging/template-routes';
import { anAttachment, aPdf } from '../../testing/attachments.js';
import { type SignedIn, signedIn } from '../../testing/people.js';
import { goOnline } from '../../testing/people-online.js';
import { aSharedCase } from '../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const secret = 'Tunnus on 131052-308T ja taustalla masennusta.';

describe('words that should rarely be sent', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  interface Written {
    body?: string;
    acknowledged?: SensitiveKind[];
    clientMessageId?: string;
    attachmentIds?: string[];
  }
  const send = (conversationId: string, by: SignedIn, written: Written) =>
    server.call(
      messagingRoutes.send,
      { params: { conversationId }, body: { clientMessageId: randomUUID(), body: secret, ...written } },
      by,
    );
  const logged = async (objectId: string) =>
    (
      await server.owner.query<{ person_id: string; client: boolean; details: object }>(
        `select person_id, client_id is not null as client, details from audit_event where action = 'sendDespiteWarning' and object_id = $1 order by id`,
        [objectId],
      )
    ).rows;
  const lastSeqOf = async (conversationId: string) =>
    (
      await server.owner.query<{ last_seq: string }>('select last_seq from conversation where id = $1', [
        conversationId,
      ])
    ).rows[0]?.last_seq;
  const refusal = (kinds: string) => ({
    code: 'unprocessable',
    reason: 'sensitiveText',
    details: { kinds },
  });

  it('leave nothing behind until their writer has seen what they are', async () => {
    const { sharedId, coach } = await aSharedCase(server.owner);

    const unseen = await send(sharedId, coach, {});
    const half = await send(sharedId, coach, { acknowledged: ['health'] });

    expect([unseen.status, unseen.body]).toEqual([
      422,
      expect.objectContaining(refusal('identityCode health')),
    ]);
    expect(half.body).toMatchObject(refusal('identityCode'));
    expect(JSON.stringify([unseen.body, half.body])).not.toContain('131052');
    expect([await lastSeqOf(sharedId), await logged(sharedId)]).toEqual(['0', []]);
  });

  it('are sent when they were acknowledged, and the log keeps kinds and no word', async () => {
    const { sharedId, referralId, coach } = await aSharedCase(server.owner);

    const sent = await send(sharedId, coach, { acknowledged: ['identityCode', 'health'] });

    expect(sent.body).toMatchObject({ seq: 1 });
    expect(await logged(sharedId)).toEqual([
      {
        person_id: coach.personId,
        client: true,
        details: { seq: 1, referralId, kinds: ['identityCode', 'health'] },
      },
    ]);
    const { rows } = await server.owner.query('select * from audit_event where object_id = $1', [sharedId]);
    expect(JSON.stringify(rows)).not.toMatch(/131052|masennus/);
  });

  it('are asked about once: a repeated send answers the same place and is logged no more', async () => {
    const { sharedId, coach } = await aSharedCase(server.owner);
    const clientMessageId = randomUUID();
    await send(sharedId, coach, { clientMessageId });
    const first = await send(sharedId, coach, { clientMessageId, acknowledged: ['identityCode', 'health'] });

    const again = await send(sharedId, coach, { clientMessageId });

    expect([first.body.seq, again.body]).toEqual([1, first.body]);
    expect(await logged(sharedId)).toHaveLength(1);
  });

  it('are asked about in an edit, in one’s own notes and in the names of files', async () => {
    const { sharedId, senderNotesId, coach } = await aSharedCase(server.owner);
    const { body } = await send(sharedId, coach, { body: 'Hei' });
    const edit = await server.call(
      messagingRoutes.edit,
      {
        params: { conversationId: sharedId, seq: body.seq },
        body: { clientMessageId: randomUUID(), body: secret },
      },
      coach,
    );
    const file = new File([aPdf()], 'masennus_lausunto.pdf');
    const { attachmentId } = await anAttachment(server, coach, sharedId, { isSent: false, file });

    expect(edit.body).toMatchObject(refusal('identityCode health'));
    expect((await send(senderNotesId, coach, {})).body).toMatchObject(refusal('identityCode health'));
    expect(
      (await send(sharedId, coach, { body: 'Liitteenä.', attachmentIds: [attachmentId] })).body,
    ).toMatchObject(refusal('health'));
  });

  it('are asked about over a socket too', async () => {
    const { sharedId, coach } = await aSharedCase(server.owner);
    const online = await goOnline(server, coach);
    const message = { conversationId: sharedId, clientMessageId: randomUUID(), body: secret };

    const unseen = await online.ask(messagingRequests.sendMessage, message);
    const seen = await online.ask(messagingRequests.sendMessage, {
      ...message,
      acknowledged: ['identityCode', 'health'],
    });
    online.close();

    expect(unseen).toEqual({ ok: false, ...refusal('identityCode health') });
    expect(seen).toMatchObject({ ok: true, value: { seq: 1 } });
    expect(await logged(sharedId)).toHaveLength(1);
  });

  it('are asked about before a ready message is kept, where the organization’s own number may stand', async () => {
    const { coach } = await aSharedCase(server.owner);
    const leader = await signedIn(server.owner, {
      organizationId: coach.organizationId,
      role: 'coordinator',
    });
    const write = (fi: string, acknowledged?: SensitiveKind[]) =>
      server.call(
        templateRoutes.write,
        { body: { name: { fi: 'Valmis' }, body: { fi }, ...(acknowledged ? { acknowledged } : {}) } },
        leader,
      );

    expect((await write('Päivystys vastaa: 040 123 4567, Torikatu 12.')).status).toBe(201);
    expect((await write('Onko lääkitys kunnossa?')).body).toMatchObject(refusal('health'));
    const kept = await write('Onko lääkitys kunnossa?', ['health']);
    expect(await logged(kept.body.id)).toMatchObject([{ client: false, details: { kinds: ['health'] } }]);
  });

  describe('among them telephone numbers and addresses', () => {
    const contacts = 'Soita 040 123 4567, osoite Torikatu 12';
    const viewOf = async (referralId: string, by: SignedIn) =>
      (await server.call(messagingRoutes.ofReferral, { params: { referralId } }, by)).body.conversations.map(
        (view) => view.contacts,
      );

    it('count for the sender only where the client has a non-disclosure order, which it knows', async () => {
      const open = await aSharedCase(server.owner);
      const secretCase = await aSharedCase(server.owner, { nonDisclosure: true });

      expect((await send(open.sharedId, open.coach, { body: contacts })).status).toBe(201);
      expect((await send(secretCase.sharedId, secretCase.coach, { body: contacts })).body).toMatchObject(
        refusal('phone streetAddress'),
      );
      expect([
        await viewOf(open.referralId, open.coach),
        await viewOf(secretCase.referralId, secretCase.coach),
      ]).toEqual([
        ['none', 'none'],
        ['nonDisclosure', 'nonDisclosure'],
      ]);
    });

    it('count for the association always, so that nothing tells it which client has an order', async () => {
      const answers = [];
      for (const nonDisclosure of [false, true]) {
        const { referralId, sharedId, worker } = await aSharedCase(server.owner, { nonDisclosure });
        const unseen = await send(sharedId, worker, { body: contacts });
        const seen = await send(sharedId, worker, {
          body: contacts,
          acknowledged: ['phone', 'streetAddress'],
        });
        answers.push({
          view: await viewOf(referralId, worker),
          unseen: [unseen.status, { ...unseen.body, requestId: null }],
          seen: [seen.status, seen.body.seq],
          kinds: (await logged(sharedId)).map(({ details }) => (details as { kinds: string[] }).kinds),
        });
      }

      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]).toMatchObject({
        view: ['always', 'always'],
        unseen: [422, refusal('phone streetAddress')],
        kinds: [['phone', 'streetAddress']],
      });
    });
  });
});
