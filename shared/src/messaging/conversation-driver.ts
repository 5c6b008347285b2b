import { NextTry } from '../kernel/next-try.js';
import type { Pauses } from '../kernel/pause.js';
import { Problem } from '../kernel/problem.js';
import type { EntryView } from './conversation-entry.js';
import {
  type ConversationAction,
  type ConversationState,
  fetchSinceOf,
  openConversation,
  readableUpTo,
  stepConversation,
  unreadLinesOf,
} from './conversation-state.js';
import type { MessageParts } from './message-parts.js';
import { type Echo, nextToSend, unsentOf } from './outbox.js';

/** What a conversation needs of the world. Every question may throw `Problem`, and must end: a lost answer is `unavailable`. */
export interface ConversationPorts extends Pauses {
  watch: () => Promise<{ lastSeq: number }>;
  unwatch: () => void;
  fetchEntries: (since: number) => Promise<{ entries: EntryView[]; more: boolean }>;
  send: (message: { clientMessageId: string; body: string } & MessageParts) => Promise<{ seq: number }>;
  markRead: (upTo: number) => Promise<{ lastReadSeq: number }>;
}

export interface DriverSnapshot {
  conversation: ConversationState;
  /** `open` until the first fetch has come; `closed` when the right to read has ended. */
  phase: 'opening' | 'open' | 'closed';
  /** The last fetch failed; it is tried again by itself. */
  fetchFailed: boolean;
}

/**
 * How long a push is waited for before what it would have brought is fetched. An acknowledgement outruns the push of its
 * own message, so fetching at once would read each message twice, and most of all when the server is busy.
 */
const pushWithinMs = 1_000;

const mayPass = (problem: Problem): boolean =>
  ['unavailable', 'internal', 'tooManyRequests'].includes(problem.code);
const asProblem = (error: unknown): Problem => (error instanceof Problem ? error : new Problem('internal'));

/**
 * Carries a conversation between its pure state and the network: watches first and fetches then, sends one at a time,
 * tries again with growing pauses. Lives longer than the screen, so what was written is sent though the reader moves on.
 * The app and the swarm of the fault tests run this same class.
 */
export class ConversationDriver {
  private snapshot: DriverSnapshot;
  private readonly listeners = new Set<() => void>();
  private readers = 0;
  private syncing = false;
  private syncAgain = false;
  private marking = false;
  private seenUpTo = 0;
  /** The reader wants to come back to it: what is in sight is not read until it is opened anew. */
  private keptUnread = false;
  private sending = false;
  private isWatched = false;
  private isAwaitingPush = false;
  private readonly nextReading: NextTry;
  private readonly nextSending: NextTry;
  private readonly nextMarking: NextTry;

