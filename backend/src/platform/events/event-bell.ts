import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIG } from '../config/config.token.js';
import type { Config } from '../config/config.js';
import type { DomainEvent } from '../database/transaction.js';
import { log } from '../log/log.js';

type Listener = (event: DomainEvent) => void | Promise<void>;
type Reconnected = () => void | Promise<void>;

/**
 * Hears every committed event on this node: `NOTIFY rinnalla` on a connection of its own, never a pooled one.
 * Losing the connection is expected: it listens again after a growing pause, and tells those who must read
 * again what they may have missed.
 */
@Injectable()
export class EventBell implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private readonly reconnected = new Set<Reconnected>();
  private client: pg.Client | undefined;
  private stopped = false;
  private pauseMs = 50;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  onEvent(listener: Listener): void {
    this.listeners.add(listener);
  }

  /** Called after each (re)LISTEN but the first. */
  onReconnect(listener: Reconnected): void {
    this.reconnected.add(listener);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listen(true);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private async listen(first: boolean): Promise<void> {
    if (this.stopped) return;
    const client = new pg.Client({ connectionString: this.config.DATABASE_URL, keepAlive: true });
    client.on('error', () => undefined);
    try {
      await client.connect();
      client.on('notification', ({ payload }) => this.ring(payload));
      await client.query('listen rinnalla');
    } catch (error) {
      if (first) throw error;
      await client.end().catch(() => undefined);
      return this.listenLater();
    }
    this.client = client;
    this.pauseMs = 50;
    client.once('end', () => this.listenLater());
    if (!first) for (const listener of this.reconnected) this.run(() => listener());
  }

  private listenLater(): void {
    if (this.stopped) return;
    this.pauseMs = Math.min(this.pauseMs * 2, 2_000);
    setTimeout(() => void this.listen(false), this.pauseMs).unref();
  }

  private ring(payload: string | undefined): void {
    if (!payload) return;
    const event = JSON.parse(payload) as DomainEvent;
    for (const listener of this.listeners) this.run(() => listener(event));
  }

  private run(work: () => void | Promise<void>): void {
    Promise.resolve()
      .then(work)
      .catch((error: unknown) => log.error({ error: error instanceof Error ? error.name : typeof error }, 'a listener failed'));
  }
}
