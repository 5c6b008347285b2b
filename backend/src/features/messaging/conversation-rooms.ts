import { Injectable } from '@nestjs/common';
import { messagingNotices } from '@rinnalla/shared/messaging/socket-events';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { LiveSockets, roomOfPerson } from '../../platform/realtime/live-sockets.js';
import type { LiveSocket } from '../../platform/realtime/socket.adapter.js';
import { presentEntry } from './conversation.presenter.js';
import type { EntryRow } from './conversation.rows.js';

const readForWatchers = statement('read-for-watchers', 'select * from app.read_for_watchers($1, $2, $3, $4)');

interface Read {
  /** Token hashes of the sessions that may read the conversation now. */
  admitted: string[];
  entries: EntryRow[] | null;
}
interface Room {
  /** Pushed up to here on this node. */
  lastSeq: number;
  reading: Promise<void> | undefined;
  again: boolean;
}

const pageSize = 500;
const mostRoomsPerSocket = 50;
/** Rooms that are read at once when all are: the pool is the requests'. */
const atOnce = 4;
const roomOf = (conversationId: string): string => `conversation:${conversationId}`;

/**
 * The watched conversations of this node. When one grows, the node reads what is new once, asks in the same statement
 * which of its watchers may read it now, and tells only those, in order.
 */
@Injectable()
export class ConversationRooms {
  private readonly rooms = new Map<string, Room>();

  constructor(
    private readonly database: Database,
    private readonly sockets: LiveSockets,
  ) {
    sockets.onRecheck(() => this.refreshAll());
  }

  /** Throws tooManyRequests beyond fifty rooms. */
  checkRoomFor(socket: LiveSocket, conversationId: string): void {
    if (watchedBy(socket).length >= mostRoomsPerSocket && !socket.rooms.has(roomOf(conversationId))) {
      throw new Problem('tooManyRequests', { reason: 'tooManyConversations' });
    }
  }

  /**
   * Answers the number up to which there is something to read; what is later comes by itself. `lastSeq` was read before
   * joining: what came in between was told to those who stood here then, or to nobody.
   */
  async join(socket: LiveSocket, conversationId: string, lastSeq: number): Promise<number> {
    if (!socket.connected) return lastSeq;
    const isFirst = this.sockets.inRoom(roomOf(conversationId)).length === 0;
    const room = this.rooms.get(conversationId) ?? { lastSeq, reading: undefined, again: false };
    this.rooms.set(conversationId, room);
    // A room that everybody left while it was being read: nobody is owed what came before this one.
    if (isFirst) room.lastSeq = Math.max(room.lastSeq, lastSeq);
    void socket.join(roomOf(conversationId));
    // The bell may have rung while nobody listened.
    if (isFirst) await this.refresh(conversationId);
    return Math.max(room.lastSeq, lastSeq);
  }

  leave(socket: LiveSocket, conversationId: string): void {
    void socket.leave(roomOf(conversationId));
  }

  /** Reads and tells what is new. Called while it reads: it will read once more. */
  async refresh(conversationId: string): Promise<void> {
    const room = this.rooms.get(conversationId);
    if (!room) return;
    room.again = true;
    room.reading ??= this.readUntilQuiet(conversationId, room).finally(() => (room.reading = undefined));
    await room.reading;
  }

  /** To everyone who watches here; what carries ids only needs no reading. */
  tell(conversationId: string, name: string, payload: object): void {
    this.sockets.tell([roomOf(conversationId)], name, payload);
  }

  /** Reads every watched conversation again. Throws the first failure after having tried all. */
  async refreshAll(conversationIds: Iterable<string> = this.rooms.keys()): Promise<void> {
    const waiting = [...conversationIds];
    const failures: unknown[] = [];
    const readOn = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop())
        await this.refresh(next).catch((error: unknown) => failures.push(error));
    };
    await Promise.all(Array.from({ length: atOnce }, readOn));
    if (failures.length > 0) throw failures[0];
  }

  /** The rights of a person changed: what their sockets watch on this node is asked again. */
  async refreshOf(personId: string): Promise<void> {
    const watched = this.sockets.inRoom(roomOfPerson(personId)).flatMap((socket) => watchedBy(socket));
    await this.refreshAll(new Set(watched));
  }

  private async readUntilQuiet(conversationId: string, room: Room): Promise<void> {
    while (room.again) {
      room.again = false;
      const watchers = this.sockets.inRoom(roomOf(conversationId));
      if (watchers.length === 0) {
        this.rooms.delete(conversationId);
        return;
      }
      const tokens = [...new Set(watchers.map((socket) => socket.data.tokenHash))].sort();
      const [read] = await this.database.glance<Read & Record<string, unknown>>(readForWatchers, (at) => [
        conversationId,
        room.lastSeq,
        tokens,
        at,
      ]);
      const { admitted = [], entries } = read ?? {};
      this.expelOthers(conversationId, watchers, new Set(admitted));
      for (const row of entries ?? []) this.push(conversationId, row);
      room.lastSeq = entries?.at(-1)?.seq ?? room.lastSeq;
      if (entries?.length === pageSize) room.again = true;
    }
  }

  private expelOthers(
    conversationId: string,
    watchers: readonly LiveSocket[],
    admitted: ReadonlySet<string>,
  ): void {
    for (const socket of watchers) {
      if (admitted.has(socket.data.tokenHash)) continue;
      this.leave(socket, conversationId);
      socket.emit(messagingNotices.conversationClosed.name, { conversationId });
    }
  }

  /** To those who stand in the room now: whoever joined while we read fetches by themselves. */
  private push(conversationId: string, row: EntryRow): void {
    this.sockets.tell([roomOf(conversationId)], messagingNotices.conversationEntry.name, {
      conversationId,
      entry: presentEntry(row),
    });
  }
}

const watchedBy = (socket: LiveSocket): string[] =>
  [...socket.rooms]
    .filter((room) => room.startsWith(roomOf('')))
    .map((room) => room.slice(roomOf('').length));
