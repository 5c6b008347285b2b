import { randomUUID } from 'node:crypto';
import { ackTimeoutMs, ComeBack, comingBack } from '@rinnalla/shared/contract/come-back';
import type { SocketAnswer, SocketRequest } from '@rinnalla/shared/contract/define-socket-event';
import type { Pauses } from '@rinnalla/shared/kernel/pause';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { ConversationDriver, type ConversationPorts } from '@rinnalla/shared/messaging/conversation-driver';
import type { ConversationState } from '@rinnalla/shared/messaging/conversation-state';
import type { EntryView } from '@rinnalla/shared/messaging/conversation-entry';
import { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { messagingNotices, messagingRequests } from '@rinnalla/shared/messaging/socket-events';
import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';
import type { SignedIn } from '../people.js';
import { callNode } from './call-node.js';
import type { Talk } from './talks.js';

/** One try of one message. `node`: undefined over the socket. */
export interface Try {
  node: number | undefined;
  began: number;
  ended?: number;
  outcome?: 'accepted' | 'lost' | 'refused';
  code?: string;
}
export interface Written {
  body: string;
  at: number;
  tries: Try[];
  acknowledged?: { at: number; seq: number; sentAt: number; tryBegan: number };
}

/** What is switched off in the negative control. Never a setting of the product: only this test's browsers know it. */
export interface Forgetting {
  /** A new id for each try: nothing can be told to be the same message. */
  ids: boolean;
  /** After the first reading nothing is fetched again. */
  resume: boolean;
}

export const pauses: Pauses = {
  later: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  chance: Math.random,
};

/**
 * One person's browser without a screen: the app's own driver and reducer, over a real socket and real requests. Behind
 * a balance of the given nodes: each request and each new connection may meet another one.
 */
export class SwarmBrowser {
  readonly driver: ConversationDriver;
  readonly socket: Socket;
  readonly written = new Map<string, Written>();
  /** When each entry was first on the screen. */
  readonly shown = new Map<number, number>();
  /** What must never be seen at any moment, and was. */
  readonly wrongs: string[] = [];
  private readonly comeBack: ComeBack;
  private turn = Math.floor(Math.random() * 2);
  private hasRead = false;

  constructor(
    readonly person: SignedIn,
    readonly talk: Talk,
    private nodes: readonly string[],
    private readonly overSocket: boolean,
    private readonly forgetting?: Forgetting,
  ) {
    this.driver = new ConversationDriver(this.ports(), person.personId, 0);
    this.driver.subscribe(() => this.look());
    this.socket = io(this.nextNode().urls[0], {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie: person.cookie },
      ...comingBack,
      autoConnect: false,
    });
    this.comeBack = new ComeBack(this.socket, pauses);
    const { id } = { id: talk.conversationId };
    this.socket.on('connect', () => this.driver.connected());
    this.socket.on(
      messagingNotices.conversationEntry.name,
      ({ conversationId, entry }: { conversationId: string; entry: EntryView }) =>
        conversationId === id && this.driver.heard(entry),
    );
    this.socket.on(
      messagingNotices.conversationClosed.name,
      ({ conversationId }: { conversationId: string }) => conversationId === id && this.driver.close(),
    );
    // The balance sends the next connection to another node than the one that broke.
    for (const event of ['disconnect', 'connect_error'])
      this.socket.on(event, () => {
        const manager = this.socket.io as unknown as { uri: string };
        manager.uri = this.nodes.find((node) => node !== manager.uri) ?? manager.uri;
      });
  }

  get conversation(): ConversationState {
    return this.driver.getSnapshot().conversation;
  }

  async open(): Promise<void> {
    this.driver.open();
    this.socket.connect();
    if (!this.socket.connected)
      await new Promise<void>((resolve) => void this.socket.once('connect', () => resolve()));
  }

  /** The same browser after the balance has moved. */
  moveTo(nodes: readonly string[]): void {
    this.nodes = nodes;
    Object.assign(this.socket.io, { uri: this.nextNode().urls[0] });
    this.socket.disconnect().connect();
  }

  write(body: string): void {
    const clientMessageId = randomUUID();
    this.written.set(clientMessageId, { body, at: Date.now(), tries: [] });
    this.driver.write(clientMessageId, body);
  }

  close(): void {
    this.comeBack.stop();
    this.driver.close();
    this.socket.close();
  }

  async call<R extends Parameters<typeof callNode>[2]>(route: R, input: Parameters<typeof callNode<R>>[3]) {
    return callNode(this.nextNode().urls, this.person.cookie, route, input);
  }

  private ports(): ConversationPorts {
    const params = { conversationId: this.talk.conversationId };
    return {
      ...pauses,
      watch: () => this.ask(messagingRequests.watchConversation, params),
      unwatch: () => undefined,
      fetchEntries: async (since) => {
        if (this.hasRead && this.forgetting?.resume) return { entries: [], more: false };
        const page = await this.call(messagingRoutes.entries, { params, query: { since } });
        this.hasRead = true;
        return page;
      },
      send: (message) => this.send(message),
      markRead: (upTo) => this.call(messagingRoutes.markRead, { params, body: { upTo } }),
    };
  }

  private async send({
    clientMessageId,
    body,
  }: {
    clientMessageId: string;
    body: string;
  }): Promise<{ seq: number }> {
    const written = this.written.get(clientMessageId);
    if (!written) throw new Problem('internal');
    const params = { conversationId: this.talk.conversationId };
    const id = this.forgetting?.ids && written.tries.length > 0 ? randomUUID() : clientMessageId;
    const { urls, number } = this.nextNode();
    const one: Try = { node: this.overSocket ? undefined : number, began: Date.now() };
    written.tries.push(one);
    try {
      const placed = this.overSocket
        ? await this.ask(messagingRequests.sendMessage, { ...params, clientMessageId: id, body })
        : await callNode(urls, this.person.cookie, messagingRoutes.send, {
            params,
            body: { clientMessageId: id, body },
          });
      one.outcome = 'accepted';
      written.acknowledged = {
        at: Date.now(),
        seq: placed.seq,
        sentAt: Date.parse(placed.sentAt),
        tryBegan: one.began,
      };
      return placed;
    } catch (error) {
      one.code = error instanceof Problem ? error.message : 'fault';
      one.outcome = error instanceof Problem && error.code !== 'unavailable' ? 'refused' : 'lost';
      throw error;
    } finally {
      one.ended = Date.now();
    }
  }

  private async ask<Request extends SocketRequest>(
    request: Request,
    payload: z.input<Request['payload']>,
  ): Promise<z.output<Request['answer']>> {
    if (!this.socket.connected) throw new Problem('unavailable', { reason: 'network' });
    const answer = await (
      this.socket.timeout(ackTimeoutMs).emitWithAck(request.name, payload) as Promise<
        SocketAnswer<z.output<Request['answer']>>
      >
    ).catch(() => {
      throw new Problem('unavailable', { reason: 'network' });
    });
    if (answer.ok) return answer.value;
    throw new Problem(answer.code, answer.reason ? { reason: answer.reason } : {});
  }

  private nextNode(): { urls: [string, ...string[]]; number: number } {
    const number = (this.turn += 1) % this.nodes.length;
    return { urls: [this.nodes[number] ?? '', ...this.nodes.filter((_, other) => other !== number)], number };
  }

  /** At every moment: what is shown stands in order and once, and an own message is an echo or a line, never both. */
  private look(): void {
    const { lines, echoes, lastSeq } = this.conversation;
    const now = Date.now();
    for (let seq = lastSeq; seq > 0 && !this.shown.has(seq); seq--) this.shown.set(seq, now);
    const [before, last] = lines.slice(-2);
    if (before && last && last.seq <= before.seq) this.wrongs.push(`${last.seq} after ${before.seq}`);
    const waiting = new Set(echoes.map(({ clientMessageId }) => clientMessageId));
    if (lines.slice(-20).some((line) => line.kind === 'message' && waiting.has(line.clientMessageId)))
      this.wrongs.push('an own message twice');
  }
}
