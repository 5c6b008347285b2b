import { z } from 'zod';
import { acknowledgedKinds } from '../client/sensitive-kinds.js';
import { instantText } from '../kernel/helsinki-time.js';
import { offeringId, personId, serviceId } from '../kernel/id.js';
import { localDate } from '../kernel/local-date.js';
import { exitCodes, goalOutcomes } from './closing-outcome.js';

const version = z.number().int().min(1);
const reason = z.string().min(1).max(40);
const note = z.string().trim().max(600).nullish();
const day = localDate;
/** For words that the other side will read. */
const acknowledged = acknowledgedKinds;

const plain = <Action extends string>(action: Action) =>
  z.strictObject({ action: z.literal(action), version, acknowledged, note });
const reasoned = <Action extends string>(action: Action) =>
  z.strictObject({ action: z.literal(action), version, acknowledged, reason, note });

/**
 * Every action that a person can do now, with exactly what it takes. Actions of a timer, of pauses and
 * corrections stand in the workflow's table already and get their place here with their own features.
 */
export const transitionInput = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('send'),
    version,
    acknowledged,
    eligibilityOverride: reason.nullish(),
    duplicateOverride: reason.nullish(),
    /** For an override whose reason needs a word. */
    note,
  }),
  plain('acknowledge'),
  z.strictObject({
    action: z.literal('ask'),
    version,
    acknowledged,
    questions: z
      .array(
        z.strictObject({ field: z.string().min(1).max(40), question: z.string().trim().min(3).max(300) }),
      )
      .min(1)
      .max(10),
  }),
  z.strictObject({
    action: z.literal('answer'),
    version,
    acknowledged,
    answers: z
      .array(z.strictObject({ questionId: z.uuid(), answer: z.string().trim().min(1).max(600) }))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    action: z.literal('accept'),
    version,
    acknowledged,
    offeringId,
    contactPersonId: personId.nullish(),
    firstMeetingAt: instantText.nullish(),
    startDate: day.nullish(),
    note,
  }),
  z.strictObject({
    action: z.literal('waitlist'),
    version,
    acknowledged,
    offeringId: offeringId.nullish(),
    expectedWaitWeeks: z.number().int().min(1).max(104),
    note,
  }),
  z.strictObject({
    action: z.literal('offer'),
    version,
    acknowledged,
    /** The one whose queue the client stands in. */
    offeringId,
    /** Why somebody who stands before this client is passed over. */
    reason: reason.nullish(),
    note,
  }),
  plain('take_offer'),
  reasoned('refuse_offer'),
  z.strictObject({
    action: z.literal('decline'),
    version,
    acknowledged,
    reason,
    note,
    suggestedServiceId: serviceId.nullish(),
    callRequested: z.boolean().default(false),
  }),
  reasoned('withdraw'),
  z.strictObject({ action: z.literal('start'), version, acknowledged, startDate: day, note }),
  reasoned('not_started'),
  z.strictObject({
    action: z.literal('finish'),
    version,
    acknowledged,
    endDate: day,
    early: z.boolean(),
    reason: reason.nullish(),
    note,
  }),
  z.strictObject({
    action: z.literal('report'),
    version,
    acknowledged,
    outcome: z.enum(goalOutcomes),
    exitCode: z.enum(exitCodes),
    note,
  }),
  z.strictObject({
    action: z.literal('approve'),
    version,
    acknowledged,
    note,
  }),
  plain('undo'),
]);
export type TransitionInput = z.output<typeof transitionInput>;

/** The actions that `transitionInput` takes. */
export const doableActions: readonly TransitionInput['action'][] = transitionInput.options.map(
  ({ shape }) => shape.action.value,
);
