import { notificationRoutes } from '@rinnalla/shared/notification/notification-routes';
import type { NotificationServerEvents } from '@rinnalla/shared/notification/notification-notices';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../platform/call.js';
import { useChannel } from '../../platform/realtime.js';
import { useAction } from '../../platform/use-action.js';

const notificationKeys = {
  all: ['notifications'] as const,
  latest: ['notifications', 'latest'] as const,
  list: ['notifications', 'list'] as const,
  settings: ['notification-settings'] as const,
};

const shownByBell = 8;

export const useLatestNotifications = () =>
  useQuery({
    queryKey: notificationKeys.latest,
    queryFn: ({ signal }) => call(notificationRoutes.list, { query: { limit: shownByBell } }, { signal }),
  });

export const useNotifications = () =>
  useInfiniteQuery({
    queryKey: notificationKeys.list,
    queryFn: ({ signal, pageParam }) =>
      call(notificationRoutes.list, { query: pageParam ? { after: pageParam } : {} }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

export const useMarkSeen = () =>
  useAction(notificationRoutes.markSeen, { stale: () => [[...notificationKeys.all]] });

export const useNotificationSettings = () =>
  useQuery({
    queryKey: notificationKeys.settings,
    queryFn: ({ signal }) => call(notificationRoutes.readSettings, {}, { signal }),
  });

export const useChangeSettings = (onDone: () => void) => {
  const queryClient = useQueryClient();
  return useAction(notificationRoutes.changeSettings, {
    onDone: (answer) => {
      queryClient.setQueryData(notificationKeys.settings, answer);
      onDone();
    },
  });
};

/** A step tells several people and a burst of messages comes at once: read once for all. */
const gatherMs = 300;

/** Reads again when the server says that the person's notifications have changed. */
export const useNotificationsLive = (): void => {
  const channel = useChannel<NotificationServerEvents>();
  const queryClient = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = channel.on('notificationsChanged', () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries({ queryKey: notificationKeys.all });
      }, gatherMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [channel, queryClient]);
};
