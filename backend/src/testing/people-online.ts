import type { SocketAnswer, SocketRequest } from '@rinnalla/shared/contract/define-socket-event';
import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import type { Caller, TestServer } from './test-server.js';

/** A browser's live connection as a test holds it: what it heard, and what it asks. */
export interface Online {
  socket: Socket;
  /** Everything heard, in order. */
  heard: { name: string; payload: unknown }[];
  ask<Request extends SocketRequest>(
    request: Request,
    payload: z.input<Request['payload']>,
  ): Promise<SocketAnswer<z.output<Request['answer']>>>;
  /** Resolves when `found` says so of what was heard; rejects after the time given. */
  hears(found: (heard: Online['heard']) => boolean, withinMs?: number): Promise<void>;
  closed: Promise<string>;
  close(): void;
}

/** Why it was closed; or that it is open still when what ends must have ended, on every node (docs/delivery.md, rule 10). */
export const soonClosed = async ({ closed }: Online, withinMs = 2_000): Promise<string> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => (timer = setTimeout(() => resolve('still open'), withinMs)));
  return Promise.race([closed, late]).finally(() => clearTimeout(timer));
};

/** Going online as often as a test likes; whoever is online at its end goes. Called within a `describe`. */
export const onlineForATest = () => {
  const online: Online[] = [];
  afterEach(() => {
    for (const one of online.splice(0)) one.close();
  });
  return async (...who: Parameters<typeof goOnline>): Promise<Online> => {
    const one = await goOnline(...who);
    online.push(one);
    return one;
  };
};

export const goOnline = async (
  server: Pick<TestServer, 'url'>,
  caller: Caller,
  headers: Record<string, string> = {},
): Promise<Online> => {
  const socket = io(server.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { ...(caller.cookie ? { cookie: caller.cookie } : {}), ...headers },
  });
  const heard: Online['heard'] = [];
  const waiters = new Set<() => void>();
  socket.onAny((name: string, payload: unknown) => {
    heard.push({ name, payload });
    for (const waiter of waiters) waiter();
  });
  const closed = new Promise<string>((resolve) => socket.once('disconnect', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  return {
    socket,
    heard,
    closed,
    ask: (request, payload) => socket.timeout(6_000).emitWithAck(request.name, payload) as never,
    hears: (found, withinMs = 10_000) =>
      new Promise((resolve, reject) => {
        const finish = (settle: () => void): void => {
          clearTimeout(timer);
          waiters.delete(look);
          settle();
        };
        const look = (): void => {
          if (found(heard)) finish(resolve);
        };
        const timer = setTimeout(
          () =>
            finish(() =>
              reject(
                new Error(
                  `Not heard within ${withinMs} ms; heard: ${JSON.stringify(heard.map(({ name }) => name))}`,
                ),
              ),
            ),
          withinMs,
        );
        waiters.add(look);
        look();
      }),
    close: () => void socket.close(),
  };
};
