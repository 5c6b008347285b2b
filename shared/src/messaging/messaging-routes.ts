import { z } from 'zod';
import { acknowledgedKinds, contactRules } from '../client/sensitive-kinds.js';
import { defineRoute } from '../contract/define-route.js';
import { pageOf } from '../contract/page.js';
import { attachmentId, conversationId, membershipId, referralId } from '../kernel/id.js';
import { localDate } from '../kernel/local-date.js';
import { localizedView } from '../kernel/localized.js';
import { roleCode } from '../organization/role.js';
import { attachmentLimits } from './attachment-rules.js';
import { mostChecklistItems } from './checklist-rules.js';
import { entryView } from './conversation-entry.js';
import { type MessageCardInput, messageCardInput, speaksForItself } from './message-card.js';
import {
  bodyBesideFiles,
  byteLengthOf,
  entriesPageMax,
  messageBody,
  messageMaxBytes,
  mostMentions,
} from './message-rules.js';

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
  caseNumber: z.string(),
  serviceTitle: localizedView,
  /** Whether telephone numbers and addresses are asked about before they are sent here. */
  contacts: z.enum(contactRules),
  /** What the reader has begun to write here, on whichever device; version 0 when there is nothing. */
  draft: z.object({ body: z.string(), version: z.int() }).optional(),
  /** Out of the reader's list until that day, or until somebody writes. */
  snoozedUntil: z.iso.date().nullish(),
});
export type ConversationView = z.output<typeof conversationView>;

export const conversationSummary = z.object({
  id: z.uuid(),
  referralId: z.uuid(),
  caseNumber: z.string(),
  /** Null when the reader's side is not told it yet. */
  firstName: z.string().nullable(),
  audience: z.enum(audiences),
  /** The organization on the other side of the case. */
  otherOrganization: organization,
  ...counted,
  lastEntryAt: z.iso.datetime(),
  /** The newest message, cut short; its text is null when it has been removed. */
  lastMessage: z.object({
    senderName: z.string(),
    text: z.string().nullable(),
    mine: z.boolean(),
    /** The client was called: whether somebody answered. Null in any other message. */
    call: z.boolean().nullish(),
  }),
  /** Settled, and nothing was written since. */
  resolved: z.boolean(),
  snoozedUntil: z.iso.date().nullable(),
  /** The reader has begun to write here. */
  hasDraft: z.boolean(),
  /** The reader was called by name in what is unread. */
  mentioned: z.boolean(),
});
export type ConversationSummary = z.output<typeof conversationSummary>;

const params = z.strictObject({ conversationId });
const maxSeq = 2_000_000_000;
/** A message's number where it stands in an address. */
export const messageSeq = z.coerce.number().int().min(1).max(maxSeq);
const messageParams = z.strictObject({ conversationId, seq: messageSeq });
const entrySeq = z.int().min(1).max(maxSeq);
/** Made by its sender, once for each message: what was sent under it before is not sent again. */
export const clientMessageId = z.guid({ error: 'invalid' }).toLowerCase();
const written = z.strictObject({
  clientMessageId,
  body: messageBody,
  mentions: z.array(membershipId).max(mostMentions, { error: 'tooMany' }).optional(),
  acknowledged: acknowledgedKinds,
});
/** Files that were uploaded before, by the same person in the same conversation. */
const sent = written.extend({
  body: bodyBesideFiles,
  attachmentIds: z.array(attachmentId).max(attachmentLimits.maxPerMessage).optional(),
  card: messageCardInput.optional(),
  /** A message of the same conversation that this one speaks to, by its number. */
  quotes: entrySeq.optional(),
});

/** A message has words, files, or a card that needs none. */
export const saysSomething = ({
  value,
  issues,
}: z.core.ParsePayload<{
  body: string;
  attachmentIds?: unknown[] | undefined;
  card?: MessageCardInput | undefined;
}>): void => {
  if (value.body === '' && !value.attachmentIds?.length && !speaksForItself(value.card))
    issues.push({
      code: 'too_small',
      origin: 'string',
      minimum: 1,
      inclusive: true,
      input: '',
      path: ['body'],
    });
};

/** Which of the reader's conversations: to be dealt with, with unread words, put off, or settled. */
export const conversationShelves = ['open', 'unread', 'later', 'resolved'] as const;
export type ConversationShelf = (typeof conversationShelves)[number];

/** Someone who reads the conversation and can be called by name in it. */
export const teamMember = z.object({
  membershipId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  organizationId: z.uuid(),
  role: roleCode,
});
export type TeamMember = z.output<typeof teamMember>;

