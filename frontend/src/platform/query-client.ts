import { Problem } from '@rinnalla/shared/kernel/problem';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { sessionKey } from './session-key.js';

/** Problems that a second try may cure; every other answer is final. */
const mayPass = (error: unknown): boolean => error instanceof Problem && error.code === 'unavailable';

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem('internal', { reason: 'browser' });

/** @param retries how many times a read is tried again when the connection fails */
export const createQueryClient = (retries = 2): QueryClient => {
  const onError = (error: unknown): void => {
    if (error instanceof Problem && error.code === 'notSignedIn') {
      void client.invalidateQueries({ queryKey: sessionKey });
    }
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => query.queryKey[0] !== sessionKey[0] && onError(error),
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // `always`: a lost connection is an answer of its own, told at once, not a silent pause.
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        retry: (failures, error) => mayPass(error) && failures < retries,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
};
