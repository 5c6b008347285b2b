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