/** A message that was found, with the words around what was looked for. */
export const foundMessage = z.object({
  conversationId: z.uuid(),
  referralId: z.uuid(),
  audience: z.enum(audiences),
  caseNumber: z.string(),
  /** Null when the reader's side is not told it yet. */
  firstName: z.string().nullable(),
  otherOrganization: organization,
  seq: z.int(),
  at: z.iso.datetime(),
  senderName: z.string(),
  mine: z.boolean(),
  excerpt: z.array(z.object({ text: z.string(), found: z.boolean() })),
});
export type FoundMessage = z.output<typeof foundMessage>;
export const mostFound = 50;
export const placed = z.object({ seq: z.int(), sentAt: z.iso.datetime() });
export type Placed = z.output<typeof placed>;

export const messagingRoutes = {
  ofReferral: defineRoute({
    method: 'GET',
    path: '/referrals/:referralId/conversations',
    summary:
      'The conversations of a shared case that the reader may see: the shared one and the own organization’s notes.',
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
      show: z.enum(conversationShelves).default('open'),
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
    summary:
      'Sends a message. The same id again answers the same place; with another text or other files idempotencyConflict. What it should rarely carry must be acknowledged: unprocessable, sensitiveText.',
    access: 'signedIn',
    repeatsByItsOwnId: true,
    params,
    body: sent.check(saysSomething),
    response: placed,
  }),
  edit: defineRoute({
    method: 'POST',
    path: '/conversations/:conversationId/messages/:seq/edits',
    summary:
      'New text for an own message: within five minutes it replaces the text, later it stands beside it as a correction.',
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
  recall: defineRoute({
    method: 'POST',
    path: '/conversations/:conversationId/messages/:seq/recall',
    summary:
      'Takes an own message out of the wrong case, for five minutes: text and earlier texts are erased for everyone, a mark stays.',
    access: 'signedIn',
    params: messageParams,
    response: placed,
  }),
  tick: defineRoute({
    method: 'PUT',
    path: '/conversations/:conversationId/messages/:seq/items/:item',
    summary:
      'Ticks an item of a checklist by its place, or takes the tick away; by anybody who writes here. Said again, it changes nothing.',
    access: 'signedIn',
    params: messageParams.extend({
      item: z.coerce
        .number()
        .int()
        .min(0)
        .max(mostChecklistItems - 1),
    }),
    body: z.strictObject({ done: z.boolean() }),
    response: z.object({ done: z.boolean() }),
  }),
  team: defineRoute({
    method: 'GET',
    path: '/conversations/:conversationId/team',
    summary:
      'Who can be called by name here: one’s own people who may read it; of the other side those who answer for the case or have written.',
    access: 'signedIn',
    params,
    response: z.object({ members: z.array(teamMember) }),
  }),
  markUnread: defineRoute({
    method: 'POST',
    path: '/conversations/:conversationId/unread',
    summary: 'From this number on it is unread for the reader again. What the other side was told stays.',
    access: 'signedIn',
    status: 200,
    params,
    body: z.strictObject({ from: z.int().min(1).max(2_000_000_000) }),
    response: z.object({ lastReadSeq: z.int() }),
  }),
  resolve: defineRoute({
    method: 'POST',
    path: '/conversations/:conversationId/resolution',
    summary:
      'Settles the matter for everyone who reads here, or takes it up again; what is so already stays so.',
    access: 'signedIn',
    status: 200,
    params,
    body: z.strictObject({ resolved: z.boolean() }),
    response: z.object({ resolved: z.boolean() }),
  }),
  snooze: defineRoute({
    method: 'PUT',
    path: '/conversations/:conversationId/snooze',
    summary:
      'Puts the conversation off for the reader alone, until a day or until somebody writes; null takes it back.',
    access: 'signedIn',
    params,
    body: z.strictObject({ until: localDate.nullable() }),
    response: z.object({ snoozedUntil: z.iso.date().nullable() }),
  }),
  saveDraft: defineRoute({
    method: 'PUT',
    path: '/conversations/:conversationId/draft',
    summary:
      'Keeps what the reader has begun to write, from the version that was read (0: none); an empty text takes it away.',
    access: 'signedIn',
    params,
    body: z.strictObject({
      version: z.int().min(0),
      body: z
        .string()
        .refine((text) => byteLengthOf(text) <= messageMaxBytes, { error: 'tooLong' })
        .refine((text) => !text.includes('\0'), { error: 'invalid' }),
    }),
    response: z.object({ version: z.int() }),
  }),
  search: defineRoute({
    method: 'POST',
    path: '/conversations/search',
    summary:
      'Words in the messages that the reader may read, newest first. The words stand in the body: they may be a person’s name.',
    access: 'signedIn',
    status: 200,
    body: z.strictObject({
      words: z
        .string()
        .trim()
        .min(2, { error: 'tooShort' })
        .max(100, { error: 'tooLong' })
        .refine((text) => !text.includes('\0'), { error: 'invalid' }),
    }),
    response: z.object({ items: z.array(foundMessage), more: z.boolean() }),
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
