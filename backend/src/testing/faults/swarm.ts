import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fetchSinceOf } from '@rinnalla/shared/messaging/conversation-state';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { Pool } from 'pg';
import { type Forgetting, SwarmBrowser } from './swarm-browser.js';
import type { Talk } from './talks.js';

export interface Pace {
  /** Of the whole swarm. */
  messagesPerSecond: number;
  /** All of a moment's messages at once, so that a fault finds work under way. */
  burstEveryMs: number;
  /** Bytes of a message. */
  bytes?: number;
}

/** More than this nobody writes while nothing leaves. */
const mostUnsent = 15;
/** A message in so many is edited or removed afterwards; a browser in so many reads what it sees. */
const oneInEdited = 40;
const oneInRemoved = 60;
const oneInReading = 5;
const oneInOverSocket = 4;

/** Everybody of some conversations at once, each with the app's own conversation code. */
export class Swarm {
  readonly browsers: SwarmBrowser[];
  private number = 0;
  private changes: Promise<unknown>[] = [];

  constructor(
    readonly talks: readonly Talk[],
    nodes: readonly string[],
    forgetting?: Forgetting,
  ) {
    const all = talks.flatMap((talk) => talk.people.map((person) => ({ person, talk })));
    this.browsers = all.map(
      ({ person, talk }, index) =>
        new SwarmBrowser(person, talk, nodes, index % oneInOverSocket === 0, forgetting),
    );
  }

  async open(): Promise<void> {
    await Promise.all(this.browsers.map((browser) => browser.open()));
  }

  moveTo(nodes: readonly string[]): void {
    for (const browser of this.browsers) browser.moveTo(nodes);
  }

  /** Writes until `until` is settled; who writes next goes round. */
  async write({ messagesPerSecond, burstEveryMs, bytes = 0 }: Pace, until: Promise<unknown>): Promise<void> {
    let isOver = false;
    void until.finally(() => (isOver = true));
    let owed = 0;
    let before = performance.now();
    while (!isOver) {
      await pause(burstEveryMs);
      const now = performance.now();
      owed += ((now - before) / 1000) * messagesPerSecond;
      before = now;
      for (; owed >= 1; owed--) this.writeOne(bytes);
    }
    await Promise.all(this.changes.splice(0));
  }

  private writeOne(bytes: number): void {
    const number = (this.number += 1);
    const browser = this.browsers[number % this.browsers.length]!;
    if (browser.conversation.echoes.length >= mostUnsent) return;
    browser.write(`Viesti ${number} `.padEnd(bytes, 'x').trim());
    if (number % oneInReading === 0) browser.driver.seen();
    if (number % oneInEdited === 0) this.changes.push(changeLast(browser, 'edit'));
    if (number % oneInRemoved === 0) this.changes.push(changeLast(browser, 'redact'));
  }

  /** Waits until everything written is acknowledged and every browser knows of nothing that it lacks; false: it did not come so far. */
  async settle(superuser: Pool, withinMs: number): Promise<boolean> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      const lastSeqs = await lastSeqsOf(superuser, this.talks).catch(() => undefined);
      if (
        lastSeqs &&
        this.browsers.every((browser) => isSettled(browser, lastSeqs.get(browser.talk.conversationId) ?? 0))
      )
        return true;
      if (performance.now() > deadline) return false;
      await pause(100);
    }
  }

  close(): void {
    for (const browser of this.browsers) browser.close();
  }
}

const isSettled = (browser: SwarmBrowser, lastSeq: number): boolean =>
  !browser.driver.hasUnsent &&
  browser.conversation.echoes.length === 0 &&
  fetchSinceOf(browser.conversation) === undefined &&
  browser.conversation.lastSeq === lastSeq;

const lastSeqsOf = async (superuser: Pool, talks: readonly Talk[]): Promise<Map<string, number>> => {
  const { rows } = await superuser.query<{ id: string; seq: number }>(
    'select id, last_seq::integer as seq from conversation where id = any ($1)',
    [talks.map(({ conversationId }) => conversationId)],
  );
  return new Map(rows.map(({ id, seq }) => [id, seq]));
};

/** As the screen does it, again and again under one id until it is answered. */
const changeLast = async (browser: SwarmBrowser, change: 'edit' | 'redact'): Promise<void> => {
  const own = browser.conversation.lines.findLast(
    (line) =>
      line.kind === 'message' && line.sender.personId === browser.person.personId && line.body !== null,
  );
  if (!own) return;
  const params = { conversationId: browser.talk.conversationId, seq: own.seq };
  const body = { clientMessageId: randomUUID(), body: `Muutettu ${own.seq}` };
  for (let tries = 0; tries < 40; tries++) {
    try {
      return void (await (change === 'edit'
        ? browser.call(messagingRoutes.edit, { params, body })
        : browser.call(messagingRoutes.redact, { params })));
    } catch (error) {
      if (!['unavailable', 'internal', 'tooManyRequests'].includes((error as { code?: string }).code ?? ''))
        return;
      await pause(500);
    }
  }
};
