import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { keepPreviousData, type QueryKey, queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/call.js';

export const clientKeys = {
  lists: ['client', 'list'],
  one: (clientId: string) => ['client', 'one', clientId],
  disclosure: (clientId: string, serviceId: string) => ['client', 'disclosure', clientId, serviceId],
} as const satisfies Record<string, QueryKey | ((...ids: string[]) => QueryKey)>;

const shown = 50;

export const ownClientsQuery = queryOptions({
  queryKey: clientKeys.lists,
  queryFn: ({ signal }) => call(clientRoutes.list, { query: { limit: shown } }, { signal }),
});

/** A question in a body, not in an address: a name is personal data. */
export const clientSearchQuery = (name: string) =>
  queryOptions({
    queryKey: [...clientKeys.lists, 'search', name],
    queryFn: ({ signal }) => call(clientRoutes.search, { body: { name, limit: 8 } }, { signal }),
    enabled: name.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

export const clientQuery = (clientId: string) =>
  queryOptions({
    queryKey: clientKeys.one(clientId),
    queryFn: ({ signal }) => call(clientRoutes.read, { params: { clientId } }, { signal }),
  });

export const disclosureQuery = (clientId: string, serviceId: string) =>
  queryOptions({
    queryKey: clientKeys.disclosure(clientId, serviceId),
    queryFn: ({ signal }) =>
      call(clientRoutes.disclosureRecords, { params: { clientId, serviceId } }, { signal }),
  });
