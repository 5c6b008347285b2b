import { z } from 'zod';
import { urgencyClasses } from '../commissioning/urgency-class.js';
import { contactWays, needs, planTypes } from '../client/needs.js';
import { localizedView } from '../kernel/localized.js';
import { roleCode } from '../organization/role.js';
import { exitCodes, goalOutcomes } from './closing-outcome.js';
import { referralActions } from './referral-action.js';
import { statusGroups, referralStatuses } from './referral-status.js';

export const sides = ['sender', 'provider'] as const;
/** On which side of a referral its reader stands. */
export type Side = (typeof sides)[number];

const serviceBrief = z.object({ id: z.uuid(), title: localizedView });
const organizationBrief = z.object({ id: z.uuid(), name: localizedView });

/** Whose turn it is, and by when. What they owe is said by the status. */
const turnView = z.object({
  of: z.enum(sides).nullable(),
  dueAt: z.iso.datetime().nullable(),
  late: z.boolean(),
});

/**
 * One row of Tänään, Saapuneet or a list: pseudonym always, first name only, the goal in the client's words.
 * `firstName`, `goal`, `needs`, `municipality` are null when the reader's stage does not include them.
 */
export const referralRow = z.object({
  id: z.uuid(),
  caseNumber: z.string(),
  version: z.number(),
  status: z.enum(referralStatuses),
  group: z.enum(statusGroups).nullable(),
  statusSince: z.iso.datetime(),
  urgency: z.enum(urgencyClasses),
  side: z.enum(sides),
  turn: turnView,
  firstName: z.string().nullable(),
  goal: z.string().nullable(),
  needs: z.array(z.enum(needs)),
  municipality: z.string().nullable(),
  startWish: z.iso.date().nullable(),
  service: serviceBrief,
  sender: organizationBrief,
  provider: organizationBrief,
  handlerName: z.string(),
  assigneeName: z.string().nullable(),
  firstMeetingAt: z.iso.datetime().nullable(),
  /** The promised day of starting. */
  plannedStartOn: z.iso.date().nullable(),
  startedOn: z.iso.date().nullable(),
  sentAt: z.iso.datetime().nullable(),
  unread: z.number(),
});
export type ReferralRow = z.output<typeof referralRow>;

/** The receiver's card: exactly what the other side reads at a stage. A field outside the stage is absent, not empty. */
export const receiverCard = z.object({
  firstName: z.string().optional(),
  surname: z.string().optional(),
  goal: z.string().optional(),
  needs: z.array(z.enum(needs)).optional(),
  background: z.string().nullable().optional(),
  agreed: z.string().nullable().optional(),
  planType: z.enum(planTypes).optional(),
  planExtract: z.string().nullable().optional(),
  binding: z.boolean().optional(),
  language: z.string().optional(),
  ageBand: z.string().nullable().optional(),
  /** Municipality code; for a non-disclosure client absent, and `areaName` tells the service's own area. */
  municipality: z.string().nullable().optional(),
  areaName: localizedView.optional(),
  contactWishes: z.string().nullable().optional(),
  contact: z
    .object({
      way: z.enum(contactWays),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      wishes: z.string().nullable(),
    })
    .optional(),
  nonDisclosure: z.boolean().optional(),
  /** Only once started and where the service's duty demands it. */
  identityCode: z.string().nullable().optional(),
});
export type ReceiverCard = z.output<typeof receiverCard>;

/** One line of the history. Texts of the other side are shown as the reason code allows. */
export const stepView = z.object({
  version: z.number(),
  action: z.enum(referralActions),
  from: z.enum(referralStatuses).nullable(),
  to: z.enum(referralStatuses),
  at: z.iso.datetime(),
  actorName: z.string(),
  /** Of a change of hands: who answers for it since then. */
  ownerName: z.string().optional(),
  organization: localizedView,
  side: z.enum([...sides, 'system']),
  reason: z.string().nullable(),
  note: z.string().nullable(),
});

export const questionView = z.object({
  id: z.uuid(),
  field: z.string(),
  question: z.string(),
  askedAt: z.iso.datetime(),
  answer: z.string().nullable(),
});

/** A service that could take the client: it fits and has room. */
export const proposedService = z.object({
  id: z.uuid(),
  title: localizedView,
  organizationName: localizedView,
  freePlaces: z.number(),
  nextStartOn: z.iso.date().nullable(),
  continuous: z.boolean(),
});

export const referralView = referralRow.extend({
  urgencyReason: z.string().nullable(),
  /** Since when nothing of the client is left in it: a record. */
  recordSince: z.iso.datetime().nullable(),
  card: receiverCard,
  /** For the sender: what the receiver reads now and, were the place promised, would read. */
  disclosedNow: receiverCard.nullable(),
  disclosedOnAcceptance: receiverCard.nullable(),
  clientId: z.uuid().nullable(),
  offering: z
    .object({
      id: z.uuid(),
      code: z.string(),
      startsOn: z.iso.date().nullable(),
      continuous: z.boolean(),
      freePlaces: z.number(),
      startInstructions: localizedView,
      transport: localizedView,
      address: z.string().nullable(),
    })
    .nullable(),
  /** For the provider while it may accept or offer: where there could be a place. */
  offerings: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      startsOn: z.iso.date().nullable(),
      continuous: z.boolean(),
      freePlaces: z.number(),
      waitlistLength: z.number(),
    }),
  ),
  plannedEndOn: z.iso.date().nullable(),
  endedOn: z.iso.date().nullable(),
  queue: z
    .object({ position: z.number(), length: z.number(), expectedWaitWeeks: z.number().nullable() })
    .nullable(),
  questions: z.array(questionView),
  /** For the sender of a declined one: why, a better idea, and three that fit. */
  decline: z
    .object({
      reason: z.string(),
      note: z.string().nullable(),
      suggestedService: serviceBrief.nullable(),
      callRequested: z.boolean(),
      proposals: z.array(proposedService),
    })
    .nullable(),
  /** Once the period has been finished: how it ended, and the closing report when it is there. */
  closing: z
    .object({
      early: z.boolean(),
      reason: z.string().nullable(),
      outcome: z.enum(goalOutcomes).nullable(),
      exitCode: z.enum(exitCodes).nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  alternatives: z.array(serviceBrief),
  steps: z.array(stepView),
  /** What this reader may do next, from the table. */
  actions: z.array(z.enum(referralActions)),
  /** Until when the last answer may be taken back without a word. */
  undoFreeUntil: z.iso.datetime().nullable(),
  previousReferralId: z.uuid().nullable(),
  nextReferralId: z.uuid().nullable(),
  /** People who see this case, by organization. */
  caseTeam: z.array(z.object({ name: z.string(), organization: localizedView, role: roleCode })),
});
export type ReferralView = z.output<typeof referralView>;

/** What a step made of the referral. Its page is read by its own route, by whoever shows one. */
export const takenStep = referralRow
  .pick({ id: true, version: true, status: true, firstMeetingAt: true, plannedStartOn: true })
  .extend({
    /** By when whoever's turn it is now must act. */
    dueAt: z.iso.datetime().nullable(),
  });
export type TakenStep = z.output<typeof takenStep>;
