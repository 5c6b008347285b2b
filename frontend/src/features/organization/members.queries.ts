import { handoverRoutes } from '@rinnalla/shared/organization/handover-routes';
import { memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { infiniteQueryOptions, keepPreviousData, type QueryKey, queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/call.js';

export const memberKeys = {
  all: ['members'],
  list: (ended: boolean, name: string) => ['members', 'list', ended, name],
  one: (membershipId: string) => ['members', 'one', membershipId],
  colleagues: ['members', 'colleagues'],
  duties: (membershipId: string) => ['members', 'duties', membershipId],
} as const satisfies Record<string, QueryKey | ((...given: never[]) => QueryKey)>;

/** A question in a body, not in an address: a name is personal data. */
export const membersQuery = (ended: boolean, name: string) =>
  infiniteQueryOptions({
    queryKey: memberKeys.list(ended, name),
    queryFn: ({ signal, pageParam }) =>
      call(
        memberRoutes.search,
        { body: { ended, name, ...(pageParam && { after: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

export const memberQuery = (membershipId: string) =>
  queryOptions({
    queryKey: memberKeys.one(membershipId),
    queryFn: ({ signal }) => call(memberRoutes.read, { params: { membershipId } }, { signal }),
  });

export const dutiesQuery = (membershipId: string) =>
  queryOptions({
    queryKey: memberKeys.duties(membershipId),
    queryFn: ({ signal }) => call(handoverRoutes.duties, { params: { membershipId } }, { signal }),
    gcTime: 0,
  });

const most = 100;

/** Those who could stand in or take over; an organization of more people is read in its first hundred by name. */
export const colleaguesQuery = queryOptions({
  queryKey: memberKeys.colleagues,
  queryFn: ({ signal }) => call(organizationRoutes.people, { query: { limit: most } }, { signal }),
});
