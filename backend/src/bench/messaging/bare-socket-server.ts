import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';
import { type LimitWrite, limitWrite } from '../limit-writes.js';

/**
 * What the API's messages are measured against: socket.io and `pg` alone. The same insert, the same fan-out of the same
 * words to those who stand in the room; no rights, no validation, no log, no second process.
 */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });

const bodyOf = async (request: IncomingMessage): Promise<LimitWrite> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as LimitWrite;
};

const http = createServer((request, response) => {
  if (request.url === '/ready') return void response.end('{}');
  if (request.url?.startsWith('/socket.io')) return;
  bodyOf(request)
    .then(async (given) => {
      await limitWrite(pool, 'message', given);
      io.to(given.id).emit('conversationEntry', {
        conversationId: given.id,
        entry: {
          kind: 'message',
          body: given.body,
          sender: { personId: given.personId, organizationId: given.organizationId },
        },
      });
      response.writeHead(201, { 'content-type': 'application/json' }).end('{}');
    })
    .catch((error: Error) => void response.writeHead(500).end(error.message));
});
const io = new Server(http, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => {
  socket.on(
    'watchConversation',
    ({ conversationId }: { conversationId: string }, answer: (given: object) => void) => {
      void socket.join(conversationId);
      answer({ ok: true });
    },
  );
});
http.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
