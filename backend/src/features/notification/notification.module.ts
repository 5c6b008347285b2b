import { Module } from '@nestjs/common';
import { Announce } from './announce.js';
import { LiveNotifications } from './live-notifications.js';
import { MailDigest } from './mail-digest.js';
import { MailNotification } from './mail-notification.js';
import { MailWords } from './mail-words.js';
import { MarkSeen } from './mark-seen.js';
import { NotificationController } from './notification.controller.js';
import { NotificationQuery } from './notification.query.js';
import { NotificationSettings } from './notification-settings.js';
import { NotifyOfMessages } from './notify-of-messages.js';
import { NotifyPeople } from './notify-people.js';
import { NotifyWatchers } from './notify-watchers.js';

@Module({
  controllers: [NotificationController],
  providers: [
    Announce,
    LiveNotifications,
    MailDigest,
    MailNotification,
    MailWords,
    MarkSeen,
    NotificationQuery,
    NotificationSettings,
    NotifyOfMessages,
    NotifyPeople,
    NotifyWatchers,
  ],
  exports: [LiveNotifications, NotifyOfMessages, NotifyPeople, NotifyWatchers],
})
export class NotificationModule {}
