import { erasureRoutes, holdRoutes } from '@rinnalla/shared/privacy/erasure-routes';
import { retentionRoutes } from '@rinnalla/shared/privacy/retention-routes';
import type { LocalDate } from '@rinnalla/shared/kernel/local-date';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../platform/call.js';

export const keepingKeys = {
  requests: ['keeping', 'requests'],
  holds: ['keeping', 'holds'],
  ofClient: (clientId: string) => ['privacy', 'client', clientId, 'erasure'],
} as const;

export const requestsQuery = queryOptions({
  queryKey: keepingKeys.requests,
  queryFn: ({ signal }) => call(erasureRoutes.list, {}, { signal }),
});

export const previewQuery = (requestId: string) =>
  queryOptions({
    queryKey: [...keepingKeys.requests, requestId],
    queryFn: ({ signal }) => call(erasureRoutes.preview, { params: { requestId } }, { signal }),
  });

export const holdsQuery = queryOptions({
  queryKey: keepingKeys.holds,
  queryFn: ({ signal }) => call(holdRoutes.list, {}, { signal }),
});

export const retentionPreviewQuery = (day: LocalDate) =>
  queryOptions({
    queryKey: ['keeping', 'preview', day],
    queryFn: ({ signal }) => call(retentionRoutes.preview, { query: { day } }, { signal }),
  });

export const retentionRunsQuery = queryOptions({
  queryKey: ['keeping', 'runs'],
  queryFn: ({ signal }) => call(retentionRoutes.runs, {}, { signal }),
});

export const erasureOfClientQuery = (clientId: string) =>
  queryOptions({
    queryKey: keepingKeys.ofClient(clientId),
    queryFn: ({ signal }) => call(erasureRoutes.ofClient, { params: { clientId } }, { signal }),
  });
