import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

interface ReceivedMail {
  from: string;
  to: string[];
  raw: Buffer;
}

/** A real mail server, which keeps what it accepts. */
export interface MailServer {
  url: string;
  received: ReceivedMail[];
  /** What it says instead of taking a mail. */
  answer: { code: number } | undefined;
  /** Takes a mail and hangs up before it says so. */
  hangUpInstead: boolean;
  /** Called with each connection, before a word is said. */
  beforeGreeting: (() => void | Promise<void>) | undefined;
  /** Called with each mail that was taken, before its sender hears so. */
  beforeAnswer: ((mail: ReceivedMail) => void | Promise<void>) | undefined;
  stop(): Promise<void>;
}

export const aMailServer = async (): Promise<MailServer> => {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onConnect: (_session, done) => void Promise.resolve(mail.beforeGreeting?.()).then(() => done()),
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (mail.answer)
          return done(Object.assign(new Error('not taken'), { responseCode: mail.answer.code }));
        const taken = {
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks),
        };
        received.push(taken);
        if (mail.hangUpInstead)
          return [...server.connections].forEach((connection) =>
            (connection as unknown as { _socket: Socket })._socket.destroy(),
          );
        void Promise.resolve(mail.beforeAnswer?.(taken)).then(() => done());
      });
    },
  });
  // A client that was killed is no failure of the server's.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answer: undefined,
    hangUpInstead: false,
    beforeGreeting: undefined,
    beforeAnswer: undefined,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mail;
};
