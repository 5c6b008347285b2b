import type { TakenStep } from '@rinnalla/shared/referral/referral';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { actTexts } from '../../../i18n/referral-acts.js';
import { problemTexts } from '../../../i18n/problem.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useAction } from '../../../platform/use-action.js';
import { useToast } from '../../../ui/toast.js';
import { useQueryClient } from '@tanstack/react-query';
import { listsOfReferrals, referralKeys } from '../referral.queries.js';
import { useProblemSentence } from '../use-problem-sentence.js';
import type { FormedAction } from './act-form-props.js';

const undoable: readonly FormedAction[] = ['accept', 'waitlist', 'decline'];
export const isUndoable = (action: FormedAction): boolean => undoable.includes(action);

/** Takes back an answer that was just given; tells how it went. */
export const useUndo = (onUndone: (after: TakenStep) => void): ((after: TakenStep) => void) => {
  const { done } = useTexts(actTexts);
  const { problems } = useTexts(problemTexts);
  const sentenceOf = useProblemSentence();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { mutate } = useAction(referralRoutes.transition, {
    stale: () => listsOfReferrals,
    onDone: async (after) => {
      // Also where it is not shown at the moment: it is about to be.
      await queryClient.invalidateQueries({ queryKey: referralKeys.one(after.id), refetchType: 'all' });
      toast({ text: done.undo });
      onUndone(after);
    },
  });
  return ({ id, version }) =>
    mutate(
      { params: { referralId: id }, body: { action: 'undo', version } },
      { onError: (problem) => toast({ text: sentenceOf(problem) ?? problems[problem.code] }) },
    );
};
