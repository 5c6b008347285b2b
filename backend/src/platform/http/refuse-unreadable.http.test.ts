import { Agent, get, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { HttpAdapterHost } from '@nestjs/core';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { until } from '../../testing/until.js';

describe('what cannot be read as a request', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const said = async (bytes: string): Promise<string> => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(bytes);
    return text(socket);
  };

  it('is refused in the product’s own words, and its connection ends', async () => {
    const [head = '', body = ''] = (await said('what is this\r\n\r\n')).split('\r\n\r\n');

    expect(head).toMatch(/^HTTP\/1.1 400 Bad Request\r\ncontent-type: application\/problem\+json\r\n/);
    expect(head).toMatch(/\r\nconnection: close$/);
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'invalidInput', reason: 'unreadable' });
  });

  it('keeps no connection open, though its sender never ends theirs', async () => {
    const { httpAdapter } = server.get(HttpAdapterHost);
    const listening = httpAdapter.getHttpServer() as Server;
    const areOpen = (): Promise<number> =>
      new Promise((resolve) => listening.getConnections((_error, count) => resolve(count)));
    const sender = connect({
      port: Number(new URL(server.url).port),
      host: '127.0.0.1',
      allowHalfOpen: true,
    });
    sender.on('error', () => undefined);
    sender.write('what is this\r\n\r\n');
    await until(async () => (await areOpen()) > 0);
    sender.resume();

    await expect(until(async () => (await areOpen()) === 0)).resolves.toBeUndefined();
    sender.destroy();
  });

  it('is too large with an address of twenty kilobytes, and takes no later request along', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (path: string): Promise<IncomingMessage> =>
      new Promise((resolve, reject) => get(`${server.url}${path}`, { agent }, resolve).once('error', reject));

    const tooLarge = await ask(`/api/services?q=${'a'.repeat(20_000)}`);

    expect(tooLarge.statusCode).toBe(413);
    expect(await json(tooLarge)).toMatchObject({ status: 413, code: 'tooLarge' });
    const next = await ask('/health/live');
    expect(next.statusCode).toBe(200);
    next.resume();
    agent.destroy();
  });
});
