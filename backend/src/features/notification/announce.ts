import { Injectable } from '@nestjs/common';
import {
  channelsOf,
  type MailChannel,
  mailDelayMs,
  usualChannel,
} from '@rinnalla/shared/notification/mailing';
import type { NotificationKind } from '@rinnalla/shared/notification/notification-kinds';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { mailNotification } from './mail-notification.js';

/** A notification that was just written for one person, and how they wish to be told of its kind. */
export interface Notified {
  id: string;
  person_id: string;
  /** False: it stood there already, and its mail is planned or sent. */
  is_new?: boolean;
  urgent: boolean;
  channel: MailChannel | null;
}

/** What follows written notifications, in the same transaction: open pages count again, and mails are planned where they are wished. */
@Injectable()
export class Announce {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  execute({ kind, at }: { kind: NotificationKind; at: string }, told: readonly Notified[]): void {
    const channels = channelsOf(
      told.map(({ channel, urgent }) => ({ channel: channel ?? usualChannel[kind], urgent })),
    );
    const runAt = new Date(Date.parse(at) + mailDelayMs);
    for (const [place, { id, person_id: personId, is_new: isNew = true }] of told.entries()) {
      this.database.happened({ name: 'notificationsChanged', payload: { personId } });
      if (isNew && channels[place] === 'now')
        this.jobs.add(mailNotification, { notificationId: id }, { runAt, key: `mail ${id}` });
    }
  }
}
