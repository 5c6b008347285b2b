import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { pageOf, pageQuery } from '../contract/page.js';
import { referralId } from '../kernel/id.js';
import { localizedView } from '../kernel/localized.js';
import { mailChannels } from './mailing.js';
import { notificationKinds } from './notification-kinds.js';

const kind = z.enum(notificationKinds);
const channel = z.enum(mailChannels);

/**
 * That something happened in a case: what, its page tells. Who reads no case is told of an opening in an emergency by the
 * case's number alone; who leads, of somebody whose cases nobody took, by that membership.
 */
export const notificationView = z.object({
  /** Its place in the list: later ones are greater. */
  id: z.string(),
  kind,
  /** Null for who reads no case. */
  referralId: z.uuid().nullable(),
  caseNumber: z.string().nullable(),
  /** Of whom nobody took the cases over; else null. */
  leftMembership: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** As the case's own list shows it to this reader; null when they may not read it any more. */
  firstName: z.string().nullable(),
  serviceTitle: localizedView.nullable(),
  /** How many messages, since it was last seen. */
  count: z.int(),
  urgent: z.boolean(),
  at: z.iso.datetime(),
  seen: z.boolean(),
});
export type NotificationView = z.output<typeof notificationView>;

const unseen = z.int();
const channels = z.record(kind, channel);
export type NotificationChannels = z.output<typeof channels>;

export const notificationRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/notifications',
    summary: 'What has happened in the reader’s cases, newest first, and how much of it is unseen.',
    access: 'signedIn',
    query: z.strictObject(pageQuery),
    response: pageOf(notificationView).extend({ unseen }),
  }),
  markSeen: defineRoute({
    method: 'POST',
    path: '/notifications/seen',
    summary: 'Everything up to one, or everything of one case, is seen.',
    access: 'signedIn',
    status: 200,
    body: z.union([
      z.strictObject({ upTo: z.string().regex(/^\d{1,18}$/, { error: 'invalid' }) }),
      z.strictObject({ referralId }),
    ]),
    response: z.object({ unseen }),
  }),
  readSettings: defineRoute({
    method: 'GET',
    path: '/notification-settings',
    summary: 'Of what the reader is told by e-mail, and when.',
    access: 'signedIn',
    response: z.object({ channels }),
  }),
  changeSettings: defineRoute({
    method: 'PUT',
    path: '/notification-settings',
    summary: 'Chooses for each kind: within minutes, with the morning’s digest, or not by e-mail.',
    access: 'signedIn',
    body: z.strictObject({ channels: z.partialRecord(kind, channel) }),
    response: z.object({ channels }),
  }),
};
