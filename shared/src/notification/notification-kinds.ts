import type { ReferralEventName } from '../referral/referral-events.js';

/** What one can be told of. */
export const notificationKinds = [
  'newReferral',
  'question',
  'answer',
  'accepted',
  'waitlisted',
  'offered',
  'offerAnswered',
  'declined',
  'withdrawn',
  'started',
  'notStarted',
  'finished',
  'message',
  'mention',
  'reassigned',
  'callClient',
  'deletionAsked',
  'deletionConfirmed',
  'disclosureEnded',
  'openedInEmergency',
  'leftWithoutOwner',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/**
 * Whom a kind tells: the people of one side of the case, of the side that did not write, who was named, or those who lead
 * an organization. An opening in an emergency tells its data protection officers too, who read no case.
 */
export const toldSide: Record<NotificationKind, 'sender' | 'provider' | 'otherSide' | 'named' | 'leaders'> = {
  newReferral: 'provider',
  question: 'sender',
  answer: 'provider',
  accepted: 'sender',
  waitlisted: 'sender',
  offered: 'sender',
  offerAnswered: 'provider',
  declined: 'sender',
  withdrawn: 'provider',
  started: 'sender',
  notStarted: 'sender',
  finished: 'sender',
  message: 'otherSide',
  mention: 'named',
  reassigned: 'named',
  callClient: 'named',
  deletionAsked: 'provider',
  deletionConfirmed: 'sender',
  disclosureEnded: 'sender',
  openedInEmergency: 'sender',
  leftWithoutOwner: 'leaders',
};

/** The steps of a referral that somebody is told of. The others are news on the case's page only. */
export const kindOfStep: Partial<Record<ReferralEventName, NotificationKind>> = {
  referralSent: 'newReferral',
  referralQuestioned: 'question',
  referralAnswered: 'answer',
  referralAccepted: 'accepted',
  referralWaitlisted: 'waitlisted',
  referralOffered: 'offered',
  referralOfferTaken: 'offerAnswered',
  referralOfferRefused: 'offerAnswered',
  referralDeclined: 'declined',
  referralWithdrawn: 'withdrawn',
  referralStarted: 'started',
  referralNotStarted: 'notStarted',
  referralFinished: 'finished',
};
