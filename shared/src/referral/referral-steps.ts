import type { ReferralAction } from './referral-action.js';
import type { ReferralStatus } from './referral-status.js';
import { type TransitionRow, referralTransitions } from './referral-workflow-table.js';

/** What a step row keeps of the workflow; who, when and why stand beside it. */
export interface StepTaken {
  action: ReferralAction;
  from: ReferralStatus;
  to: ReferralStatus;
}

export type Replay = { holds: true; status: ReferralStatus } | { holds: false; at: number };

const isInTable = ({ action, from, to }: StepTaken): boolean => {
  const { ways }: TransitionRow = referralTransitions[action];
  return ways.some(
    (way) =>
      way.from.includes(from) &&
      (way.to.includes(to) || (way.to.includes('same') && from === to) || way.to.includes('previous')),
  );
};

/** An undo must lead back to where the step that it takes back came from. */
const isTrueUndo = (step: StepTaken, before: StepTaken | undefined): boolean =>
  step.action !== 'undo' || step.to === before?.from;

/**
 * Rebuilds the status from the steps, oldest first, beginning with a draft. `at` is the index of the
 * first step that does not follow from the table and the step before it.
 */
export const replay = (steps: readonly StepTaken[]): Replay => {
  let status: ReferralStatus = 'draft';
  for (const [index, step] of steps.entries()) {
    // Changing hands in between does not hinder an undo.
    const before = steps.slice(0, index).findLast(({ action }) => action !== 'reassign');
    if (step.from !== status || !isInTable(step) || !isTrueUndo(step, before))
      return { holds: false, at: index };
    status = step.to;
  }
  return { holds: true, status };
};
