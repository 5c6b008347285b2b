import { z } from 'zod';
import { referralActions } from '../referral/referral-action.js';
import { referralStatuses } from '../referral/referral-status.js';
import { messageCard } from './message-card.js';

/** Who wrote, as everyone in the conversation sees it. */
const sender = z.object({ personId: z.uuid(), name: z.string(), organizationId: z.uuid() });
export type Sender = z.output<typeof sender>;

const seq = z.int().min(1);
const place = { seq, at: z.iso.datetime() };
/** Removed text is null wherever it stood: in the message and in its edits. */
const body = z.string().nullable();

/** Files that were sent with it; what they are now is told by their own route. Unset when there are none, or no longer. */
const attachmentIds = z.array(z.uuid()).optional();

/** Someone of the case team who was called by name; the name as it was then. */
const mention = z.object({ membershipId: z.uuid(), name: z.string() });
export type Mention = z.output<typeof mention>;
/** Absent: nobody, or removed with the text. */
const mentions = z.array(mention).optional();

const message = z.object({
  ...place,
  kind: z.literal('message'),
  sender,
  clientMessageId: z.uuid(),
  body,
  mentions,
  /** What one can act on. Absent: plain words, or removed with the text. */
  card: messageCard.optional(),
  /** The number of a message that it quotes. Whoever shows it takes the words from that message as they stand now. */
  quotes: seq.optional(),
  attachmentIds,
});
/** New text for an own message. After the editing time it is a correction: both texts stand. */
const edit = z.object({
  ...place,
  kind: z.literal('edit'),
  sender,
  clientMessageId: z.uuid(),
  concerns: seq,
  body,
  correction: z.boolean(),
  mentions,
});
/** A text taken away from everyone. `recalled`: within minutes, as written to the wrong case; then it is nowhere any more. */
const redaction = z.object({
  ...place,
  kind: z.literal('redaction'),
  sender,
  concerns: seq,
  recalled: z.boolean().optional(),
});
/** The matter is settled, or taken up again. Words and steps of the case take it up by themselves. */
const resolution = z.object({ ...place, kind: z.literal('resolution'), sender, resolved: z.boolean() });
/** An item of a checklist, by its place, is done or is not; the last word on it holds. */
const tick = z.object({
  ...place,
  kind: z.literal('tick'),
  sender,
  concerns: seq,
  item: z.int().min(0),
  done: z.boolean(),
});
/** An organization has read the other side's words so far. Never who of them. */
const read = z.object({ ...place, kind: z.literal('read'), organizationId: z.uuid(), upTo: seq });
/** A step of the referral. Without sender: a timer's or a consequence's. */
const event = z.object({
  ...place,
  kind: z.literal('event'),
  sender: sender.nullable(),
  action: z.enum(referralActions),
  fromStatus: z.enum(referralStatuses),
  toStatus: z.enum(referralStatuses),
  version: z.int(),
  reason: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** One line of a conversation's log. Everything that changes what is read is an entry, so a log since a number repairs any absence. */
export const entryView = z.discriminatedUnion('kind', [
  message,
  edit,
  redaction,
  resolution,
  tick,
  read,
  event,
]);
export type EntryView = z.output<typeof entryView>;
export type EntryKind = EntryView['kind'];
export type EntryOf<Kind extends EntryKind> = Extract<EntryView, { kind: Kind }>;
