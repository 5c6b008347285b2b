import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { attachmentRoutes } from '@rinnalla/shared/messaging/attachment-routes';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { SignedIn } from './people.js';
import type { TestServer } from './test-server.js';

/** The smallest that readers open: one empty page. What is given stands in its catalogue. */
export const aPdf = (inCatalogue = '', between = ''): Buffer<ArrayBuffer> =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R${inCatalogue}>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n${between}xref\n0 4\ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  );

/** Names of everything that lies in the store. */
export const storedFiles = async ({ files }: Pick<TestServer, 'files'>): Promise<string[]> =>
  (await readdir(files, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map(({ name }) => name);

/** A file of somebody's in a conversation: its address. */
export const anAttachment = async (
  server: TestServer,
  person: SignedIn,
  conversationId: string,
  { isSent = true, file = new File([aPdf()], 'suunnitelma.pdf') }: { isSent?: boolean; file?: File } = {},
): Promise<{ conversationId: string; attachmentId: string }> => {
  const params = { conversationId, attachmentId: randomUUID() };
  const uploaded = await server.call(attachmentRoutes.upload, { params, body: file } as never, person);
  if (uploaded.status !== 200) throw new Error(`Not taken: ${JSON.stringify(uploaded.body)}`);
  if (isSent) {
    const body = { clientMessageId: randomUUID(), body: 'Liitteenä.', attachmentIds: [params.attachmentId] };
    const sent = await server.call(messagingRoutes.send, { params: { conversationId }, body }, person);
    if (sent.status >= 300) throw new Error(`Not sent: ${JSON.stringify(sent.body)}`);
  }
  return params;
};
