import type { ReferralAction } from './referral-action.js';
import type { ReferralStatus } from './referral-status.js';

/** What the server tells browsers: that a referral changed, never what it says. Access is checked on reading. */
export interface ReferralServerEvents {
  referralChanged: (change: { referralId: string; version: number }) => void;
}

/** `details` of a `changedMeanwhile` refusal of a transition: who was first, when, and what stands now. */
export type ReferralChangedMeanwhile = {
  actorName: string;
  /** ISO instant of the step that was first. */
  at: string;
  action: ReferralAction;
  status: ReferralStatus;
  version: number;
};

/** What is told to the rest of the product after each action: an event for reactions, in the past tense. */
export const referralEventOf = {
  send: 'referralSent',
  acknowledge: 'referralAcknowledged',
  ask: 'referralQuestioned',
  answer: 'referralAnswered',
  accept: 'referralAccepted',
  waitlist: 'referralWaitlisted',
  offer: 'referralOffered',
  take_offer: 'referralOfferTaken',
  refuse_offer: 'referralOfferRefused',
  decline: 'referralDeclined',
  withdraw: 'referralWithdrawn',
  expire: 'referralExpired',
  start: 'referralStarted',
  not_started: 'referralNotStarted',
  pause: 'referralPaused',
  resume: 'referralResumed',
  finish: 'referralFinished',
  report: 'referralReported',
  approve: 'referralApproved',
  undo: 'referralUndone',
  mark_in_error: 'referralMarkedInError',
  reassign: 'referralReassigned',
} as const satisfies Record<ReferralAction, string>;
export type ReferralEventName = (typeof referralEventOf)[ReferralAction];

/** Ids and the version only: who reacts reads the rest. */
export type ReferralEvent = {
  referralId: string;
  version: number;
  status: ReferralStatus;
  senderOrganizationId: string;
  providerOrganizationId: string;
  handlerId: string;
  assigneeId: string | null;
  serviceId: string;
  offeringId: string | null;
  nonDisclosure: boolean;
  /** The provider has been told of it; a draft that is withdrawn was never anyone else's. */
  wasSent: boolean;
  /** A place became free: the next in line may be offered it, once. */
  freesPlace: boolean;
  /** Null when a clock did it: then everybody is told whom it concerns. */
  byPersonId: string | null;
};
