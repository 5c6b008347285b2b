import { createServer, type Server } from 'node:net';

/** A server that speaks just enough of PostgreSQL's protocol to say that it is version 14. */
export function startOldPostgres(): Promise<Server> {
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), message('Z', Buffer.from('I'))]));
      socket.on('data', (asked) => asked[0] === 'Q'.charCodeAt(0) && socket.write(answer()));
    });
    socket.on('error', () => undefined);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const int4 = 23;
const text = 25;

function answer(): Buffer {
  const columns = Buffer.concat([int16(2), column('version', int4), column('encoding', text)]);
  const row = Buffer.concat([int16(2), value('14'), value('UTF8')]);
  return Buffer.concat([
    message('T', columns),
    message('D', row),
    message('C', Buffer.from('SELECT 1\0')),
    message('Z', Buffer.from('I')),
  ]);
}

const column = (name: string, type: number): Buffer =>
  Buffer.concat([Buffer.from(`${name}\0`), int32(0), int16(0), int32(type), int16(-1), int32(-1), int16(0)]);

const value = (content: string): Buffer => Buffer.concat([int32(content.length), Buffer.from(content)]);

const message = (kind: string, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);

function int32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(number);
  return bytes;
}

function int16(number: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(number);
  return bytes;
}
