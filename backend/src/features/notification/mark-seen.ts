import { Injectable } from '@nestjs/common';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { NotificationQuery } from './notification.query.js';

const markSeen = statement(
  'notifications-seen',
  `update notification set seen_at = $1 where person_id = (select app.person()) and seen_at is null
      and ($2::bigint is null or id <= $2) and ($3::uuid is null or referral_id = $3) returning 1`,
);

/** Seeing again changes nothing. All devices of the person hear of it. */
@Injectable()
export class MarkSeen {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationQuery,
  ) {}

  async execute(
    { personId }: Member,
    which: { upTo: string } | { referralId: string },
  ): Promise<{ unseen: number }> {
    const upTo = 'upTo' in which ? which.upTo : null;
    const referralId = 'referralId' in which ? which.referralId : null;
    const seen = await this.database.rows(markSeen, [this.database.transaction.at, upTo, referralId]);
    if (seen.length > 0) this.database.happened({ name: 'notificationsChanged', payload: { personId } });
    return { unseen: await this.notifications.countUnseen() };
  }
}
