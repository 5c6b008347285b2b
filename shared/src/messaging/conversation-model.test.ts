import fc from 'fast-check';
import type { EntryView, Sender } from './conversation-entry.js';
import { isWords } from './conversation-line.js';
import {
  type ConversationAction,
  type ConversationState,
  fetchSinceOf,
  openConversation,
  stepConversation,
  unreadLinesOf,
} from './conversation-state.js';
import { nextToSend, unsentOf } from './outbox.js';

const me: Sender = { personId: 'me', name: 'Sanna Koskinen', organizationId: 'kouvola' };
const other: Sender = { personId: 'other', name: 'Pekka Salmi', organizationId: 'salmenpaa' };
const at = '2026-11-24T06:00:00.000Z';

/** The server as the contract describes it: one gapless log, idempotent sends, removed texts told to nobody. */
class ModelServer {
  readonly log: EntryView[] = [];
  private next = 0;

  send(sender: Sender, clientMessageId: string, body: string): number {
    const kept = this.log.find(
      (entry) =>
        entry.kind === 'message' && entry.sender === sender && entry.clientMessageId === clientMessageId,
    );
    return kept?.seq ?? this.add({ kind: 'message', sender, clientMessageId, body });
  }

  change(sender: Sender, pick: number, change: 'edit' | 'correction' | 'redaction' | 'recall'): void {
    const own = this.log.filter(
      (entry) => entry.kind === 'message' && entry.sender === sender && entry.body !== null,
    );
    const message = own[pick % own.length];
    if (!message) return;
    const concerns = message.seq;
    if (change === 'redaction' || change === 'recall') {
      this.log.forEach((entry, index) => {
        if (entry.seq === concerns || (entry.kind === 'edit' && entry.concerns === concerns))
          this.log[index] = { ...entry, body: null } as EntryView;
      });
      this.add({ kind: 'redaction', sender, concerns, recalled: change === 'recall' });
    } else {
      this.add({
        kind: 'edit',
        sender,
        concerns,
        clientMessageId: `edit-${this.next++}`,
        body: `new ${this.next}`,
        correction: change === 'correction',
      });
    }
  }

  happen(): void {
    this.add({
      kind: 'event',
      sender: other,
      action: 'acknowledge',
      fromStatus: 'sent',
      toStatus: 'acknowledged',
      version: 2,
      reason: null,
      facts: {},
    });
  }

  settle(resolved: boolean): void {
    this.add({ kind: 'resolution', sender: other, resolved });
  }

  /** The first item of the last message, whatever it is: who reads the log does not judge it. */
  tick(done: boolean): void {
    const last = this.log.findLast(({ kind }) => kind === 'message');
    if (last) this.add({ kind: 'tick', sender: other, concerns: last.seq, item: 0, done });
  }

  otherReads(): void {
    if (this.log.length > 0)
      this.add({ kind: 'read', organizationId: other.organizationId, upTo: this.log.length });
  }

  fetch(since: number, limit: number): EntryView[] {
    return this.log.slice(since, since + limit);
  }

  unread(lastReadSeq: number): number {
    return this.log.filter(
      (entry) =>
        entry.seq > lastReadSeq &&
        (entry.kind === 'message' || (entry.kind === 'edit' && entry.correction)) &&
        entry.body !== null &&
        entry.sender.personId !== me.personId,
    ).length;
  }

  private add(
    entry: EntryView extends infer One ? (One extends EntryView ? Omit<One, 'seq' | 'at'> : never) : never,
  ): number {
    const seq = this.log.length + 1;
    this.log.push({ ...entry, seq, at } as EntryView);
    return seq;
  }
}

class Browser {
  state: ConversationState = openConversation(me.personId);
  written = 0;
  /** Its own messages that must end in the log, in the order of writing. */
  own: string[] = [];
  isIn = true;
  constructor(private readonly server: ModelServer) {}

  /** The right ends: what it has is thrown away, and what had not left was never said. */
  leave(): void {
    this.isIn = false;
    this.own = this.own.filter((id) =>
      this.server.log.some(
        (entry) => entry.kind === 'message' && entry.sender === me && entry.clientMessageId === id,
      ),
    );
  }

  /** The right is there again: from the beginning, with the mark that the server kept. */
  join(): void {
    if (this.isIn) return;
    this.isIn = true;
    this.state = openConversation(me.personId, this.state.lastReadSeq);
    this.step({ type: 'seqHeard', seq: this.server.log.length });
  }

  step(action: ConversationAction): void {
    if (!this.isIn) return;
    this.state = stepConversation(this.state, action);
  }

  /** One try of the first unsent message; what the network does with it is chosen. */
  trySend(fate: 'arrives' | 'requestLost' | 'answerLost' | 'refused'): void {
    const echo = nextToSend(this.state.echoes);
    if (!echo || !this.isIn) return;
    const { clientMessageId } = echo;
    this.step({ type: 'sendStarted', clientMessageId });
    if (fate === 'refused')
      return this.step({ type: 'sendRefused', clientMessageId, code: 'tooManyRequests' });
    const seq = fate === 'requestLost' ? undefined : this.server.send(me, clientMessageId, echo.body);
    this.step(
      seq && fate === 'arrives'
        ? { type: 'sendAccepted', clientMessageId, seq }
        : { type: 'sendPostponed', clientMessageId },
    );
  }

  fetch(limit: number): void {
    const since = fetchSinceOf(this.state);
    if (since !== undefined) this.step({ type: 'entriesCame', entries: this.server.fetch(since, limit) });
  }

