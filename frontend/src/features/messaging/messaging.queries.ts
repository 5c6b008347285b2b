import { type ConversationShelf, messagingRoutes } from '@rinnalla/shared/messaging/messaging-routes';
import type { MessagingServerEvents } from '@rinnalla/shared/messaging/socket-events';
import { queryOptions, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../platform/call.js';
import { useChannel } from '../../platform/realtime.js';

export const messagingKeys = {
  all: ['conversations'] as const,
  ofReferral: (referralId: string) => [...messagingKeys.all, 'referral', referralId] as const,
  team: (conversationId: string) => ['conversation-team', conversationId] as const,
  templates: ['message-templates'] as const,
  mine: (shelf: ConversationShelf) => [...messagingKeys.all, 'mine', shelf] as const,
};

/** One for everyone who looks at it: a query takes over the options of whoever looked last. */
export const conversationsQuery = (referralId: string) =>
  queryOptions({
    queryKey: messagingKeys.ofReferral(referralId),
    queryFn: ({ signal }) => call(messagingRoutes.ofReferral, { params: { referralId } }, { signal }),
  });

export const useConversations = (referralId: string) => useQuery(conversationsQuery(referralId));

export const useMyConversations = (shelf: ConversationShelf) =>
  useInfiniteQuery({
    queryKey: messagingKeys.mine(shelf),
    queryFn: ({ signal, pageParam }) =>
      call(
        messagingRoutes.mine,
        { query: { show: shelf, ...(pageParam ? { after: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** A burst of messages counts once: unread numbers of all devices agree within two seconds. */
const gatherMs = 500;

/**
 * Reads again what tells of unread words when the server says that some came or were read. Once on a screen: the badge of
 * the navigation, which stands on all of them, does it for the page and the case too.
 */
export const useUnreadLive = (): void => {
  const channel = useChannel<MessagingServerEvents>();
  const queryClient = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = channel.on('unreadChanged', () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries({ queryKey: messagingKeys.all });
      }, gatherMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [channel, queryClient]);
};
