import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { cookieOf, hashOfToken } from '../../../platform/auth/session-token.js';
import type { ReceivedFile } from '../../../platform/http/receive-file.js';
import { aPdf, storedFiles } from '../../../testing/attachments.js';
import { aSharedCase, type SharedCase } from '../../../testing/shared-case.js';
import { setClock, startTestServer, type TestServer } from '../../../testing/test-server.js';
import { TendAttachments } from './tend-attachments.js';
import { UploadAttachment } from './upload-attachment.js';

/** Bytes come as the test lets them. */
describe('a file on its way', () => {
  let server: TestServer;
  let shared: SharedCase;
  beforeAll(async () => {
    server = await startTestServer();
    shared = await aSharedCase(server.owner);
  });
  afterAll(() => server.stop());

  const aPlace = () => ({ conversationId: shared.sharedId, attachmentId: randomUUID() });
  const upload = (receive: (path: string) => Promise<ReceivedFile>, place = aPlace()) =>
    server
      .get(UploadAttachment)
      .execute({ tokenHash: hashOfToken(cookieOf(shared.coach.cookie, 'session') ?? '') }, place, receive);
  const received = async (path: string): Promise<ReceivedFile> => {
    await writeFile(path, aPdf());
    return { name: 'suunnitelma.pdf', bytes: aPdf().length, digest: 'a'.repeat(64) };
  };

  it('is one of twenty at once: who comes on top is asked to wait, and taken afterwards', async () => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const breaksOff = () => Promise.reject(new Problem('invalidInput', { reason: 'unreadable' }));
    const twenty = Array.from({ length: 20 }, () => upload(() => held.then(breaksOff)));
    const ends = Promise.allSettled(twenty);

    const onTop = upload(breaksOff);

    await expect(onTop).rejects.toMatchObject({ code: 'tooManyRequests' });
    letGo();
    expect((await ends).map(({ status }) => status)).toEqual(Array(20).fill('rejected'));
    expect((await upload(received)).name).toBe('suunnitelma.pdf');
  });

  it('that was overtaken by another try under its id is not taken, and leaves no bytes behind', async () => {
    const place = aPlace();
    const before = await storedFiles(server);

    const overtaken = upload(async (path) => {
      await upload(received, place);
      await server.get(TendAttachments).run();
      return received(path);
    }, place);

    await expect(overtaken).rejects.toMatchObject({ code: 'changedMeanwhile' });
    setClock(server, new Date(server.clock.now().getTime() + 3_600_000).toISOString());
    await server.get(TendAttachments).run();
    expect(await storedFiles(server)).toHaveLength(before.length + 1);
    const { rows } = await server.owner.query('select from file_erasure');
    expect(rows).toHaveLength(0);
  });
});
