import { logRoutes, type logSearchInput } from '@rinnalla/shared/log/log-routes';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { queryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../platform/call.js';
import type { z } from 'zod';

export type LogWanted = Omit<z.input<typeof logSearchInput>, 'after' | 'limit'>;

/** Each page is a search that is logged, so none is asked for again by itself. */
export const useLogRows = (wanted: LogWanted) =>
  useInfiniteQuery({
    queryKey: ['log', wanted],
    queryFn: ({ pageParam, signal }) =>
      call(logRoutes.search, { body: { ...wanted, after: pageParam } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

const mostPeople = 100;

export const colleaguesQuery = queryOptions({
  queryKey: ['log', 'people'],
  queryFn: ({ signal }) => call(organizationRoutes.people, { query: { limit: mostPeople } }, { signal }),
});
