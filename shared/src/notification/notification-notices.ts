import { z } from 'zod';
import { defineSocketNotice, type ServerEventsOf } from '../contract/define-socket-event.js';

export const notificationNotices = {
  notificationsChanged: defineSocketNotice({
    name: 'notificationsChanged',
    summary: 'The person’s notifications have changed: read them again.',
    payload: z.object({}),
  }),
};
export type NotificationServerEvents = ServerEventsOf<typeof notificationNotices>;