  constructor(
    private readonly ports: ConversationPorts,
    personId: string,
    lastReadSeq: number,
  ) {
    this.snapshot = {
      conversation: openConversation(personId, lastReadSeq),
      phase: 'opening',
      fetchFailed: false,
    };
    this.nextReading = new NextTry(ports, () => {
      if (this.readers > 0) void this.sync();
    });
    this.nextSending = new NextTry(ports, () => void this.flush());
    this.nextMarking = new NextTry(ports, () => void this.mark());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly getSnapshot = (): DriverSnapshot => this.snapshot;

  get hasUnsent(): boolean {
    return unsentOf(this.snapshot.conversation.echoes).length > 0;
  }

  /** Something is known to be missing. */
  get lacks(): boolean {
    return fetchSinceOf(this.snapshot.conversation) !== undefined;
  }

  open(): () => void {
    if (this.readers === 0) this.keptUnread = false;
    this.readers += 1;
    this.connected();
    return () => {
      this.readers -= 1;
      if (this.readers > 0) return;
      this.isWatched = false;
      this.ports.unwatch();
    };
  }

  /** The live connection is (again) there: nothing heard before counts. */
  connected(): void {
    this.nextReading.forget();
    this.nextSending.forget();
    this.nextMarking.forget();
    this.isWatched = false;
    if (this.readers > 0) void this.sync();
    void this.flush();
    void this.mark();
  }

  heard(entry: EntryView): void {
    if (this.snapshot.phase === 'closed') return;
    this.step({ type: 'entriesCame', entries: [entry] });
    this.fetchWhatLacks();
  }

  close(): void {
    this.change({ phase: 'closed' });
  }

  write(clientMessageId: string, body: string, parts?: MessageParts): void {
    this.step({ type: 'messageWritten', clientMessageId, body, ...(parts ? { parts } : {}) });
    if (!this.nextSending.isPlanned) void this.flush();
  }

  tryAgain(clientMessageId: string): void {
    this.nextSending.forget();
    this.step({ type: 'retryAsked', clientMessageId });
    void this.flush();
  }

  /** Takes an unsent message out and gives its text back. */
  takeBack(clientMessageId: string): string {
    const echo = this.snapshot.conversation.echoes.find((one) => one.clientMessageId === clientMessageId);
    this.nextSending.forget();
    this.step({ type: 'echoTaken', clientMessageId });
    void this.flush();
    return echo?.body ?? '';
  }

  readMarked(lastReadSeq: number): void {
    this.step({ type: 'readMarked', lastReadSeq });
  }

  /** The mark has been moved back; it stays there while this is open. */
  unreadMarked(lastReadSeq: number): void {
    this.keptUnread = true;
    this.seenUpTo = 0;
    this.step({ type: 'unreadMarked', lastReadSeq });
  }

  /** Everything that is shown has been seen. What comes while a mark is on its way, or has no answer, is marked after it. */
  seen(): void {
    if (this.keptUnread) return;
    this.seenUpTo = readableUpTo(this.snapshot.conversation) ?? this.seenUpTo;
    if (!this.nextMarking.isPlanned) void this.mark();
  }

  private get hasToMark(): boolean {
    const { conversation, phase } = this.snapshot;
    if (this.keptUnread || phase === 'closed') return false;
    return unreadLinesOf(conversation).some(({ seq }) => seq <= this.seenUpTo);
  }

  private async mark(): Promise<void> {
    if (this.marking) return;
    this.marking = true;
    try {
      for (let isMoved = true; isMoved && this.hasToMark; ) {
        const { lastReadSeq } = this.snapshot.conversation;
        this.readMarked((await this.ports.markRead(this.seenUpTo)).lastReadSeq);
        isMoved = this.snapshot.conversation.lastReadSeq > lastReadSeq;
      }
      this.nextMarking.forget();
    } catch (error) {
      // What is refused is marked when it is seen again.
      if (mayPass(asProblem(error))) this.nextMarking.plan();
    } finally {
      this.marking = false;
    }
  }

  /** Watch, then fetch since the last number, if there is more: in that order nothing falls between. */
  private async sync(): Promise<void> {
    this.syncAgain = true;
    if (this.syncing) return;
    this.syncing = true;
    while (this.syncAgain && this.snapshot.phase !== 'closed') {
      this.syncAgain = false;
      await this.readWhatIsNew();
    }
    this.syncing = false;
  }

  private async readWhatIsNew(): Promise<void> {
    try {
      await this.watch();
      // Who was away for a moment and missed nothing reads nothing again: after a restart that is nearly everybody.
      const knowsAll = this.snapshot.phase === 'open' && this.isWatched && !this.lacks;
      for (let isMore = !knowsAll; isMore; ) {
        const { entries, more } = await this.ports.fetchEntries(this.snapshot.conversation.lastSeq);
        if (this.snapshot.phase === 'closed') return;
        this.step({ type: 'entriesCame', entries });
        isMore = more || (entries.length > 0 && this.lacks);
      }
      this.change({ phase: 'open', fetchFailed: false });
      if (this.lacks || !this.isWatched) this.nextReading.plan();
      else this.nextReading.forget();
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'notFound') return this.close();
      this.change({ fetchFailed: true });
      if (mayPass(problem)) this.nextReading.plan();
    }
  }

  /** What is known of comes by itself while one watches, or is fetched. Who does not watch reads anew when they do. */
  private fetchWhatLacks(): void {
    if (!this.lacks || !this.isWatched || this.nextReading.isPlanned || this.isAwaitingPush) return;
    this.isAwaitingPush = true;
    const { heardSeq } = this.snapshot.conversation;
    this.ports.later(pushWithinMs, () => {
      this.isAwaitingPush = false;
      if (!this.isWatched) return;
      if (this.snapshot.conversation.lastSeq < heardSeq) void this.sync();
      else this.fetchWhatLacks();
    });
  }

  /** Without a live connection one still reads what there is, and asks again to watch. */
  private async watch(): Promise<void> {
    try {
      this.step({ type: 'seqHeard', seq: (await this.ports.watch()).lastSeq });
      this.isWatched = true;
    } catch (error) {
      if (!mayPass(asProblem(error))) throw error;
    }
  }

  private async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      for (
        let echo = nextToSend(this.snapshot.conversation.echoes);
        echo;
        echo = nextToSend(this.snapshot.conversation.echoes)
      ) {
        if (!(await this.trySend(echo))) break;
      }
    } finally {
      this.sending = false;
    }
  }

  private async trySend({ clientMessageId, body, parts }: Echo): Promise<boolean> {
    this.step({ type: 'sendStarted', clientMessageId });
    try {
      const { seq } = await this.ports.send({ clientMessageId, body, ...parts });
      this.nextSending.forget();
      this.step({ type: 'sendAccepted', clientMessageId, seq });
      this.fetchWhatLacks();
      return true;
    } catch (error) {
      const problem = asProblem(error);
      if (mayPass(problem)) {
        this.step({ type: 'sendPostponed', clientMessageId });
        this.nextSending.plan();
      } else {
        const { reason } = problem.extra;
        this.step({
          type: 'sendRefused',
          clientMessageId,
          code: problem.code,
          ...(reason ? { reason } : {}),
        });
      }
      return false;
    }
  }

  private step(action: ConversationAction): void {
    this.change({ conversation: stepConversation(this.snapshot.conversation, action) });
  }

  private change(change: Partial<DriverSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }
}
