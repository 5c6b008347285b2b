import type { ReferralServerEvents } from '@rinnalla/shared/referral/referral-events';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useChannel } from '../../platform/realtime.js';
import { listsOfReferrals, referralKeys } from './referral.queries.js';

/** A burst of changes (a colleague works through the queue) reads the lists once. */
const gatherMs = 50;

/** Reads again what the server says has changed; a version that is already on the screen is not news. */
export const useReferralLive = (): void => {
  const channel = useChannel<ReferralServerEvents>();
  const queryClient = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readLists = (): void => {
      for (const queryKey of listsOfReferrals) void queryClient.invalidateQueries({ queryKey });
    };
    const stop = channel.on('referralChanged', ({ referralId, version }) => {
      const queryKey = referralKeys.one(referralId);
      const known = queryClient.getQueryData<ReferralView>(queryKey);
      if (known && known.version < version) void queryClient.invalidateQueries({ queryKey });
      clearTimeout(timer);
      timer = setTimeout(readLists, gatherMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [channel, queryClient]);
};
