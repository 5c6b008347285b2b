import type { InputOf } from '@rinnalla/shared/contract/define-route';
import { sessionRoutes, type SessionView } from '@rinnalla/shared/organization/session-routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/call.js';
import { sessionKey } from '../../platform/session-key.js';
import { useAction } from '../../platform/use-action.js';

/** Takes the new session into use; what another identity read is forgotten. */
const useEnter = (): ((session: SessionView) => void) => {
  const queryClient = useQueryClient();
  return (session) => {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    queryClient.setQueryData(sessionKey, session);
  };
};

/** Signs in. The session it answers with is the new one for every screen. */
export const useSignIn = () => {
  const enter = useEnter();
  return useAction(sessionRoutes.signIn, { onDone: enter });
};

export type SignInInput = InputOf<typeof sessionRoutes.signIn>['body'];

export const useActFor = () => {
  const enter = useEnter();
  return useAction(sessionRoutes.actFor, { onDone: enter });
};

/** The demonstration's people; asked only where the session says that this is a demonstration. */
export const useDemonstrationSignIns = (isDemonstration: boolean) =>
  useQuery({
    queryKey: ['demonstration-sign-ins'],
    queryFn: ({ signal }) => call(sessionRoutes.demonstrationSignIns, {}, { signal }),
    enabled: isDemonstration,
    staleTime: Number.POSITIVE_INFINITY,
  });
