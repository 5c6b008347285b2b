import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import type { Language } from '@rinnalla/shared/kernel/localized';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { call } from '../../platform/call.js';
import { requestOf, type SearchCriteria } from './search-criteria.js';

const forever = Number.POSITIVE_INFINITY;

/** Keys of the catalogue; `catalogueKeys.all` makes everything of it stale. */
export const catalogueKeys = {
  all: ['catalogue'],
  search: (criteria: SearchCriteria, language: Language) => ['catalogue', 'search', criteria, language],
  service: (serviceId: string) => ['catalogue', 'service', serviceId],
  own: ['catalogue', 'own'],
  editing: (serviceId: string) => ['catalogue', 'editing', serviceId],
} as const;

export const serviceSearchQuery = (criteria: SearchCriteria, language: Language) =>
  infiniteQueryOptions({
    queryKey: catalogueKeys.search(criteria, language),
    queryFn: ({ pageParam, signal }) =>
      call(
        catalogueRoutes.search,
        { query: { ...requestOf(criteria, language), ...(pageParam ? { after: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const useServiceSearch = (criteria: SearchCriteria, language: Language) =>
  useInfiniteQuery({ ...serviceSearchQuery(criteria, language), placeholderData: keepPreviousData });

export const useSuggestions = (words: string, language: Language) =>
  useQuery({
    queryKey: ['catalogue', 'suggest', words, language],
    queryFn: ({ signal }) => call(catalogueRoutes.suggest, { query: { q: words, language } }, { signal }),
    enabled: words.length >= 2,
    placeholderData: keepPreviousData,
    retry: false,
  });

export const useService = (serviceId: string) =>
  useQuery({
    queryKey: catalogueKeys.service(serviceId),
    queryFn: ({ signal }) => call(catalogueRoutes.service, { params: { serviceId } }, { signal }),
  });

export const useSimilarServices = (serviceId: string) =>
  useQuery({
    queryKey: [...catalogueKeys.service(serviceId), 'similar'],
    queryFn: ({ signal }) => call(catalogueRoutes.similar, { params: { serviceId } }, { signal }),
  });

export const municipalitiesQuery = queryOptions({
  queryKey: ['municipalities'],
  queryFn: ({ signal }) => call(catalogueRoutes.municipalities, {}, { signal }),
  staleTime: forever,
});
export const useMunicipalities = () => useQuery(municipalitiesQuery);
