import { z } from 'zod';
import {
  type ClientEventsOf,
  defineSocketNotice,
  defineSocketRequest,
  type ServerEventsOf,
} from '../contract/define-socket-event.js';
import { conversationId } from '../kernel/id.js';
import { entryView } from './conversation-entry.js';
import { messagingRoutes, placed, saysSomething } from './messaging-routes.js';
import { presences } from './presence.js';

const conversation = z.strictObject({ conversationId });

export const messagingRequests = {
  watchConversation: defineSocketRequest({
    name: 'watchConversation',
    summary: 'Hears new entries from now on. Then fetch what came before: watching first leaves no gap.',
    payload: conversation,
    answer: z.object({ lastSeq: z.int() }),
  }),
  unwatchConversation: defineSocketRequest({
    name: 'unwatchConversation',
    summary: 'Hears no more of it.',
    payload: conversation,
    answer: z.object({}),
  }),
  showPresence: defineSocketRequest({
    name: 'showPresence',
    summary:
      'Tells those who watch the conversation that its reader is there, writes, or leaves. Kept nowhere; ends by itself.',
    payload: conversation.extend({ presence: z.enum(presences), arrives: z.boolean() }),
    answer: z.object({}),
  }),
  sendMessage: defineSocketRequest({
    name: 'sendMessage',
    summary: 'As the route of the same name.',
    payload: conversation.extend(messagingRoutes.send.body.shape).check(saysSomething),
    answer: placed,
  }),
};

export const messagingNotices = {
  conversationEntry: defineSocketNotice({
    name: 'conversationEntry',
    summary: 'The next entry of a watched conversation, once and in order.',
    payload: z.object({ conversationId: z.uuid(), entry: entryView }),
  }),
  presenceShown: defineSocketNotice({
    name: 'presenceShown',
    summary:
      'Somebody who reads here is there, writes, or leaves. `arrives`: they do not know yet who else is there.',
    payload: z.object({
      conversationId: z.uuid(),
      membershipId: z.uuid(),
      organizationId: z.uuid(),
      presence: z.enum(presences),
      arrives: z.boolean(),
    }),
  }),
  conversationClosed: defineSocketNotice({
    name: 'conversationClosed',
    summary: 'The right to read a watched conversation has ended; nothing more of it comes.',
    payload: z.object({ conversationId: z.uuid() }),
  }),
  attachmentsChanged: defineSocketNotice({
    name: 'attachmentsChanged',
    summary: 'Files of a watched conversation were checked: read their list again.',
    payload: z.object({ conversationId: z.uuid(), referralId: z.uuid() }),
  }),
  referralChanged: defineSocketNotice({
    name: 'referralChanged',
    summary: 'A referral of the organization has changed. Read it again: access is checked there.',
    payload: z.object({ referralId: z.uuid(), version: z.int() }),
  }),
  unreadChanged: defineSocketNotice({
    name: 'unreadChanged',
    summary:
      'Words came or were read in conversations of the organization or the person, at most once a second: count again by reading.',
    payload: z.object({}),
  }),
};

export type MessagingClientEvents = ClientEventsOf<typeof messagingRequests>;
export type MessagingServerEvents = ServerEventsOf<typeof messagingNotices>;
