import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { isCaseWorker } from '@rinnalla/shared/organization/role';
import { liveNotices } from '@rinnalla/shared/contract/live-notices';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { EventBell } from '../events/event-bell.js';
import { log } from '../log/log.js';
import { cutOff, isTooSlow } from './slow-consumer.js';
import type { LiveServer, LiveSocket } from './socket.adapter.js';

const standingSessions = statement('standing-sessions', 'select * from app.standing_sessions($1, $2)');

const mostPerPerson = 5;
const recheckEveryMs = 60_000;
/** A right that ends with its day rings no bell, and a bell may be lost: all that is open is asked for once in this time. */
const pulseEveryMs = 1_000;
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

  private readonly pulse = setInterval(() => void this.feelPulse().catch(reportFailure), pulseEveryMs);
  private isFeeling = false;
  /** The Finnish day whose rights have been asked for. */
  private day: string;

  constructor(
    private readonly database: Database,
    bell: EventBell,
    private readonly clock: Clock,
  ) {
    this.timer.unref();
    this.pulse.unref();
    this.day = helsinkiDateOf(clock.now());
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
    clearInterval(this.pulse);
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

  /** Every second: sessions and memberships; when the Finnish day turns, also what rests on either. */
  private async feelPulse(): Promise<void> {
    if (this.isFeeling) return;
    this.isFeeling = true;
    try {
      const today = helsinkiDateOf(this.clock.now());
      if (today === this.day) await this.recheck(this.all());
      else await this.recheckAll();
      this.day = today;
    } finally {
      this.isFeeling = false;
    }
  }

  /** Sockets end with their session, and with the membership and role that they were opened for; another virkasuhde is told. */
  private async recheck(sockets: readonly LiveSocket[]): Promise<void> {
    if (sockets.length === 0) return;
    const tokens = [...new Set(sockets.map((socket) => socket.data.tokenHash))].sort();
    const rows = await this.database.glance<Standing>(standingSessions, (at) => [tokens, at]);
    const standing = new Map(rows.map((row) => [row.token, row]));
    for (const socket of sockets) {
      const found = standing.get(socket.data.tokenHash);
      const { membershipId = null, role = null, officeHolder } = socket.data.actor;
      if (found?.membership_id !== membershipId || found.role !== role) {
        socket.emit(liveNotices.rightsChanged.name, {});
        socket.disconnect(true);
      } else if (found.office_holder !== officeHolder) {
        socket.data.actor = { ...socket.data.actor, officeHolder: found.office_holder };
        socket.emit(liveNotices.rightsChanged.name, {});
      }
    }
  }
}

interface Standing {
  token: string;
  membership_id: string | null;
  role: string | null;
  office_holder: boolean;
}

const reportFailure = (error: unknown): void =>
  log.error({ error: error instanceof Error ? error.name : typeof error }, 'rights could not be asked again');
