import type { InputOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import type { StatusGroup } from '@rinnalla/shared/referral/referral-status';
import { infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/call.js';

type Worklist = NonNullable<NonNullable<InputOf<typeof referralRoutes.list>['query']>['list']>;

export const referralKeys = {
  today: ['referral', 'today'],
  counts: ['referral', 'counts'],
  lists: ['referral', 'list'],
  one: (referralId: string) => ['referral', 'one', referralId],
  proposals: (referralId: string) => ['referral', 'proposals', referralId],
  preview: (clientId: string, serviceId: string) => ['referral', 'preview', clientId, serviceId],
} as const satisfies Record<string, QueryKey | ((...ids: string[]) => QueryKey)>;

/** Every list that a referral could stand in. */
export const listsOfReferrals: QueryKey[] = [referralKeys.today, referralKeys.counts, referralKeys.lists];
/** What a step makes stale: the referral's page, and every list. */
export const staleAfterStep = (referralId: string): QueryKey[] => [
  referralKeys.one(referralId),
  ...listsOfReferrals,
];

export const todayQuery = queryOptions({
  queryKey: referralKeys.today,
  queryFn: ({ signal }) => call(referralRoutes.today, {}, { signal }),
});

export const countsQuery = (list: Worklist) =>
  queryOptions({
    queryKey: [...referralKeys.counts, list],
    queryFn: ({ signal }) => call(referralRoutes.counts, { query: { list } }, { signal }),
  });

const pageSize = 50;

export const worklistQuery = (list: Worklist, group: StatusGroup | undefined) =>
  infiniteQueryOptions({
    queryKey: [...referralKeys.lists, list, group ?? 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }): Promise<ResponseOf<typeof referralRoutes.list>> =>
      call(
        referralRoutes.list,
        {
          query: {
            list,
            limit: pageSize,
            ...(group ? { group } : {}),
            ...(pageParam ? { after: pageParam } : {}),
          },
        },
        { signal },
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const referralQuery = (referralId: string) =>
  queryOptions({
    queryKey: referralKeys.one(referralId),
    queryFn: ({ signal }): Promise<ReferralView> =>
      call(referralRoutes.read, { params: { referralId } }, { signal }),
  });

export const proposalsQuery = (referralId: string) =>
  queryOptions({
    queryKey: referralKeys.proposals(referralId),
    queryFn: ({ signal }) => call(referralRoutes.proposals, { params: { referralId } }, { signal }),
  });

export const previewQuery = (clientId: string, serviceId: string) =>
  queryOptions({
    queryKey: referralKeys.preview(clientId, serviceId),
    queryFn: ({ signal }) => call(referralRoutes.preview, { params: { clientId, serviceId } }, { signal }),
  });
