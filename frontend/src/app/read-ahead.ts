import type { Language } from '@rinnalla/shared/kernel/localized';
import type { QueryClient } from '@tanstack/react-query';
import { municipalitiesQuery, serviceSearchQuery } from '../features/catalogue/catalogue.queries.js';
import { criteriaOf } from '../features/catalogue/search-criteria.js';
import { paths } from '../platform/paths.js';
import { memberOf, sessionQuery } from '../platform/session.js';

/**
 * Asks for what the first screen will ask for, while it is still being drawn: on a phone that takes a third of a second.
 * Only for the search of a visitor, which is the first screen of most; whoever is signed in begins elsewhere or in their area.
 */
export const readAhead = async (
  queryClient: QueryClient,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
  language: Language,
): Promise<void> => {
  const session = await queryClient.fetchQuery(sessionQuery);
  if (memberOf(session) || (pathname !== paths.services && pathname !== paths.home)) return;
  const criteria = criteriaOf(new URLSearchParams(pathname === paths.services ? search : ''));
  await Promise.all([
    queryClient.prefetchInfiniteQuery(serviceSearchQuery(criteria, language)),
    queryClient.prefetchQuery(municipalitiesQuery),
  ]);
};
