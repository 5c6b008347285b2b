import { z } from 'zod';
import { defineRoute } from '../contract/define-route.js';
import { pageOf } from '../contract/page.js';
import { attachmentId, conversationId, referralId } from '../kernel/id.js';
import { localizedView } from '../kernel/localized.js';
import { attachmentLimits } from './attachment-rules.js';
import { entryView } from './conversation-entry.js';
import { bodyBesideFiles, entriesPageMax, messageBody } from './message-rules.js';

/** `shared`: both organizations of the case. `internal`: only the reader's own organization. */
export const audiences = ['shared', 'internal'] as const;
export type Audience = (typeof audiences)[number];

const organization = z.object({ id: z.uuid(), name: localizedView });

const counted = {
  lastSeq: z.int(),
  lastReadSeq: z.int(),
  /** Derived: words of others after the last read number that have not been removed. */
  unread: z.int(),
};

export const conversationView = z.object({
  id: z.uuid(),
  referralId: z.uuid(),
  audience: z.enum(audiences),
  /** Everyone who reads what is written here. */
  organizations: z.array(organization),
  ...counted,
  /** False when the other side reads no longer: the case was declined, withdrawn or expired. */
  writable: z.boolean(),
});
export type ConversationView = z.output<typeof conversationView>;

export const conversationSummary = z.object({
  id: z.uuid(),
  referralId: z.uuid(),
  caseNumber: z.string(),
  firstName: z.string(),
  audience: z.enum(audiences),
  /** The organization on the other side of the case. */
  otherOrganization: organization,
  ...counted,
  lastEntryAt: z.iso.datetime(),
  /** The newest message, cut short; its text is null when it has been removed. */
  lastMessage: z.object({ senderName: z.string(), text: z.string().nullable(), mine: z.boolean() }),
});
export type ConversationSummary = z.output<typeof conversationSummary>;

const params = z.strictObject({ conversationId });
const messageParams = z.strictObject({ conversationId, seq: z.coerce.number().int().min(1).max(2_000_000_000) });
const written = z.strictObject({ clientMessageId: z.guid({ error: 'invalid' }).toLowerCase(), body: messageBody });
/** Files that were uploaded before, by the same person in the same conversation. */
const sent = written.extend({ body: bodyBesideFiles, attachmentIds: z.array(attachmentId).max(attachmentLimits.maxPerMessage).optional() });

/** A message has words or files. */
export const saysSomething = ({ value, issues }: z.core.ParsePayload<{ body: string; attachmentIds?: unknown[] | undefined }>): void => {
  if (value.body === '' && !value.attachmentIds?.length) issues.push({ code: 'too_small', origin: 'string', minimum: 1, inclusive: true, input: '', path: ['body'] });
};
export const placed = z.object({ seq: z.int(), sentAt: z.iso.datetime() });
export type Placed = z.output<typeof placed>;

export const messagingRoutes = {
  ofReferral: defineRoute({
    method: 'GET',
    path: '/referrals/:referralId/conversations',
    summary: 'The conversations of a shared case that the reader may see: the shared one and the own organization’s notes.',
    access: 'signedIn',
    params: z.strictObject({ referralId }),
    response: z.object({ conversations: z.array(conversationView) }),
  }),
  mine: defineRoute({
    method: 'GET',
    path: '/conversations',
    summary: 'The conversations of the reader’s own cases and those they have read, newest words first.',
    access: 'signedIn',
    query: z.strictObject({
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
      unread: z.enum(['true', 'false']).default('false'),
    }),
    response: pageOf(conversationSummary),
  }),
  entries: defineRoute({
    method: 'GET',
    path: '/conversations/:conversationId/entries',
    summary: 'The log after a number, in order. `more`: ask again after the last one.',
    access: 'signedIn',
    params,
    query: z.strictObject({
      since: z.coerce.number().int().min(0).max(2_000_000_000).default(0),
      limit: z.coerce.number().int().min(1).max(entriesPageMax).default(entriesPageMax),
    }),
    response: z.object({ entries: z.array(entryView), more: z.boolean() }),
  }),
  send: defineRoute({
    method: 'POST',
    path: '/conversations/:conversationId/messages',
    summary: 'Sends a message. The same id again answers the same place; with another text or other files idempotencyConflict.',
    access: 'signedIn',
    repeatsByItsOwnId: true,
    params,
    body: sent.check(saysSomething),
    response: placed,
  }),
  edit: defineRoute({
    method: 'POST',
    path: '/conversations/:conversationId/messages/:seq/edits',
    summary: 'New text for an own message: within five minutes it replaces the text, later it stands beside it as a correction.',
    access: 'signedIn',
    repeatsByItsOwnId: true,
    params: messageParams,
    body: written,
    response: placed.extend({ correction: z.boolean() }),
  }),
  redact: defineRoute({
    method: 'POST',
    path: '/conversations/:conversationId/messages/:seq/redaction',
    summary: 'Removes the text of an own message; that it was there stays.',
    access: 'signedIn',
    params: messageParams,
    response: placed,
  }),
  markRead: defineRoute({
    method: 'POST',
    path: '/conversations/:conversationId/read',
    summary: 'Has read up to a number. The mark never moves back.',
    access: 'signedIn',
    status: 200,
    params,
    body: z.strictObject({ upTo: z.int().min(1).max(2_000_000_000) }),
    response: z.object({ lastReadSeq: z.int() }),
  }),
};
