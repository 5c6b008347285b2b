import { Injectable } from '@nestjs/common';
import { type MailChannel, usualChannel } from '@rinnalla/shared/notification/mailing';
import type { NotificationKind } from '@rinnalla/shared/notification/notification-kinds';
import type { NotificationChannels } from '@rinnalla/shared/notification/notification-routes';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const chosen = statement(
  'notification-settings',
  'select kind, channel from notification_setting where person_id = (select app.person())',
);
const choose = statement(
  'notification-settings-chosen',
  `insert into notification_setting (person_id, kind, channel) select app.person(), key, value from jsonb_each_text($1::jsonb)
   on conflict (person_id, kind) do update set channel = excluded.channel`,
);

/** Of what a person is mailed, and when: for all their organizations. */
@Injectable()
export class NotificationSettings {
  constructor(private readonly database: Database) {}

  async read(): Promise<{ channels: NotificationChannels }> {
    const rows = await this.database.rows<{ kind: NotificationKind; channel: MailChannel }>(chosen);
    return {
      channels: { ...usualChannel, ...Object.fromEntries(rows.map(({ kind, channel }) => [kind, channel])) },
    };
  }

  async change(channels: Partial<NotificationChannels>): Promise<{ channels: NotificationChannels }> {
    await this.database.rows(choose, [JSON.stringify(channels)]);
    this.database.log({ action: 'changeNotificationSettings', objectType: 'person', details: channels });
    return this.read();
  }
}
