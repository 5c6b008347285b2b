import { z } from 'zod';
import { defineSocketNotice, type ServerEventsOf } from '../contract/define-socket-event.js';

export const privacyNotices = {
  clientErased: defineSocketNotice({
    name: 'clientErased',
    summary:
      'There is no such client any more: whoever has the client’s page open reads again, and finds nobody.',
    payload: z.object({ clientId: z.uuid() }),
  }),
};
export type PrivacyServerEvents = ServerEventsOf<typeof privacyNotices>;
