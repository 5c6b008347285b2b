import { Controller } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import { notificationRoutes } from '@rinnalla/shared/notification/notification-routes';
import type { Member } from '@rinnalla/shared/organization/actor';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { MarkSeen } from './mark-seen.js';
import { NotificationQuery } from './notification.query.js';
import { NotificationSettings } from './notification-settings.js';

type In<Name extends keyof typeof notificationRoutes> = ParsedOf<(typeof notificationRoutes)[Name]>;

@Controller()
export class NotificationController {
  constructor(
    private readonly notifications: NotificationQuery,
    private readonly markSeen: MarkSeen,
    private readonly settings: NotificationSettings,
  ) {}

  @Handles(notificationRoutes.list)
  list(@CurrentMember() _member: Member, @Input() { query }: In<'list'>) {
    return this.notifications.list(query);
  }

  @Handles(notificationRoutes.markSeen)
  seen(@CurrentMember() member: Member, @Input() { body }: In<'markSeen'>) {
    return this.markSeen.execute(member, body);
  }

  @Handles(notificationRoutes.readSettings)
  readSettings(@CurrentMember() _member: Member) {
    return this.settings.read();
  }

  @Handles(notificationRoutes.changeSettings)
  changeSettings(@CurrentMember() _member: Member, @Input() { body }: In<'changeSettings'>) {
    return this.settings.change(body.channels);
  }
}
