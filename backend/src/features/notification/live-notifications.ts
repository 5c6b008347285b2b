import { Injectable } from '@nestjs/common';
import { notificationNotices } from '@rinnalla/shared/notification/notification-notices';
import type { DomainEvent } from '../../platform/database/transaction.js';
import { LiveSockets, roomOfPerson } from '../../platform/realtime/live-sockets.js';

/** The person's open screens count again; nothing of what happened is in the notice. */
@Injectable()
export class LiveNotifications {
  constructor(private readonly sockets: LiveSockets) {}

  readonly changed = ({ personId }: DomainEvent['payload']): void =>
    this.sockets.tell([roomOfPerson(String(personId))], notificationNotices.notificationsChanged.name, {});
}