  settle(): void {
    this.join();
    for (const { clientMessageId, state } of this.state.echoes)
      if (state === 'notSent') this.step({ type: 'retryAsked', clientMessageId });
    while (nextToSend(this.state.echoes)) this.trySend('arrives');
    this.step({ type: 'seqHeard', seq: this.server.log.length });
    while (fetchSinceOf(this.state) !== undefined) this.fetch(3);
  }
}

const acts = fc.oneof(
  fc.record({ act: fc.constant('write' as const) }),
  fc.record({
    act: fc.constant('send' as const),
    fate: fc.constantFrom(
      'arrives' as const,
      'requestLost' as const,
      'answerLost' as const,
      'refused' as const,
    ),
  }),
  fc.record({ act: fc.constant('retry' as const) }),
  fc.record({ act: fc.constant('otherSends' as const) }),
  fc.record({
    act: fc.constantFrom('edit' as const, 'correction' as const, 'redaction' as const, 'recall' as const),
    mine: fc.boolean(),
    pick: fc.nat(20),
  }),
  fc.record({
    act: fc.constantFrom(
      'event' as const,
      'otherReads' as const,
      'settled' as const,
      'reopened' as const,
      'ticked' as const,
      'unticked' as const,
      'reconnect' as const,
      'leave' as const,
      'join' as const,
    ),
  }),
  // A push of any stretch of the log, turned around or doubled: sockets of a dying node.
  fc.record({
    act: fc.constant('push' as const),
    from: fc.nat(30),
    count: fc.nat(6),
    turned: fc.boolean(),
    doubled: fc.boolean(),
  }),
  fc.record({ act: fc.constant('fetch' as const), limit: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ act: fc.constant('read' as const) }),
);
type Act = typeof acts extends fc.Arbitrary<infer One> ? One : never;

const play = (act: Act, server: ModelServer, browser: Browser): void => {
  switch (act.act) {
    case 'write':
      if (!browser.isIn) return;
      browser.written += 1;
      browser.own.push(`mine-${browser.written}`);
      return browser.step({
        type: 'messageWritten',
        clientMessageId: `mine-${browser.written}`,
        body: `text ${browser.written}`,
      });
    case 'send':
      return browser.trySend(act.fate);
    case 'retry':
      for (const { clientMessageId } of browser.state.echoes.filter((echo) => echo.state === 'notSent'))
        browser.step({ type: 'retryAsked', clientMessageId });
      return;
    case 'otherSends':
      server.send(other, `theirs-${server.log.length}`, 'answer');
      return;
    case 'edit':
    case 'correction':
    case 'redaction':
    case 'recall':
      return server.change(act.mine ? me : other, act.pick, act.act);
    case 'event':
      return server.happen();
    case 'otherReads':
      return server.otherReads();
    case 'settled':
    case 'reopened':
      return server.settle(act.act === 'settled');
    case 'ticked':
    case 'unticked':
      return server.tick(act.act === 'ticked');
    case 'leave':
      return browser.leave();
    case 'join':
      return browser.join();
    case 'reconnect':
      return browser.step({ type: 'seqHeard', seq: server.log.length });
    case 'push': {
      const entries = server.fetch(act.from, act.count);
      if (act.turned) entries.reverse();
      return browser.step({ type: 'entriesCame', entries: act.doubled ? [...entries, ...entries] : entries });
    }
    case 'fetch':
      return browser.fetch(act.limit);
    case 'read':
      return browser.step({ type: 'readMarked', lastReadSeq: browser.state.lastSeq });
  }
};

/** At every moment: what is applied is in order and once, and an own message is an echo or a line, never both. */
const holdTogether = ({ lines, echoes }: ConversationState): boolean => {
  const own = lines.flatMap((line) =>
    line.kind === 'message' && line.sender.personId === me.personId ? [line.clientMessageId] : [],
  );
  const shown = [...own, ...echoes.map((echo) => echo.clientMessageId)];
  return (
    lines.every((line, index) => line.seq > (lines[index - 1]?.seq ?? 0)) &&
    new Set(shown).size === shown.length
  );
};

describe('a conversation in the browser, whatever the network does', () => {
  it('ends equal to a fresh reading of the log, each word once, in order, none of its own lost', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 60 }), (story) => {
        const server = new ModelServer();
        const browser = new Browser(server);
        for (const act of story) {
          play(act, server, browser);
          if (!holdTogether(browser.state))
            throw new Error('A line is out of order, or an own message stands twice.');
        }

        browser.settle();

        const fresh = stepConversation(openConversation(me.personId), {
          type: 'entriesCame',
          entries: server.log,
        });
        expect(browser.state.lines).toEqual(fresh.lines);
        expect(browser.state.readUpTo).toEqual(fresh.readUpTo);
        expect(browser.state.held.size).toBe(0);
        expect(browser.state.echoes).toEqual([]);
        const own = browser.state.lines.flatMap((line) =>
          line.kind === 'message' && line.sender.personId === me.personId ? [line.clientMessageId] : [],
        );
        expect(own).toEqual(browser.own);
        expect(unreadLinesOf(browser.state)).toHaveLength(server.unread(browser.state.lastReadSeq));
      }),
      { numRuns: 2_000 },
    );
  });

  it('shows no line of the future and no removed word', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (story) => {
        const server = new ModelServer();
        const browser = new Browser(server);
        for (const act of story) play(act, server, browser);
        browser.settle();

        const removed = new Set(
          server.log.flatMap((entry) => (entry.kind === 'redaction' ? [entry.concerns] : [])),
        );
        for (const line of browser.state.lines.filter(isWords)) {
          expect(line.body === null).toBe(removed.has(line.kind === 'correction' ? line.concerns : line.seq));
        }
        expect(unsentOf(browser.state.echoes)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
