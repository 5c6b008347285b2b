import { IoAdapter } from '@nestjs/platform-socket.io';
import type { INestApplicationContext } from '@nestjs/common';
import { notSignedInAtTheDoor } from '@rinnalla/shared/contract/live-notices';
import type { Actor } from '@rinnalla/shared/organization/actor';
import type { Server, ServerOptions, Socket } from 'socket.io';
import { SessionTokens } from '../auth/session-tokens.js';
import { Database } from '../database/database.js';
import { AllowedOrigins } from '../http/allowed-origins.js';

/** What a socket carries: its session's token hash, with which each of its messages begins a transaction, and who it is. */
interface SocketData {
  tokenHash: string;
  actor: Actor;
}
type NoEvents = Record<string, never>;
type AnyEvents = Record<string, (...args: unknown[]) => void>;
export type LiveSocket = Socket<NoEvents, AnyEvents, NoEvents, SocketData>;
export type LiveServer = Server<NoEvents, AnyEvents, NoEvents, SocketData>;

/**
 * The door for sockets: exact Origin, then session, before a connection exists. Nest's guards do not run on connect,
 * and CORS lists do not stop a WebSocket upgrade.
 */
export class SocketAdapter extends IoAdapter {
  private readonly database: Database;
  private readonly origins: AllowedOrigins;
  private readonly tokens: SessionTokens;
  private isClosing = false;

  constructor(app: INestApplicationContext) {
    super(app);
    this.database = app.get(Database);
    this.origins = app.get(AllowedOrigins);
    this.tokens = app.get(SessionTokens);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: 64 * 1024,
      pingInterval: 20_000,
      pingTimeout: 10_000,
      allowRequest: (request, decide) => {
        decide(null, !this.isClosing && this.origins.mayAct(request.headers));
      },
    } as ServerOptions) as Server;
    server.use((socket, next) => {
      this.admit(socket).then(
        (isAdmitted) => next(isAdmitted ? undefined : new Error(notSignedInAtTheDoor)),
        // A database out of reach says nothing about who knocks: they come again.
        () => next(new Error('unavailable')),
      );
    });
    return server;
  }

  /** From now on the door stays shut. */
  closeDoor(): void {
    this.isClosing = true;
  }

  private async admit(socket: Socket): Promise<boolean> {
    const tokenHash = this.tokens.hashOf(socket.handshake);
    if (!tokenHash) return false;
    const actor = await this.database.inTransaction(
      { tokenHash },
      async ({ transaction }) => transaction.actor,
    );
    if (!actor) return false;
    Object.assign(socket.data as SocketData, { tokenHash, actor });
    return true;
  }
}
