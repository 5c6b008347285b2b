import { useQuery } from '@tanstack/react-query';
import { conversationsQuery } from './messaging.queries.js';

/**
 * What is unread in a case, as its conversation counts it once it has been opened; until then as the case's page knew it.
 * Never asks by itself: to list conversations is to have looked at them, and is logged.
 */
export const useUnreadOfCase = (referralId: string, known: number): number => {
  const { data } = useQuery({ ...conversationsQuery(referralId), enabled: false });
  return data ? data.conversations.reduce((sum, { unread }) => sum + unread, 0) : known;
};
