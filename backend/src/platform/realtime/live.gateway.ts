import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { log } from '../log/log.js';
import { LiveSockets } from './live-sockets.js';
import type { LiveServer, LiveSocket } from './socket.adapter.js';
import { SocketRequests } from './socket-requests.js';

/** The one gateway: whoever the door let in is put into their rooms and may ask. Features register what can be asked. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit<LiveServer>, OnGatewayConnection<LiveSocket> {
  constructor(
    private readonly sockets: LiveSockets,
    private readonly requests: SocketRequests,
  ) {}

  afterInit(server: LiveServer): void {
    this.sockets.open(server);
  }

  /** Nest lets what is thrown here end the process: nothing may be. */
  handleConnection(socket: LiveSocket): void {
    socket.on('error', () => undefined);
    this.requests.serve(socket);
    this.sockets.admit(socket).catch((error: unknown) => {
      log.error(
        { error: error instanceof Error ? error.name : typeof error },
        'a socket could not be admitted',
      );
      socket.disconnect(true);
    });
  }
}
