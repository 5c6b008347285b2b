import { type Pauses, pauseMsAfter } from '../kernel/pause.js';
import { liveNotices, notSignedInAtTheDoor } from './live-notices.js';

/** The part of a socket.io client that coming back needs. */
export interface ReturningSocket {
  /** The library itself is trying to come back. */
  readonly active: boolean;
  on: (event: string, handler: (...args: unknown[]) => void) => unknown;
  connect: () => unknown;
}

/** How the library itself comes back after a lost network: 0.5 to 30 s, with chance in it. */
export const comingBack = {
  reconnectionDelay: 1_000,
  reconnectionDelayMax: 20_000,
  randomizationFactor: 0.5,
  timeout: 7_000,
} as const;

/** How long a question may stay open: the server answers within five seconds, the network takes its part. */
export const ackTimeoutMs = 7_000;

/**
 * Brings a socket back where the library does not: when the server closed it (a role that changed, a browser that did
 * not keep up, a process that stops and says when to come back), and when the door could not answer. The door decides
 * anew each time; who has no session is told so by it and stays away.
 */
export class ComeBack {
  private failures = 0;
  private hintedMs: number | undefined;
  private isReplaced = false;
  private isStopped = false;
  private cancel: () => void = () => undefined;

  constructor(
    private readonly socket: ReturningSocket,
    private readonly pauses: Pauses,
  ) {
    socket.on('connect', () => {
      this.failures = 0;
      this.hintedMs = undefined;
    });
    socket.on(
      liveNotices.serverClosing.name,
      (closing) => (this.hintedMs = (closing as { reconnectAfterMs: number }).reconnectAfterMs),
    );
    socket.on(liveNotices.socketReplaced.name, () => (this.isReplaced = true));
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect' && !this.isReplaced) this.later();
    });
    socket.on('connect_error', (error) => {
      if (!socket.active && (error as Error).message !== notSignedInAtTheDoor) this.later();
    });
  }

  /** The reader looks at this tab: a person's newest tabs live, an older one comes back now. */
  looked(): void {
    if (!this.isReplaced || this.isStopped) return;
    this.isReplaced = false;
    this.socket.connect();
  }

  stop(): void {
    this.isStopped = true;
    this.cancel();
  }

  private later(): void {
    const ms = this.hintedMs ?? pauseMsAfter(this.failures++, this.pauses.chance());
    this.hintedMs = undefined;
    this.cancel();
    this.cancel = this.pauses.later(ms, () => {
      if (!this.isStopped) this.socket.connect();
    });
  }
}
