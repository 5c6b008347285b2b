import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { healthRoutes } from '@rinnalla/shared/contract/health-routes';
import { attachmentRoutes } from '@rinnalla/shared/messaging/attachment-routes';
import { aPdf, storedFiles } from '../../../testing/attachments.js';
import { type HostileFile, hostileFiles } from '../../../testing/hostile-files.js';
import { aSharedCase, type SharedCase } from '../../../testing/shared-case.js';
import { startTestServer, type TestServer } from '../../../testing/test-server.js';
import { until } from '../../../testing/until.js';
import { TendAttachments } from './tend-attachments.js';

describe('a hostile file', () => {
  let server: TestServer;
  let shared: SharedCase;
  beforeAll(async () => {
    server = await startTestServer();
    shared = await aSharedCase(server.owner);
  });
  afterAll(() => server.stop());

  const places = () => ({ conversationId: shared.sharedId, attachmentId: randomUUID() });
  const upload = async ({ bytes, name = 'suunnitelma.pdf' }: HostileFile, params = places()) => {
    const file = new File([new Uint8Array(await bytes())], name, { type: 'application/pdf' });
    return server.call(attachmentRoutes.upload, { params, body: file } as never, shared.coach);
  };
  /** What would be handed out to anybody; discarded afterwards. */
  const becameOf = async (params: ReturnType<typeof places>, { becomes }: HostileFile): Promise<string> => {
    const { status, body } = await server.call(attachmentRoutes.download, { params }, shared.coach);
    await server.call(attachmentRoutes.discard, { params }, shared.coach);
    const isDisarmed =
      status === 200 && typeof becomes === 'object' && !JSON.stringify(body).includes(becomes.without);
    return isDisarmed ? 'disarmed' : 'handed out as it was';
  };
  const whatIsLeft = async () => {
    await server.get(TendAttachments).run();
    const { rows } = await server.owner.query<{ row: unknown }>(
      'select to_jsonb(a) as row from attachment a union all select to_jsonb(e) from file_erasure e where not erased',
    );
    return { rows: rows.map(({ row }) => row), files: await storedFiles(server) };
  };
  const nothing = { rows: [], files: [] };

  it.each(hostileFiles)('$what', async (file) => {
    const params = places();

    const { status, body } = await upload(file, params);
    const became = status === 200 ? await becameOf(params, file) : `${status} ${body.reason}`;

    expect(became).toBe(
      typeof file.becomes === 'object'
        ? 'disarmed'
        : `${file.becomes === 'tooLarge' ? 413 : 422} ${file.becomes}`,
    );
    expect(await whatIsLeft()).toEqual(nothing);
  });

  const disposition = (name: string): string =>
    `content-disposition: form-data; name="file"; filename="${name}"\r\n`;
  const part = (head = disposition('a.pdf'), content: string | Buffer = aPdf()): string =>
    `--x\r\n${head}\r\n${content.toString('latin1')}\r\n`;
  const end = '--x--\r\n';
  const form = 'multipart/form-data; boundary=x';

  /** As bytes on the wire: what no honest client sends. `sent` is cut off at the end and the line let go. */
  const raw = (
    body: string,
    headers: Record<string, string> = {},
    length = Buffer.byteLength(body, 'latin1'),
  ): Promise<number | 'cut'> =>
    new Promise((resolve) => {
      const { conversationId, attachmentId } = places();
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      const all = {
        host: 'localhost',
        cookie: shared.coach.cookie,
        'content-type': form,
        'content-length': String(length),
        connection: 'close',
        ...headers,
      };
      let answer = '';
      socket.on('data', (bytes) => {
        answer += bytes.toString('latin1');
        if (answer.includes('\r\n')) socket.end();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1]) || 'cut'));
      const lines = Object.entries(all)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(
        `PUT /api/conversations/${conversationId}/attachments/${attachmentId} HTTP/1.1\r\n${lines.join('')}\r\n`,
      );
      socket.write(Buffer.from(body, 'latin1'));
      if (length > Buffer.byteLength(body, 'latin1')) socket.end();
    });

  it.each<[string, () => Promise<number | 'cut'>, (number | 'cut')[]]>([
    ['a thousand parts', () => raw(part().repeat(1_000) + end), [422]],
    ['two files', () => raw(part() + part() + end), [422]],
    [
      'a field beside the file',
      () => raw(part() + part('content-disposition: form-data; name="role"\r\n', 'admin') + end),
      [422],
    ],
    [
      'a field instead of a file',
      () => raw(part('content-disposition: form-data; name="file"\r\n', 'x') + end),
      [422],
    ],
    ['an empty form', () => raw(end), [400, 422]],
    ['no body', () => raw('', { 'content-length': '0' }), [400, 422]],
    ['a form without an end', () => raw(part()), [400]],
    ['a form that breaks off in a file', () => raw(`--x\r\n${disposition('a.pdf')}\r\n%PDF-1.4`), [400]],
    ['a form that says it is longer than it is', () => raw(part() + end, {}, 9_000_000), [400, 'cut', 200]],
    ['another boundary than it says', () => raw(part().replaceAll('--x', '--y') + end), [400, 422]],
    ['no boundary', () => raw(part() + end, { 'content-type': 'multipart/form-data' }), [400]],
    ['JSON', () => raw('{"file":"x"}', { 'content-type': 'application/json' }), [400]],
    [
      'bytes without a form',
      () => raw(aPdf().toString('latin1'), { 'content-type': 'application/pdf' }),
      [400],
    ],
    ['a name of a megabyte', () => raw(part(disposition('a'.repeat(1_000_000))) + end), [200, 400, 422]],
    [
      'a thousand lines in the head of a part',
      () => raw(part(disposition('a.pdf') + 'x-a: b\r\n'.repeat(1_000)) + end),
      [200, 400, 422],
    ],
    ['a null byte in the name', () => raw(part(disposition('a.pdf\0.exe')) + end), [200, 400]],
    ['lines in the name', () => raw(part(disposition('a\r\nset-cookie: b.pdf')) + end), [200, 400, 422]],
    [
      'a header of a hundred kilobytes',
      () => raw(part() + end, { 'x-large': 'a'.repeat(100_000) }),
      [413, 'cut'],
    ],
    ['a megabyte after the end', () => raw(`${part()}${end}${'a'.repeat(1_000_000)}`), [200, 400]],
    [
      'a form in chunks that never ends',
      () => raw('5\r\n--x\r\n\r\n', { 'transfer-encoding': 'chunked', 'content-length': '' }, 100),
      [400, 'cut'],
    ],
    ['a foreign origin', () => raw(part() + end, { origin: 'https://evil.example' }), [403]],
  ])('as a request of %s', async (_what, sendIt, answers) => {
    expect(answers).toContain(await sendIt());

    // What was taken is discarded, as its sender would, also when that was decided after the line was cut; of what was refused nothing is left.
    let left = await whatIsLeft();
    await until(async () => {
      await server.owner.query('delete from attachment where received_at is not null');
      left = await whatIsLeft();
      return left.rows.length + left.files.length === 0;
    }).catch(() => undefined);
    expect(left).toEqual(nothing);
  });

  it('leaves the process alive', async () => {
    expect((await server.call(healthRoutes.ready, {})).status).toBe(200);
    expect((await upload({ what: 'a plan', bytes: () => aPdf(), becomes: { without: '' } })).status).toBe(
      200,
    );
  });
});
