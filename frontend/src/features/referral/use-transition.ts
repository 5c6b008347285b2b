import type { InputOf } from '@rinnalla/shared/contract/define-route';
import type { Problem } from '@rinnalla/shared/kernel/problem';
import type { ReferralChangedMeanwhile } from '@rinnalla/shared/referral/referral-events';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import type { TakenStep } from '@rinnalla/shared/referral/referral';
import { useAction } from '../../platform/use-action.js';
import { staleAfterStep } from './referral.queries.js';

type Input = InputOf<typeof referralRoutes.transition>['body'];
/** What a person gives with an action; the version is added from what is on the screen. */
export type Act = Input extends infer One ? (One extends unknown ? Omit<One, 'version'> : never) : never;

/** Who was first, from a refusal; undefined when the refusal is of another kind or does not say. */
export const changedMeanwhileOf = (
  problem: Problem | null | undefined,
): ReferralChangedMeanwhile | undefined => {
  const details = problem?.code === 'changedMeanwhile' ? problem.extra.details : undefined;
  return details && 'actorName' in details ? (details as ReferralChangedMeanwhile) : undefined;
};

/**
 * Does an action of the workflow from the version that is on the screen, and is done when what is on the screen has been
 * read again. The same act sent again after a lost connection happens once.
 */
export const useTransition = (referralId: string) => {
  const action = useAction(referralRoutes.transition, { stale: () => staleAfterStep(referralId) });
  const act = (given: Act, version: number): Promise<TakenStep> =>
    action.mutateAsync({ params: { referralId }, body: { ...given, version } as Input });
  return { act, busy: action.isPending };
};
