import { asLocalDate } from '../kernel/local-date.js';
import type { ReferralAction, ReferralActor, ReferralParty } from './referral-action.js';
import type { ActionInput, DraftFacts, ReferralFacts } from './referral-facts.js';

/** Tuesday 24.11.2026 08.00 in Finland: the clock of the acceptance scenarios. For tests. */
export const exampleNow = new Date('2026-11-24T06:00:00Z');

export const draftInOrder: DraftFacts = {
  hasClient: true,
  hasGoal: true,
  urgency: 'K3',
  servicePublished: true,
  serviceOpenForMunicipality: true,
  recordNeeded: 'informing',
  recordPresent: true,
  eligible: true,
  duplicateOpen: false,
};

/** Facts with which every guard is content. For tests, which then take one away. */
export const factsInOrder: ReferralFacts = {
  now: exampleNow,
  draft: draftInOrder,
  agreement: 'enough',
  freePlaces: 1,
  isFirstInQueue: true,
  offerHoldsUntil: new Date('2026-11-24T05:00:00Z'),
  askedFields: [],
  consentEnded: true,
  sentAt: new Date('2026-11-01T06:00:00Z'),
  startedOn: asLocalDate('2026-11-02'),
  placeKept: true,
  closing: {
    reportGiven: true,
    endedEarly: false,
    attendance: 'closed',
    approvalDueAt: new Date('2026-11-24T05:00:00Z'),
  },
  lastStep: {
    action: 'accept',
    party: 'provider',
    from: 'sent',
    at: new Date('2026-11-24T05:59:55Z'),
    followed: false,
  },
};

/** For each action an input with which every guard is content. For tests. */
export const inputInOrder: Record<ReferralAction, ActionInput> = {
  send: {},
  acknowledge: {},
  ask: { questions: [{ field: 'startWish' }] },
  answer: { answers: [{ field: 'startWish' }] },
  accept: { offeringId: 'o', contactPersonId: 'p', firstMeetingAt: '2026-11-26T11:00:00Z' },
  waitlist: { expectedWaitWeeks: 6 },
  offer: { offeringId: 'o' },
  take_offer: {},
  refuse_offer: { reason: 'not_now' },
  decline: { reason: 'full' },
  withdraw: { reason: 'need_met' },
  expire: {},
  start: { startDate: asLocalDate('2026-11-24') },
  not_started: { reason: 'not_reached' },
  pause: { reason: 'illness', expectedReturn: asLocalDate('2026-12-14') },
  resume: {},
  finish: { endDate: asLocalDate('2026-11-24'), early: true, reason: 'got_work' },
  report: { outcome: 'achieved', exitCode: 'next_service' },
  approve: {},
  undo: {},
  mark_in_error: { reason: 'wrong_client' },
  reassign: { assigneeId: 'p', reason: 'absence' },
};

export const actorOf = (party: ReferralParty, role: ReferralActor['role'] = 'worker'): ReferralActor => ({
  party,
  role,
});
