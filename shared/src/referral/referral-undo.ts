import type { ReferralAction } from './referral-action.js';
import type { ReferralFacts } from './referral-facts.js';
import { type Refused, refuse } from './referral-refusal.js';

/** Right after the step it is taken back without a word, within a day with a note. */
export const undoFreeMs = 10_000;
export const undoLatestMs = 24 * 60 * 60 * 1000;

const undoableActions: readonly ReferralAction[] = ['accept', 'waitlist', 'decline'];

/** Only the provider's own answer can be taken back, while nothing was built upon it and at most a day later. */
export const mayBeUndone = ({ lastStep, now }: ReferralFacts): Refused | undefined => {
  if (!lastStep || lastStep.party !== 'provider' || !undoableActions.includes(lastStep.action))
    return refuse('nothingToUndo');
  if (lastStep.followed) return refuse('somethingFollowed');
  return now.getTime() - lastStep.at.getTime() > undoLatestMs ? refuse('undoTooLate') : undefined;
};
