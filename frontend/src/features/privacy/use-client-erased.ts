import type { PrivacyServerEvents } from '@rinnalla/shared/privacy/privacy-notices';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useChannel } from '../../platform/realtime.js';

/** An open page of a client who was erased closes: it is read again, and finds nobody. Nothing of them stays in memory. */
export const useClientErased = (clientId: string): void => {
  const channel = useChannel<PrivacyServerEvents>();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      channel.on('clientErased', ({ clientId: erased }) => {
        if (erased !== clientId) return;
        for (const scope of ['client', 'privacy'])
          void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] === scope });
      }),
    [channel, clientId, queryClient],
  );
};
