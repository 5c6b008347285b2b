import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import { skipToken, useQuery } from '@tanstack/react-query';
import { messagingKeys } from './messaging.queries.js';

/**
 * What is unread in a case, as its conversation counts it once it has been opened; until then as the case's page knew it.
 * Never asks by itself: to list conversations is to have looked at them, and is logged.
 */
export const useUnreadOfCase = (referralId: string, known: number): number => {
  const { data } = useQuery<ResponseOf<typeof messagingRoutes.ofReferral>>({
    queryKey: messagingKeys.ofReferral(referralId),
    queryFn: skipToken,
  });
  return data ? data.conversations.reduce((sum, { unread }) => sum + unread, 0) : known;
};
