import type { Problem } from '@rinnalla/shared/kernel/problem';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { paths } from '../../platform/paths.js';
import { useAction } from '../../platform/use-action.js';
import { listsOfReferrals, referralKeys } from './referral.queries.js';

/** A new draft to another service with the same content, opened for a last look before sending. */
export const useReferAgain = (
  referralId: string,
): { to: (serviceId: string) => void; busy: boolean; problem: Problem | null } => {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useAction(referralRoutes.refer, {
    stale: () => [...listsOfReferrals, referralKeys.one(referralId)],
    onDone: (draft) => {
      queryClient.setQueryData(referralKeys.one(draft.id), draft);
      void navigate(paths.draft(draft.id));
    },
  });
  return {
    to: (serviceId) => mutate({ params: { referralId }, body: { serviceId } }),
    busy: isPending,
    problem: error,
  };
};
