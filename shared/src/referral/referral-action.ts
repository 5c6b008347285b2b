/** What can be done to a referral. A status is never written: an action is done and the table says what follows. */
export const referralActions = [
  'send',
  'acknowledge',
  'ask',
  'answer',
  'accept',
  'waitlist',
  'offer',
  'take_offer',
  'refuse_offer',
  'decline',
  'withdraw',
  'expire',
  'start',
  'not_started',
  'pause',
  'resume',
  'finish',
  'report',
  'approve',
  'undo',
  'mark_in_error',
  'reassign',
] as const;
export type ReferralAction = (typeof referralActions)[number];

/** `sender`: the municipality's owning team. `provider`: the service's organization. `system`: a timer or a consequence. */
export const referralParties = ['sender', 'provider', 'system'] as const;
export type ReferralParty = (typeof referralParties)[number];

/** Lowest first: who has a later role may do what an earlier one may, on the same side. */
export const partyRoles = ['worker', 'manager', 'areaAdmin'] as const;
export type PartyRole = (typeof partyRoles)[number];

/** On whose behalf a person acts now, and as what. The system has no role; give it `worker`. */
export interface ReferralActor {
  party: ReferralParty;
  role: PartyRole;
}

export const systemActor: ReferralActor = { party: 'system', role: 'worker' };
