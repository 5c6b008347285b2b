import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { logRoutes } from '@rinnalla/shared/log/log-routes';
import { deletionRoutes } from '@rinnalla/shared/privacy/deletion-routes';
import { emergencyRoutes } from '@rinnalla/shared/privacy/emergency-routes';
import { type QueryKey, queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/call.js';

export const privacyKeys = {
  client: (clientId: string) => ['privacy', 'client', clientId],
  tasks: ['privacy', 'tasks'],
  openings: ['privacy', 'openings'],
  tasksOf: (referralId: string) => ['privacy', 'tasks', referralId],
} as const satisfies Record<string, QueryKey | ((...ids: string[]) => QueryKey)>;

export const recordsQuery = (clientId: string) =>
  queryOptions({
    queryKey: [...privacyKeys.client(clientId), 'records'],
    queryFn: ({ signal }) => call(clientRoutes.records, { params: { clientId } }, { signal }),
  });

export const looksQuery = (clientId: string) =>
  queryOptions({
    queryKey: [...privacyKeys.client(clientId), 'looks'],
    queryFn: ({ signal }) => call(logRoutes.looks, { params: { clientId } }, { signal }),
  });

export const openTasksQuery = queryOptions({
  queryKey: privacyKeys.tasks,
  queryFn: ({ signal }) => call(deletionRoutes.open, {}, { signal }),
});

export const tasksOfQuery = (referralId: string) =>
  queryOptions({
    queryKey: privacyKeys.tasksOf(referralId),
    queryFn: ({ signal }) => call(deletionRoutes.ofReferral, { params: { referralId } }, { signal }),
  });

export const openingsQuery = queryOptions({
  queryKey: privacyKeys.openings,
  queryFn: ({ signal }) => call(emergencyRoutes.list, {}, { signal }),
});
