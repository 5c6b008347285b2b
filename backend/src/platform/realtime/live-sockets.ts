import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { isCaseWorker } from '@rinnalla/shared/organization/role';
import { liveNotices } from '@rinnalla/shared/contract/live-notices';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { EventBell } from '../events/event-bell.js';
import { log } from '../log/log.js';
import { cutOff, isTooSlow } from './slow-consumer.js';
import type { LiveServer, LiveSocket } from './socket.adapter.js';

const standingSessions = statement('standing-sessions', 'select * from app.standing_sessions($1, $2)');

const mostPerPerson = 5;
const recheckEveryMs = 60_000;
/** Between these a stopping process asks its browsers to come back, each at a time of its own. */
const soonestReturnMs = 500;
const latestReturnMs = 5_000;

/** Rooms for notices that carry ids only. */
export const roomOfPerson = (personId: string): string => `person:${personId}`;
export const roomOfCases = (organizationId: string): string => `cases:${organizationId}`;

/** The sockets of this node, and the end of each: with its session, its membership, or a sixth of the same person. */
@Injectable()
export class LiveSockets implements OnApplicationShutdown {
  private server: LiveServer | undefined;
  private readonly rechecks = new Set<() => void | Promise<void>>();
  private readonly timer = setInterval(() => void this.recheckAll().catch(reportFailure), recheckEveryMs);

  constructor(
    private readonly database: Database,
    bell: EventBell,
  ) {
    this.timer.unref();
    bell.onEvent(async ({ name, payload }) => {
      if (name === 'rightsChanged')
        await this.recheck(this.inRoom(roomOfPerson(String(payload['personId']))));
      if (name === 'sessionEnded')
        for (const socket of this.all())
          if (socket.data.actor.sessionId === payload['sessionId']) socket.disconnect(true);
    });
    bell.onReconnect(() => this.recheck(this.all()));
  }

  open(server: LiveServer): void {
    this.server = server;
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Called with every recheck: what else must ask again for its rights. */
  onRecheck(work: () => void | Promise<void>): void {
    this.rechecks.add(work);
  }

  async admit(socket: LiveSocket): Promise<void> {
    const { actor } = socket.data;
    const own = roomOfPerson(actor.personId);
    const rooms = [
      own,
      ...(actor.organization && isCaseWorker(actor.role) ? [roomOfCases(actor.organization.id)] : []),
    ];
    await socket.join(rooms);
    const others = this.inRoom(own);
    // The oldest goes: it may be a dead one, whose network has not told yet. A living one learns not to fight for its place.
    for (const oldest of others.slice(0, Math.max(0, others.length - mostPerPerson))) {
      oldest.emit(liveNotices.socketReplaced.name, {});
      oldest.disconnect(true);
    }
  }

  /** Tells every socket of this node that stands in one of the rooms, once; who does not keep up is cut off instead. */
  tell(rooms: string[], name: string, payload: object): void {
    for (const room of rooms) for (const socket of this.inRoom(room)) if (isTooSlow(socket)) cutOff(socket);
    if (rooms.length > 0) this.server?.local.to(rooms).emit(name, payload);
  }

  inRoom(room: string): LiveSocket[] {
    const ids = this.server?.sockets.adapter.rooms.get(room) ?? [];
    return [...ids].flatMap((id) => this.server?.sockets.sockets.get(id) ?? []);
  }

  /** The process stops: every socket goes, told when to come back, so that they do not all knock at the other nodes at once. */
  sendAway(chance: () => number = Math.random): void {
    for (const socket of this.all()) {
      const reconnectAfterMs = Math.round(soonestReturnMs + chance() * (latestReturnMs - soonestReturnMs));
      socket.emit(liveNotices.serverClosing.name, { reconnectAfterMs });
      socket.disconnect(true);
    }
  }

  private all(): LiveSocket[] {
    return [...(this.server?.sockets.sockets.values() ?? [])];
  }

  async recheckAll(): Promise<void> {
    await this.recheck(this.all());
    for (const work of this.rechecks) await work();
  }

  /** Sockets end with their session, and with the membership and role that they were opened for. */
  private async recheck(sockets: readonly LiveSocket[]): Promise<void> {
    if (sockets.length === 0) return;
    const tokens = [...new Set(sockets.map((socket) => socket.data.tokenHash))].sort();
    const rows = await this.database.glance<{
      token: string;
      membership_id: string | null;
      role: string | null;
    }>(standingSessions, (at) => [tokens, at]);
    const standing = new Map(rows.map((row) => [row.token, row]));
    for (const socket of sockets) {
      const found = standing.get(socket.data.tokenHash);
      const { membershipId = null, role = null } = socket.data.actor;
      if (found?.membership_id !== membershipId || found.role !== role) socket.disconnect(true);
    }
  }
}

const reportFailure = (error: unknown): void =>
  log.error({ error: error instanceof Error ? error.name : typeof error }, 'rights could not be asked again');
