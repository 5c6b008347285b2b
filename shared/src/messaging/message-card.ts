import { z } from 'zod';
import { instantText } from '../kernel/helsinki-time.js';

/** How people meet. Where, is a word of the message: a place may be told only to those who read it. */
export const meetingWays = ['onSite', 'remote', 'phone'] as const;
export type MeetingWay = (typeof meetingWays)[number];

export const mostMeetingTimes = 3;

/** A meeting proposal as its writer gives it. Whether its times lie ahead, the server's clock tells. */
export const meetingProposalInput = z.strictObject({
  kind: z.literal('meetingProposal'),
  times: z
    .array(instantText)
    .min(1, { error: 'required' })
    .max(mostMeetingTimes, { error: 'tooMany' })
    .refine((times) => new Set(times.map((time) => Date.parse(time))).size === times.length, {
      error: 'duplicate',
    }),
  minutes: z.int().min(5).max(480),
  way: z.enum(meetingWays),
});
export type MeetingProposalInput = z.output<typeof meetingProposalInput>;

/** That the client was called, and whether somebody answered. The call itself is made elsewhere. */
const phoneCall = { kind: z.literal('phoneCall'), reached: z.boolean() };

/** What both sides have agreed, in the message's own words. */
const agreement = { kind: z.literal('agreement') };
/** The other side confirms or disputes it, once; what was confirmed either side ends, once. */
export const agreementVerdicts = ['confirmed', 'disputed', 'ended'] as const;
export type AgreementVerdict = (typeof agreementVerdicts)[number];

/** What a service may need on paper. Closed, and without identity documents: those are shown, never asked for here. */
export const documentKinds = [
  'planExtract',
  'decision',
  'contract',
  'certificate',
  'attendance',
  'closingReport',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
/** A document that the other side is asked for. Which one exactly and what for, the message's words say. */
const documentRequest = { kind: z.literal('documentRequest'), document: z.enum(documentKinds) };

/** What is to be done, an item in each line of the message's own words. Whoever reads it ticks what is done. */
const checklist = { kind: z.literal('checklist') };

/** A card as its writer gives it. */
export const messageCardInput = z.discriminatedUnion('kind', [
  meetingProposalInput,
  z.strictObject(phoneCall),
  z.strictObject(agreement),
  z.strictObject(documentRequest),
  z.strictObject(checklist),
]);
export type MessageCardInput = z.output<typeof messageCardInput>;

/** A card that needs no words beside it. */
export const speaksForItself = (card: MessageCardInput | undefined): boolean => card?.kind === 'phoneCall';

const meetingProposal = z.object({
  kind: z.literal('meetingProposal'),
  times: z.array(z.iso.datetime()),
  minutes: z.int(),
  way: z.enum(meetingWays),
});
/** The number of the message that an answer answers. No card but an answer's has it. */
const concerns = z.int().min(1);
/** The other side's answer to a proposal, in words of its own too. `time` is the accepted one. */
const meetingAnswer = z.object({
  kind: z.literal('meetingAnswer'),
  concerns,
  time: z.iso.datetime().nullable(),
});
const agreementAnswer = z.object({
  kind: z.literal('agreementAnswer'),
  concerns,
  verdict: z.enum(agreementVerdicts),
});
/** `given`: the files of this message are the document. Otherwise its words say why there is none. */
const documentAnswer = z.object({ kind: z.literal('documentAnswer'), concerns, given: z.boolean() });

/** A part of a message that can be acted on, not only read. */
export const messageCard = z.discriminatedUnion('kind', [
  meetingProposal,
  meetingAnswer,
  z.object(phoneCall),
  z.object(agreement),
  agreementAnswer,
  z.object(documentRequest),
  documentAnswer,
  z.object(checklist),
]);
export type MessageCard = z.output<typeof messageCard>;
export type CardOf<Kind extends MessageCard['kind']> = Extract<MessageCard, { kind: Kind }>;
