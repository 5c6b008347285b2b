import { accountRoutes, type AccountView } from '@rinnalla/shared/account/account-routes';
import type { Problem } from '@rinnalla/shared/kernel/problem';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/call.js';
import { useAction } from '../../platform/use-action.js';
import { createPasskey } from './passkey-ceremony.js';

const accountKey = ['account'] as const;

export const useAccount = () =>
  useQuery({ queryKey: accountKey, queryFn: ({ signal }) => call(accountRoutes.read, {}, { signal }) });

/** Every change answers with the account as it then is. */
const useKeep = (): ((account: AccountView) => void) => {
  const queryClient = useQueryClient();
  return (account) => queryClient.setQueryData(accountKey, account);
};

export const useChangePassword = () => useAction(accountRoutes.changePassword, { onDone: useKeep() });
export const useProposeAuthenticator = () => useAction(accountRoutes.proposeAuthenticator);
export const useAddAuthenticator = () => useAction(accountRoutes.addAuthenticator, { onDone: useKeep() });
export const useRemoveAuthenticator = () =>
  useAction(accountRoutes.removeAuthenticator, { onDone: useKeep() });
export const useRemovePasskey = () => useAction(accountRoutes.removePasskey, { onDone: useKeep() });
export const useRenewRecoveryCodes = () =>
  useAction(accountRoutes.renewRecoveryCodes, { stale: () => [[...accountKey]] });
export const useEndSession = () => useAction(accountRoutes.endSession, { onDone: useKeep() });
export const useEndOtherSessions = () => useAction(accountRoutes.endOtherSessions, { onDone: useKeep() });

export const useAddPasskey = () => {
  const keep = useKeep();
  return useMutation<AccountView, Problem, string>({
    mutationFn: async (name) => {
      const response = await createPasskey(await call(accountRoutes.newPasskeyOptions, { body: {} }));
      return call(accountRoutes.addPasskey, { body: { name, response } });
    },
    onSuccess: keep,
  });
};
