import pg from 'pg';
import type { DomainEvent } from '../database/transaction.js';
import type { Doorbell, Heard } from './doorbell.js';

export interface DoorbellTimes {
  /** How often it asks whether its connection still lives, and how long the answer may take. */
  pulseEveryMs: number;
  pulseWithinMs: number;
}

const usual: DoorbellTimes = { pulseEveryMs: 4_000, pulseWithinMs: 3_000 };
const connectWithinMs = 3_000;
const shortestPauseMs = 50;
const longestPauseMs = 2_000;

/** How the database's list of connections names it. */
export const doorbellName = 'rinnalla doorbell';

/**
 * `LISTEN rinnalla` on a connection of its own, never a pooled one. Losing it is expected: by a word of the network, or
 * without one (then the pulse finds out). It listens again after a growing pause.
 */
export class PostgresDoorbell implements Doorbell {
  private client: pg.Client | undefined;
  private isClosed = false;
  private isFeeling = false;
  private pauseMs = shortestPauseMs;
  private readonly pulse: ReturnType<typeof setInterval>;

  constructor(
    private readonly url: string,
    private readonly times: DoorbellTimes = usual,
  ) {
    this.pulse = setInterval(() => void this.feelPulse(), times.pulseEveryMs).unref();
  }

  async open(heard: Heard): Promise<void> {
    await this.listen(heard);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.pulse);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(heard: Heard): Promise<void> {
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
      client.on('notification', ({ payload }) => payload && heard.rung(JSON.parse(payload) as DomainEvent));
      await client.query('listen rinnalla');
    } catch (error) {
      hangUp(client);
      throw error;
    }
    if (this.isClosed) return hangUp(client);
    this.client = client;
    this.pauseMs = shortestPauseMs;
    void lost.then(() => this.listenLater(heard));
  }

  private listenLater(heard: Heard): void {
    this.client = undefined;
    if (this.isClosed) return;
    setTimeout(() => {
      this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
      this.listen(heard).then(
        () => heard.restored(),
        () => this.listenLater(heard),
      );
    }, this.pauseMs).unref();
  }

  private async feelPulse(): Promise<void> {
    const { client } = this;
    if (!client || this.isFeeling) return;
    this.isFeeling = true;
    const silent = setTimeout(() => hangUp(client), this.times.pulseWithinMs);
    await client.query('select 1').catch(() => undefined);
    clearTimeout(silent);
    this.isFeeling = false;
  }
}

/** Ends the connection though the other side does not answer: `end` would wait for it. */
const hangUp = (client: pg.Client): void =>
  (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
