import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface MailBox {
  url: string;
  /** What came, head and text: unfolded, and read as UTF-8. */
  readonly received: { to: string[]; mail: string }[];
  stop: () => Promise<void>;
}

/** A mail server that takes everything: as much of RFC 5321 as a sender needs. */
export const aMailBox = async (): Promise<MailBox> => {
  const received: MailBox['received'] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => undefined);
    let [unread, to, data] = ['', [] as string[], undefined as string | undefined];
    const hear = (line: string): void => {
      if (data !== undefined) {
        if (line !== '.') return void (data += `${line}\n`);
        received.push({ to, mail: readable(data) });
        [to, data] = [[], undefined];
        return void socket.write('250 taken\r\n');
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'RCPT') to.push(/<(.*)>/.exec(line)?.[1] ?? '');
      if (verb === 'DATA') data = '';
      if (verb === 'QUIT') return void socket.end('221 bye\r\n');
      socket.write(verb === 'DATA' ? '354 go on\r\n' : '250 ok\r\n');
    };
    socket.on('data', (bytes) => {
      const lines = (unread + bytes.toString('latin1')).split('\r\n');
      unread = lines.pop() ?? '';
      for (const line of lines) hear(line);
    });
    socket.write('220 mail\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    stop: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

/** Quoted-printable (RFC 2045, 6.7) undone. */
const readable = (data: string): string =>
  Buffer.from(
    data
      .replaceAll('=\n', '')
      .replaceAll(/=([\dA-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
