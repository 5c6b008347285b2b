import { Injectable } from '@nestjs/common';
import { messagingNotices } from '@rinnalla/shared/messaging/socket-events';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { LiveSockets } from '../../platform/realtime/live-sockets.js';
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
const mostPacketsWaiting = 500;
const mostBytesWaiting = 1_000_000;
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
    const watched = [...socket.rooms].filter((room) => room.startsWith(roomOf('')));
    if (watched.length >= mostRoomsPerSocket && !socket.rooms.has(roomOf(conversationId))) {
      throw new Problem('tooManyRequests', { reason: 'tooManyConversations' });
    }
  }

  /** `lastSeq` was read before joining: what came in between is the watcher's to fetch, as watching comes first. */
  join(socket: LiveSocket, conversationId: string, lastSeq: number): void {
    if (!socket.connected) return;
    const isFirst = this.sockets.inRoom(roomOf(conversationId)).length === 0;
    if (isFirst) this.rooms.set(conversationId, { lastSeq, reading: undefined, again: false });
    void socket.join(roomOf(conversationId));
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

  async refreshAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const conversationId of [...this.rooms.keys()]) await this.refresh(conversationId).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
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
      const [read] = await this.database.glance<Read & Record<string, unknown>>(readForWatchers, (at) => [conversationId, room.lastSeq, tokens, at]);
      const { admitted = [], entries } = read ?? {};
      this.expelOthers(conversationId, watchers, new Set(admitted));
      for (const row of entries ?? []) this.push(conversationId, row, watchers);
      room.lastSeq = entries?.at(-1)?.seq ?? room.lastSeq;
      if (entries?.length === pageSize) room.again = true;
    }
  }

  private expelOthers(conversationId: string, watchers: readonly LiveSocket[], admitted: ReadonlySet<string>): void {
    for (const socket of watchers) {
      if (admitted.has(socket.data.tokenHash)) continue;
      this.leave(socket, conversationId);
      socket.emit(messagingNotices.conversationClosed.name, { conversationId });
    }
  }

  /** To those who stand in the room now: whoever joined while we read fetches by themselves. */
  private push(conversationId: string, row: EntryRow, watchers: readonly LiveSocket[]): void {
    for (const socket of watchers) if (isTooSlow(socket)) socket.disconnect(true);
    this.sockets.tell([roomOf(conversationId)], messagingNotices.conversationEntry.name, { conversationId, entry: presentEntry(row) });
  }
}

/** A consumer that does not keep up is cut off, and comes back by fetching: the server's memory stays bounded. */
const isTooSlow = (socket: LiveSocket): boolean => {
  const { writeBuffer, transport } = socket.conn as unknown as { writeBuffer: unknown[]; transport?: { socket?: { bufferedAmount?: number } } };
  return writeBuffer.length > mostPacketsWaiting || (transport?.socket?.bufferedAmount ?? 0) > mostBytesWaiting;
};
