import { randomBytes, randomUUID } from 'node:crypto';
import { attachmentRoutes } from '@rinnalla/shared/messaging/attachment-routes';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { anAttachment, aPdf, storedFiles } from '../../../testing/attachments.js';
import { type FakeClamd, startFakeClamd } from '../../../testing/fake-clamd.js';
import { aSharedCase, type SharedCase } from '../../../testing/shared-case.js';
import { startSecondNode, startTestServer, type TestServer } from '../../../testing/test-server.js';
import { until } from '../../../testing/until.js';
import { TendAttachments } from './tend-attachments.js';

/** Made anew for each run, so that no scanner of ours ever calls this repository infected. */
const signature = Buffer.from(randomBytes(24).toString('hex'));

describe('with a virus scanner', () => {
  let clamd: FakeClamd;
  let server: TestServer;
  let shared: SharedCase;
  beforeAll(async () => {
    clamd = await startFakeClamd(signature);
    server = await startTestServer({ CLAMD_ADDRESS: clamd.address });
  });
  beforeEach(async () => {
    clamd.mood = 'well';
    shared = await aSharedCase(server.owner);
  });
  afterAll(async () => {
    await server.stop();
    await clamd.stop();
  });

  const list = async () =>
    (
      await server.call(
        attachmentRoutes.ofReferral,
        { params: { referralId: shared.referralId } },
        shared.worker,
      )
    ).body.attachments;
  const stateOf = async (attachmentId: string) => (await list()).find(({ id }) => id === attachmentId)?.state;
  const download = (params: { conversationId: string; attachmentId: string }) =>
    server.call(attachmentRoutes.download, { params }, shared.worker);
  const tend = () => server.get(TendAttachments).run();
  const infected = () => new File([aPdf('', `% ${signature.toString()}\n`)], 'lasku.pdf');

  it('a file is handed out once it was found clean, and the scanner saw every byte', async () => {
    const params = await anAttachment(server, shared.coach, shared.sharedId);

    await until(async () => (await stateOf(params.attachmentId)) === 'clean');

    expect((await download(params)).status).toBe(200);
    expect(clamd.scanned.at(-1)).toEqual(aPdf());
  });

  it('an infected file is never handed out, its bytes go, and the log tells', async () => {
    const before = await storedFiles(server);
    // Sent before anybody has looked into it: one that is found out sooner cannot be sent at all.
    clamd.mood = 'away';
    const params = await anAttachment(server, shared.coach, shared.sharedId, { file: infected() });
    clamd.mood = 'well';

    await until(async () => {
      await tend();
      return (await stateOf(params.attachmentId)) === 'refused';
    });

    expect((await download(params)).body).toMatchObject({ code: 'wrongStatus', reason: 'attachmentRefused' });
    expect(await storedFiles(server)).toEqual(before);
    const { rows } = await server.owner.query(
      'select action, person_id from audit_event where object_id = $1 and action = $2',
      [params.attachmentId, 'refuseAttachment'],
    );
    expect(rows).toEqual([{ action: 'refuseAttachment', person_id: null }]);
  });

  it('an infected file that was not sent yet cannot be sent', async () => {
    const { attachmentId, conversationId } = await anAttachment(server, shared.coach, shared.sharedId, {
      isSent: false,
      file: infected(),
    });
    await tend();

    const { body } = await server.call(
      messagingRoutes.send,
      {
        params: { conversationId },
        body: { clientMessageId: randomUUID(), body: 'Tässä.', attachmentIds: [attachmentId] },
      },
      shared.coach,
    );

    expect(body).toMatchObject({ code: 'unprocessable', reason: 'attachmentGone' });
  });

  it.each(['away', 'confused'] as const)(
    'that is %s a file stays unchecked and says so, until the scanner is well again',
    async (mood) => {
      clamd.mood = mood;
      const params = await anAttachment(server, shared.coach, shared.sharedId);
      await until(async () => (await stateOf(params.attachmentId)) === 'notChecked');
      expect((await download(params)).body).toMatchObject({
        code: 'wrongStatus',
        reason: 'attachmentNotChecked',
      });

      clamd.mood = 'well';
      await tend();

      expect(await stateOf(params.attachmentId)).toBe('clean');
      expect((await download(params)).status).toBe(200);
    },
  );
});

describe('a scanner that comes later', () => {
  it('checks what was taken before it came, and until then nothing is handed out', async () => {
    const clamd = await startFakeClamd(signature);
    clamd.mood = 'away';
    const server = await startTestServer();
    const shared = await aSharedCase(server.owner);
    const params = await anAttachment(server, shared.coach, shared.sharedId);
    expect((await server.call(attachmentRoutes.download, { params }, shared.worker)).status).toBe(200);

    const later = await startSecondNode(server, { CLAMD_ADDRESS: clamd.address });
    try {
      const states = async () => {
        const answer = await fetch(`${later.url}/api/referrals/${shared.referralId}/attachments`, {
          headers: { cookie: shared.worker.cookie },
        });
        return ((await answer.json()) as { attachments: { state: string }[] }).attachments.map(
          ({ state }) => state,
        );
      };
      await until(async () => (await states()).join() === 'notChecked');
      clamd.mood = 'well';
      await later.app.get(TendAttachments).run();

      expect(await states()).toEqual(['clean']);
    } finally {
      await later.close();
      await server.stop();
      await clamd.stop();
    }
  });
});
