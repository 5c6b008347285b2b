import { ackTimeoutMs, ComeBack, comingBack } from '@rinnalla/shared/contract/come-back';
import { liveNotices, notSignedInAtTheDoor } from '@rinnalla/shared/contract/live-notices';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { browserPauses } from './browser-pauses.js';
import { setConnection } from './connection.js';
import { sessionKey } from './session-key.js';

/** Event maps as socket.io writes them: a name and a function's arguments. */
type EventMap = Record<string, (...args: never[]) => unknown>;
type ArgumentsOf<Handler> = Handler extends (...args: infer Args) => unknown ? Args : never;
/** What stands before the acknowledgement in a client's event. */
type PayloadOf<Handler> =
  ArgumentsOf<Handler> extends [...infer Payload, (answer: never) => void] ? Payload : ArgumentsOf<Handler>;
type AnswerOf<Handler> =
  ArgumentsOf<Handler> extends [...unknown[], (answer: infer Answer) => void] ? Answer : void;

/** A live connection, typed by a feature's event maps. */
export interface Channel<Server, Client> {
  /** Hears an event until the returned function is called; survives reconnects. */
  on: <Name extends keyof Server & string>(
    name: Name,
    handler: (...args: ArgumentsOf<Server[Name]>) => void,
  ) => () => void;
  /** Called after each connect, the first one too: join again what is being watched. */
  onConnect: (handler: () => void) => () => void;
  /** Emits and waits for the answer; rejects with `Problem('unavailable')` when there is no connection or no answer in time. */
  emit: <Name extends keyof Client & string>(
    name: Name,
    ...payload: PayloadOf<Client[Name]>
  ) => Promise<AnswerOf<Client[Name]>>;
}

/** The part of a socket.io client that we use; a test gives its own. */
export interface Wire {
  connected: boolean;
  on: (event: string, handler: (...args: unknown[]) => void) => void;
  onAny: (handler: (event: string, ...args: unknown[]) => void) => void;
  emitWithAck: (event: string, ...payload: unknown[]) => Promise<unknown>;
  close: () => void;
}

class Realtime {
  private readonly handlers = new Map<string, Set<(...args: unknown[]) => void>>();
  private wire: Wire | undefined;

  /** Takes a wire into use and returns how to let go of it. */
  attach(wire: Wire, onReconnect: () => void, onRefused: () => void = () => undefined): () => void {
    let wasConnected = false;
    this.wire = wire;
    setConnection({ live: 'connecting' });
    wire.on('connect', () => {
      setConnection({ live: 'connected' });
      if (wasConnected) onReconnect();
      wasConnected = true;
      this.tell('connect', []);
    });
    wire.on('disconnect', () => setConnection({ live: 'lost' }));
    wire.on('connect_error', (error) => {
      setConnection({ live: 'lost' });
      if (error instanceof Error && error.message === notSignedInAtTheDoor) onRefused();
    });
    wire.onAny((event, ...args) => this.tell(event, args));
    return () => {
      wire.close();
      if (this.wire === wire) this.wire = undefined;
      setConnection({ live: 'off' });
    };
  }

  on(event: string, handler: (...args: unknown[]) => void): () => void {
    const handlers = this.handlers.get(event) ?? new Set();
    this.handlers.set(event, handlers.add(handler));
    if (event === 'connect' && this.wire?.connected) handler();
    return () => handlers.delete(handler);
  }

  onConnect(handler: () => void): () => void {
    return this.on('connect', handler);
  }

  async emit(event: string, ...payload: unknown[]): Promise<unknown> {
    if (!this.wire?.connected) throw new Problem('unavailable', { reason: 'network' });
    try {
      return await this.wire.emitWithAck(event, ...payload);
    } catch {
      throw new Problem('unavailable', { reason: 'network' });
    }
  }

  private tell(event: string, args: unknown[]): void {
    for (const handler of this.handlers.get(event) ?? []) handler(...args);
  }
}

/** A websocket to our own origin; the library is loaded only for those who sign in. */
const openWire = async (): Promise<Wire> => {
  const { io } = await import('socket.io-client');
  const socket = io({ transports: ['websocket'], withCredentials: true, ...comingBack });
  const comeBack = new ComeBack(socket, browserPauses);
  const look = (): void => {
    if (document.visibilityState === 'visible') comeBack.looked();
  };
  document.addEventListener('visibilitychange', look);
  return {
    get connected() {
      return socket.connected;
    },
    on: (event, handler) => void socket.on(event, handler),
    onAny: (handler) => void socket.onAny(handler),
    emitWithAck: (event, ...payload) =>
      socket.timeout(ackTimeoutMs).emitWithAck(event, ...payload) as Promise<unknown>,
    close: () => {
      comeBack.stop();
      document.removeEventListener('visibilitychange', look);
      socket.close();
    },
  };
};

const RealtimeContext = createContext(new Realtime());

/**
 * Keeps one live connection per signed-in membership. After a reconnect everything on the screen is read again,
 * because events sent in between are gone.
 *
 * @param actorKey whose connection: another key closes it and opens a new one; undefined when nobody is signed in
 */
export const RealtimeProvider = ({
  actorKey,
  open = openWire,
  children,
}: {
  actorKey: string | undefined;
  open?: () => Promise<Wire>;
  children: ReactNode;
}) => {
  const queryClient = useQueryClient();
  const [realtime] = useState(() => new Realtime());
  useEffect(() => {
    if (!actorKey) return;
    let closed = false;
    let detach: (() => void) | undefined;
    const start = async (): Promise<void> => {
      const wire = await open();
      if (closed) wire.close();
      else {
        detach = realtime.attach(
          wire,
          () => void queryClient.invalidateQueries(),
          // The session has ended: the frame learns it by asking who is signed in.
          () => void queryClient.invalidateQueries({ queryKey: sessionKey }),
        );
      }
    };
    start().catch(() => setConnection({ live: 'lost' }));
    const stopHearing = realtime.on(liveNotices.rightsChanged.name, () => void readAnew(queryClient));
    return () => {
      closed = true;
      stopHearing();
      detach?.();
    };
  }, [actorKey, open, realtime, queryClient]);
  return <RealtimeContext.Provider value={realtime}>{children}</RealtimeContext.Provider>;
};

/** What may be read no longer leaves the page at once; what still may is read again. */
const readAnew = async (queryClient: QueryClient): Promise<void> => {
  await queryClient.invalidateQueries({ queryKey: sessionKey });
  await queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
};

/** The live connection in a feature's own words: `useChannel<ServerEvents, ClientEvents>()`. */
export const useChannel = <Server extends object = EventMap, Client extends object = EventMap>() =>
  useContext(RealtimeContext) as unknown as Channel<Server, Client>;
