import { z } from 'zod';
import { urgencyClasses } from '../commissioning/urgency-class.js';
import { goalText } from '../client/client-routes.js';
import { needs } from '../client/needs.js';
import { defineRoute } from '../contract/define-route.js';
import { pageOf, pageQuery } from '../contract/page.js';
import { clientId, referralId, serviceId } from '../kernel/id.js';
import { localDate } from '../kernel/local-date.js';
import { proposedService, receiverCard, referralRow, referralView, takenStep } from './referral.js';
import { statusGroups } from './referral-status.js';
import { transitionInput } from './transition-input.js';

const referralParams = z.strictObject({ referralId });

const contentFields = {
  serviceId,
  goal: goalText,
  needs: z.array(z.enum(needs)).max(needs.length).default([]),
  /** What the receiver should know; at most 600 characters, and no health data, identity codes or third persons. */
  background: z.string().trim().max(600).nullish(),
  agreed: z.string().trim().max(600).nullish(),
  binding: z.boolean().default(false),
  contactWishes: z.string().trim().max(300).nullish(),
  /** Out of the authority's register, by who holds a virkasuhde, to a statutory service alone. Unset: stays as it is. */
  planExtract: z.string().trim().max(1000).nullish(),
  urgency: z.enum(urgencyClasses).default('K3'),
  urgencyReason: z.string().max(40).nullish(),
  startWish: localDate.nullish(),
  alternativeServiceIds: z.array(serviceId).max(2).default([]),
};

/** A draft may be unfinished: everything but whom and where can wait. */
export const draftReferralInput = z.strictObject({
  clientId,
  ...contentFields,
  goal: z.string().trim().max(300).default(''),
  previousReferralId: referralId.nullish(),
});
export const changedDraftInput = z.strictObject({
  version: z.number().int().min(1),
  ...contentFields,
  goal: z.string().trim().max(300).default(''),
});

export const worklists = ['mine', 'organization'] as const;

/** Nobody reads a list of that many, and counting further would cost every screen of a large office more each year. */
export const mostCounted = 500;

export const referralRoutes = {
  list: defineRoute({
    method: 'GET',
    path: '/referrals',
    summary: 'The worklist: referrals of the organization one acts for, the nearest deadline first.',
    access: 'signedIn',
    query: z.strictObject({
      ...pageQuery,
      group: z.enum(statusGroups).optional(),
      /** `mine`: those one handles or has taken. */
      list: z.enum(worklists).default('organization'),
      clientId: clientId.optional(),
    }),
    response: pageOf(referralRow),
  }),
  counts: defineRoute({
    method: 'GET',
    path: '/referral-counts',
    summary: `How many referrals stand in each group that still waits for somebody, and how many of them are late. ${mostCounted} is that many or more.`,
    access: 'signedIn',
    query: z.strictObject({ list: z.enum(worklists).default('organization') }),
    response: z.object({
      groups: z.array(z.object({ group: z.enum(statusGroups), count: z.number(), late: z.number() })),
    }),
  }),
  today: defineRoute({
    method: 'GET',
    path: '/today',
    summary:
      'Tänään: what needs this person, what was answered, what starts this week, what waits for others, what was begun.',
    access: 'signedIn',
    /** No list is longer than `mostOfToday`. */
    response: z.object({
      needsYou: z.array(referralRow),
      answered: z.array(referralRow),
      startingSoon: z.array(referralRow),
      waitingForOthers: z.array(referralRow),
      /** Begun and not yet sent; the last written first. */
      drafts: z.array(referralRow),
      /** `mostCounted` is that many or more. */
      waitingForOthersCount: z.number(),
    }),
  }),
  draft: defineRoute({
    method: 'POST',
    path: '/referrals',
    summary: 'Begins a referral as a draft that only the sender sees.',
    access: 'signedIn',
    body: draftReferralInput,
    response: referralView,
  }),
  saveDraft: defineRoute({
    method: 'PUT',
    path: '/referrals/:referralId',
    summary: 'Saves a draft, from the version that was read.',
    access: 'signedIn',
    params: referralParams,
    body: changedDraftInput,
    response: referralView,
  }),
  read: defineRoute({
    method: 'GET',
    path: '/referrals/:referralId',
    summary:
      'One referral as its reader’s side and stage allow; the reading is logged. An outsider gets notFound.',
    access: 'signedIn',
    params: referralParams,
    response: referralView,
  }),
  preview: defineRoute({
    method: 'GET',
    path: '/clients/:clientId/receiver-card/:serviceId',
    summary:
      'The exact card that the receiver would read of this client, before and after acceptance, with a draft’s content filled in by the browser.',
    access: 'signedIn',
    params: z.strictObject({ clientId, serviceId }),
    response: z.object({
      onSending: receiverCard,
      onAcceptance: receiverCard,
      /** By when an answer would come, for each urgency class, if it were sent now. */
      answerDueAt: z.object({
        K1: z.iso.datetime(),
        K2: z.iso.datetime(),
        K3: z.iso.datetime(),
        K4: z.iso.datetime(),
      }),
      openForMunicipality: z.boolean(),
      duplicateOpen: z.boolean(),
      /** Whether this writer may let an extract of the authority’s plan go along: a virkasuhde, and a statutory service. */
      mayCarryExtract: z.boolean(),
    }),
  }),
  transition: defineRoute({
    method: 'POST',
    path: '/referrals/:referralId/transitions',
    summary:
      'Does one action of the workflow, from the version that was read; answers what it made, not the page. Refuses with the guard’s reason; changedMeanwhile tells who did what and when.',
    access: 'signedIn',
    status: 200,
    params: referralParams,
    body: transitionInput,
    response: takenStep,
  }),
  refer: defineRoute({
    method: 'POST',
    path: '/referrals/:referralId/refer-again',
    summary:
      'A new draft to another service with the same content; the receiver’s own text is not carried over.',
    access: 'signedIn',
    params: referralParams,
    body: z.strictObject({ serviceId }),
    response: referralView,
  }),
  proposals: defineRoute({
    method: 'GET',
    path: '/referrals/:referralId/proposals',
    summary: 'Three services that fit and have room; for the provider its own first.',
    access: 'signedIn',
    params: referralParams,
    response: z.object({ items: z.array(proposedService) }),
  }),
};
