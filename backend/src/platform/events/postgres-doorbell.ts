import pg from 'pg';
import type { RungEvent } from '../database/transaction.js';
import type { Doorbell, Heard } from './doorbell.js';

export interface DoorbellTimes {
  /** How often it looks for rings that it did not hear, and how long the answer may take before its connection counts as dead. */
  pulseEveryMs: number;
  pulseWithinMs: number;
}

const usual: DoorbellTimes = { pulseEveryMs: 4_000, pulseWithinMs: 3_000 };
const connectWithinMs = 3_000;
const shortestPauseMs = 50;
const longestPauseMs = 2_000;

/** How the database's list of connections names it. */
export const doorbellName = 'rinnalla doorbell';

interface Look {
  next: string;
  rings: (Required<RungEvent> & { isSeenAgain: boolean })[];
}

const lookSince = async (client: pg.Client, begun: string | null): Promise<Look> => {
  const { rows } = await client.query<Look>('select next::text, rings from app.rings_since($1)', [begun]);
  return rows[0] as Look;
};

/**
 * `LISTEN rinnalla` on a connection of its own, never a pooled one. Losing it is expected: by a word of the network, or
 * without one (then the pulse finds out). It listens again after a growing pause. The pulse also rings what was committed
 * and not heard: its writer may have died between the commit and the ring.
 */
export class PostgresDoorbell implements Doorbell {
  private client: pg.Client | undefined;
  private isClosed = false;
  private isFeeling = false;
  private pauseMs = shortestPauseMs;
  /** Every transaction below it was seen by a look. */
  private lookedUpTo: string | null = null;
  /** Rings that were heard and that the next look finds again. */
  private heard = new Set<string>();
  private readonly pulse: ReturnType<typeof setInterval>;
  private listener: Heard = { rung: () => undefined, restored: () => undefined };

  constructor(
    private readonly url: string,
    private readonly times: DoorbellTimes = usual,
  ) {
    this.pulse = setInterval(() => void this.feelPulse(), times.pulseEveryMs).unref();
  }

  async open(heard: Heard): Promise<void> {
    this.listener = heard;
    await this.listen();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.pulse);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: connectWithinMs,
      application_name: doorbellName,
    });
    client.on('error', () => undefined);
    const lost = new Promise<void>((resolve) => client.once('end', resolve));
    try {
      await client.connect();
      client.on('notification', ({ payload }) => payload && this.hear(JSON.parse(payload) as RungEvent));
      await client.query('listen rinnalla');
      await this.beginLooking(client);
    } catch (error) {
      hangUp(client);
      throw error;
    }
    if (this.isClosed) return hangUp(client);
    this.client = client;
    this.pauseMs = shortestPauseMs;
    void lost.then(() => this.listenLater());
  }

  private listenLater(): void {
    this.client = undefined;
    if (this.isClosed) return;
    setTimeout(() => {
      this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
      this.listen().then(
        () => this.listener.restored(),
        () => this.listenLater(),
      );
    }, this.pauseMs).unref();
  }

  private async feelPulse(): Promise<void> {
    const { client } = this;
    if (!client || this.isFeeling) return;
    this.isFeeling = true;
    const silent = setTimeout(() => hangUp(client), this.times.pulseWithinMs);
    await this.lookAround(client).catch(() => undefined);
    clearTimeout(silent);
    this.isFeeling = false;
  }

  /**
   * The first look of a connection rings nothing: whoever hears `restored` reads everything again. Behind a transaction
   * that still runs, later looks find again what was committed before this one, so that counts as heard.
   */
  private async beginLooking(client: pg.Client): Promise<void> {
    this.lookedUpTo = (await lookSince(client, null)).next;
    const { rings } = await lookSince(client, this.lookedUpTo);
    for (const { ring } of rings) this.heard.add(ring);
  }

  /** Rings what was committed since the last look and not heard. */
  private async lookAround(client: pg.Client): Promise<void> {
    const heardBefore = this.heard;
    this.heard = new Set();
    const { next, rings } = await lookSince(client, this.lookedUpTo);
    for (const { isSeenAgain, ...event } of rings) {
      if (!heardBefore.has(event.ring)) this.hear(event);
      if (isSeenAgain) this.heard.add(event.ring);
    }
    this.lookedUpTo = next;
  }

  private hear({ ring, ...event }: RungEvent): void {
    if (ring) {
      if (this.heard.has(ring)) return;
      this.heard.add(ring);
    }
    this.listener.rung(event);
  }
}

/** Ends the connection though the other side does not answer: `end` would wait for it. */
const hangUp = (client: pg.Client): void =>
  (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
