import { signInRoutes } from '@rinnalla/shared/account/sign-in-routes';
import type { InputOf } from '@rinnalla/shared/contract/define-route';
import type { Problem } from '@rinnalla/shared/kernel/problem';
import { sessionRoutes, type SessionView } from '@rinnalla/shared/organization/session-routes';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/call.js';
import { sessionKey } from '../../platform/session-key.js';
import { useAction } from '../../platform/use-action.js';
import { askPasskey } from './passkey-ceremony.js';

/** Takes the new session into use; what another identity read is forgotten. */
export const useEnter = (): ((session: SessionView) => void) => {
  const queryClient = useQueryClient();
  return (session) => {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    queryClient.setQueryData(sessionKey, session);
  };
};

/** The first proof. The session it answers with is the new one for every screen, or says what the sign-in waits for. */
export const useSignIn = () => {
  const enter = useEnter();
  return useAction(sessionRoutes.signIn, { onDone: enter });
};

export type SignInInput = InputOf<typeof sessionRoutes.signIn>['body'];

export const useSignInWithCode = () => useAction(signInRoutes.withCode, { onDone: useEnter() });
export const useSignInWithRecoveryCode = () =>
  useAction(signInRoutes.withRecoveryCode, { onDone: useEnter() });
export const useCancelSignIn = () => useAction(signInRoutes.cancel, { onDone: useEnter() });

/** Alone or as the second factor: a challenge, the device's own question, the answer. */
export const useSignInWithPasskey = () => {
  const enter = useEnter();
  return useMutation<SessionView, Problem, void>({
    mutationFn: async () => {
      const response = await askPasskey(await call(signInRoutes.passkeyOptions, { body: {} }));
      return call(signInRoutes.withPasskey, { body: { response } });
    },
    onSuccess: enter,
  });
};

export const useProviders = () =>
  useQuery({
    queryKey: ['sign-in-providers'],
    queryFn: ({ signal }) => call(signInRoutes.providers, {}, { signal }),
    staleTime: 5 * 60_000,
  });

/** Leaves for the organization's own sign-in, and comes back to `/kirjaudu/paluu`. */
export const useToProvider = () =>
  useAction(signInRoutes.toProvider, { onDone: ({ address }) => window.location.assign(address) });

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
