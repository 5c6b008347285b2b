import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from './call.js';

/** The register of municipalities; it changes at the turn of a year, so it is read once. */
const municipalitiesQuery = queryOptions({
  queryKey: ['municipalities'],
  queryFn: ({ signal }) => call(catalogueRoutes.municipalities, {}, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const useMunicipalities = () => useQuery(municipalitiesQuery).data?.items ?? [];
