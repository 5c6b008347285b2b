import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { log } from '../log/log.js';
import { LogSeal } from './log-seal.js';

/** A chain, the number of its last row, and that row's hash. */
export type ChainHead = readonly [chain: number, seq: number, hash: string];

const headsToAnchor = statement(
  'heads-to-anchor',
  'select previous_signature, heads from app.heads_to_anchor()',
);
const keepAnchor = statement('keep-anchor', 'select app.keep_anchor($1, $2, $3, $4)');

const anchorEveryMs = 5_000;

export const anchorContent = (at: Date, heads: readonly ChainHead[], previous: string): string =>
  JSON.stringify([at.toISOString(), heads, previous]);

/**
 * Signs the heads of the log's chains every few seconds, on whichever node comes first. From then on not even who rules
 * the database can write a chain anew or cut it. Each signature is told to the process's own log as well, which is
 * kept elsewhere: there a cut is seen that takes the last anchors with it.
 */
@Injectable()
export class LogAnchors implements BeforeApplicationShutdown {
  private readonly timer = setInterval(() => void this.anchor().catch(reportFailure), anchorEveryMs);

  constructor(
    private readonly database: Database,
    private readonly seal: LogSeal,
    private readonly clock: Clock,
  ) {
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.anchor().catch(reportFailure);
  }

  /** The new anchor's signature; undefined when nothing grew or another node anchors. */
  async anchor(): Promise<string | undefined> {
    const signature = await this.database.inTransaction({}, async () => {
      const grown = await this.database.row<{ previous_signature: string; heads: ChainHead[] }>(
        headsToAnchor,
      );
      if (!grown) return undefined;
      const at = this.clock.now();
      const signed = this.seal.sign(anchorContent(at, grown.heads, grown.previous_signature));
      await this.database.row(keepAnchor, [
        at,
        JSON.stringify(grown.heads),
        grown.previous_signature,
        signed,
      ]);
      return signed;
    });
    if (signature) log.info({ anchor: signature }, 'log anchored');
    return signature;
  }
}

const reportFailure = (error: unknown): void =>
  log.error({ error: error instanceof Error ? error.name : typeof error }, 'the log could not be anchored');
