import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { attachmentRoutes } from '@rinnalla/shared/messaging/attachment-routes';
import { attachmentLimits } from '@rinnalla/shared/messaging/attachment-rules';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import sharp from 'sharp';
import { anAttachment, aPdf, storedFiles } from '../../../testing/attachments.js';
import { anOrganization, type SignedIn, signedIn } from '../../../testing/people.js';
import { aSharedCase, moveReferral, type SharedCase } from '../../../testing/shared-case.js';
import { setClock, startTestServer, type TestServer } from '../../../testing/test-server.js';
import { until } from '../../../testing/until.js';
import { TendAttachments } from './tend-attachments.js';

describe('files of a message', () => {
  let server: TestServer;
  let shared: SharedCase;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    shared = await aSharedCase(server.owner);
  });
  afterAll(() => server.stop());

  const upload = (
    person: SignedIn | undefined,
    file: File,
    params = { conversationId: shared.sharedId, attachmentId: randomUUID() },
  ) => server.call(attachmentRoutes.upload, { params, body: file } as never, person);
  const download = (person: SignedIn, params: { conversationId: string; attachmentId: string }) =>
    server.call(attachmentRoutes.download, { params }, person);
  const list = async (person: SignedIn) =>
    (await server.call(attachmentRoutes.ofReferral, { params: { referralId: shared.referralId } }, person))
      .body.attachments;
  const send = (
    person: SignedIn,
    attachmentIds: string[],
    given: { body?: string; clientMessageId?: string } = {},
  ) =>
    server.call(
      messagingRoutes.send,
      {
        params: { conversationId: shared.sharedId },
        body: { clientMessageId: randomUUID(), body: '', attachmentIds, ...given },
      },
      person,
    );
  const entries = async (person: SignedIn) =>
    (await server.call(messagingRoutes.entries, { params: { conversationId: shared.sharedId } }, person)).body
      .entries;
  const rows = async () =>
    (
      await server.owner.query<{ object_key: string }>(
        'select object_key from attachment where conversation_id = $1',
        [shared.sharedId],
      )
    ).rows;
  const tend = () => server.get(TendAttachments).run();
  const pdf = (name = 'suunnitelma.pdf') => new File([aPdf()], name);

  it('go with one send, and both sides save the very bytes', async () => {
    const { body: taken } = await upload(shared.coach, pdf('Annan suunnitelma.pdf'));

    const sent = await send(shared.coach, [taken.id], { body: 'Tässä suunnitelma.' });
    const entry = (await entries(shared.worker)).at(-1);
    const saved = await download(shared.worker, { conversationId: shared.sharedId, attachmentId: taken.id });

    expect(sent.status).toBe(201);
    expect(entry).toMatchObject({ kind: 'message', body: 'Tässä suunnitelma.', attachmentIds: [taken.id] });
    expect(await list(shared.worker)).toMatchObject([
      {
        id: taken.id,
        name: 'Annan suunnitelma.pdf',
        type: 'pdf',
        state: 'unscanned',
        seq: sent.body.seq,
        person: { name: 'Sanna Koskinen' },
      },
    ]);
    expect(saved.body).toBe(aPdf().toString('latin1'));
  });

  it('may be all that a message says, but a message says something', async () => {
    const { body: taken } = await upload(shared.coach, pdf());

    expect((await send(shared.coach, [])).body).toMatchObject({
      code: 'invalidInput',
      fields: [{ path: 'body.body', code: 'required' }],
    });
    expect((await send(shared.coach, [taken.id])).status).toBe(201);
  });

  it('are saved, never shown: as what they are, under a name that is safe on every machine', async () => {
    const params = await anAttachment(server, shared.coach, shared.sharedId, {
      file: new File([aPdf()], '..\\"Ännän\u202E lasku".exe', { type: 'text/html' }),
    });

    const { headers } = await download(shared.worker, params);

    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="_Annan lasku_.pdf"; filename*=UTF-8''_%C3%84nn%C3%A4n%20lasku_.pdf`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('are their writer’s alone until they are sent', async () => {
    const params = await anAttachment(server, shared.coach, shared.sharedId, { isSent: false });
    const colleague = await signedIn(server.owner, {
      organizationId: shared.coach.organizationId,
      role: 'coach',
    });

    expect(await list(shared.coach)).toHaveLength(1);
    expect(await list(colleague)).toEqual([]);
    expect((await download(colleague, params)).status).toBe(404);
    expect((await send(shared.worker, [params.attachmentId])).body).toMatchObject({
      code: 'unprocessable',
      reason: 'attachmentGone',
    });
  });

  it('of notes are for their own organization, and of nobody’s case for nobody', async () => {
    const params = await anAttachment(server, shared.coach, shared.senderNotesId);
    const outsider = await signedIn(server.owner, {
      organizationId: await anOrganization(server.owner),
      role: 'providerWorker',
    });

    expect(await list(shared.worker)).toEqual([]);
    expect((await download(shared.worker, params)).status).toBe(404);
    expect((await upload(shared.worker, pdf(), { ...params, attachmentId: randomUUID() })).status).toBe(404);
    expect(
      (
        await server.call(
          attachmentRoutes.ofReferral,
          { params: { referralId: shared.referralId } },
          outsider,
        )
      ).status,
    ).toBe(404);
  });

  it('are out of the provider’s reach with a decline, and no new one comes', async () => {
    const params = await anAttachment(server, shared.coach, shared.sharedId);
    await moveReferral(server.owner, shared.referralId, 'declined');

    expect((await download(shared.worker, params)).status).toBe(404);
    expect((await upload(shared.coach, pdf())).body).toMatchObject({
      code: 'wrongStatus',
      reason: 'conversationClosed',
    });
  });

  it('are unreadable with their message’s removal, and then their bytes are gone', async () => {
    const params = await anAttachment(server, shared.coach, shared.sharedId);
    const [row] = await rows();
    const seq = String((await entries(shared.coach)).at(-1)?.seq);
    expect(await storedFiles(server)).toContain(row?.object_key);

    await server.call(
      messagingRoutes.redact,
      { params: { conversationId: shared.sharedId, seq } },
      shared.coach,
    );
    const afterwards = await download(shared.worker, params);
    await tend();

    expect(afterwards.status).toBe(404);
    expect(await list(shared.worker)).toEqual([]);
    expect((await entries(shared.worker)).find((entry) => String(entry.seq) === seq)).not.toHaveProperty(
      'attachmentIds',
    );
    expect(await storedFiles(server)).not.toContain(row?.object_key);
  });

  it('are taken once under one id, however often they come', async () => {
    const params = { conversationId: shared.sharedId, attachmentId: randomUUID() };

    const [first, again, other] = [
      await upload(shared.coach, pdf(), params),
      await upload(shared.coach, pdf(), params),
      await upload(shared.coach, new File([aPdf('/Lang(fi)')], 'a.pdf'), params),
    ];

    expect(again.body).toEqual(first.body);
    expect(other.body).toMatchObject({ code: 'idempotencyConflict' });
    expect(await rows()).toHaveLength(1);
  });

  it('stay as they were though their message is sent again, and a replay names the same', async () => {
    const [one, two] = [(await upload(shared.coach, pdf())).body, (await upload(shared.coach, pdf())).body];
    const clientMessageId = randomUUID();

    const first = await send(shared.coach, [one.id], { clientMessageId });
    const again = await send(shared.coach, [one.id], { clientMessageId });
    const other = await send(shared.coach, [two.id], { clientMessageId });
    const elsewhere = await send(shared.coach, [one.id]);

    expect(again.body).toEqual(first.body);
    expect(other.body).toMatchObject({ code: 'idempotencyConflict' });
    expect(elsewhere.body).toMatchObject({ code: 'unprocessable', reason: 'attachmentGone' });
    expect(new Set((await list(shared.coach)).map(({ seq }) => seq))).toEqual(
      new Set([first.body.seq, null]),
    );
  });

  it('can be taken back before sending, and not afterwards', async () => {
    const pending = await anAttachment(server, shared.coach, shared.sharedId, { isSent: false });
    const sent = await anAttachment(server, shared.coach, shared.sharedId);

    expect((await server.call(attachmentRoutes.discard, { params: pending }, shared.coach)).status).toBe(204);
    expect((await server.call(attachmentRoutes.discard, { params: sent }, shared.coach)).body).toMatchObject({
      code: 'wrongStatus',
      reason: 'attachmentSent',
    });
    expect((await list(shared.coach)).map(({ id }) => id)).toEqual([sent.attachmentId]);
  });

  it('leave a row in the log with each upload and each download', async () => {
    const { attachmentId, ...place } = await anAttachment(server, shared.coach, shared.sharedId);
    await download(shared.worker, { ...place, attachmentId });

    const { rows: logged } = await server.owner.query<{
      action: string;
      person_id: string;
      client_id: string | null;
    }>('select action, person_id, client_id from audit_event where object_id = $1 order by id', [
      attachmentId,
    ]);

    expect(logged).toEqual([
      { action: 'uploadAttachment', person_id: shared.coach.personId, client_id: expect.any(String) },
      { action: 'downloadAttachment', person_id: shared.worker.personId, client_id: expect.any(String) },
    ]);
  });

  it('carry no place, camera or author in a picture', async () => {
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#888' } })
      .jpeg()
      .withExif({
        IFD0: { Artist: 'Anna Virtanen' },
        IFD3: { GPSLatitude: '60/1 10/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withIccProfile('p3')
      .toBuffer();
    expect(photo.includes('Anna Virtanen')).toBe(true);

    const params = await anAttachment(server, shared.coach, shared.sharedId, {
      file: new File([new Uint8Array(photo)], 'kuva.jpg'),
    });
    const stored = await sharp(join(server.files, await pathOfOnly(params.attachmentId))).metadata();

    expect(stored).toMatchObject({ width: 60, height: 40, format: 'jpeg' });
    expect([stored.exif, stored.icc, stored.xmp, stored.iptc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  const pathOfOnly = async (attachmentId: string): Promise<string> => {
    const { rows: found } = await server.owner.query<{ object_key: string }>(
      'select object_key from attachment where id = $1',
      [attachmentId],
    );
    const key = found[0]?.object_key ?? '';
    return join(key.slice(0, 2), key);
  };

  it('wait unsent in no greater number than a person can mean', async () => {
    const one = await server.owner.query(
      `insert into attachment (conversation_id, id, person_id, person_name, organization_id, begun_at)
       select $1, gen_random_uuid(), $2, 'Sanna Koskinen', $3, '2026-11-24T05:00Z' from generate_series(1, $4)`,
      [shared.sharedId, shared.coach.personId, shared.coach.organizationId, attachmentLimits.maxPending],
    );
    expect(one.rowCount).toBe(attachmentLimits.maxPending);

    expect((await upload(shared.coach, pdf())).body).toMatchObject({
      code: 'unprocessable',
      reason: 'tooManyFiles',
    });
  });

  it('that broke off or were never sent are cleared away, with their bytes', async () => {
    const params = await anAttachment(server, shared.coach, shared.sharedId, { isSent: false });
    const sent = await anAttachment(server, shared.coach, shared.sharedId);
    const key = await pathOfOnly(params.attachmentId);
    try {
      setClock(server, '2026-11-25T08:01:00+02:00');
      await tend();
    } finally {
      setClock(server, '2026-11-24T08:00:00+02:00');
    }

    expect((await list(shared.coach)).map(({ id }) => id)).toEqual([sent.attachmentId]);
    expect(await storedFiles(server)).not.toContain(key.slice(3));
  });

  it('leave nothing behind when the sender goes away in the middle', async () => {
    const before = await storedFiles(server);
    const { conversationId, attachmentId } = { conversationId: shared.sharedId, attachmentId: randomUUID() };
    const leaving = request(`${server.url}/api/conversations/${conversationId}/attachments/${attachmentId}`, {
      method: 'PUT',
      headers: {
        cookie: shared.coach.cookie,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': 5_000_000,
      },
    });
    leaving.on('error', () => undefined);
    leaving.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\n');
    await until(async () => (await rows()).length === 1);

    leaving.destroy();
    await until(async () => (await rows()).length === 0);
    await tend();

    expect(await storedFiles(server)).toEqual(before);
  });

  it('whose bytes are lost are missed aloud, not handed out empty', async () => {
    const params = await anAttachment(server, shared.coach, shared.sharedId);
    await rm(join(server.files, await pathOfOnly(params.attachmentId)));

    expect((await download(shared.worker, params)).body).toMatchObject({ code: 'internal' });
  });
});
