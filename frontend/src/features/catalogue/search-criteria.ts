import type { InputOf } from '@rinnalla/shared/contract/define-route';
import type { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import { searchSorts } from '@rinnalla/shared/catalogue/service-search';

type SearchInput = NonNullable<InputOf<typeof catalogueRoutes.search>['query']>;
export type SearchSort = (typeof searchSorts)[number];

export const listCriteria = [
  'targetGroups',
  'languages',
  'deliveryModes',
  'support',
  'accessibility',
] as const;
export type ListCriterion = (typeof listCriteria)[number];

/** What is searched for, as it stands in the address: a search can be kept, shared and returned to. */
export interface SearchCriteria extends Record<ListCriterion, readonly string[]> {
  q: string;
  municipality: string | undefined;
  category: string | undefined;
  freeNow: boolean;
  startsBefore: string | undefined;
  statutoryBasis: string | undefined;
  sort: SearchSort;
}

const isSort = (text: string | null): text is SearchSort => searchSorts.some((sort) => sort === text);
const listOf = (search: URLSearchParams, name: string): string[] =>
  (search.get(name) ?? '').split(',').filter(Boolean);

export const criteriaOf = (search: URLSearchParams): SearchCriteria => {
  const sort = search.get('sort');
  return {
    q: search.get('q') ?? '',
    municipality: search.get('municipality') ?? undefined,
    category: search.get('category') ?? undefined,
    freeNow: search.get('freeNow') === 'true',
    startsBefore: search.get('startsBefore') ?? undefined,
    statutoryBasis: search.get('statutoryBasis') ?? undefined,
    sort: isSort(sort) ? sort : 'bestMatch',
    targetGroups: listOf(search, 'targetGroups'),
    languages: listOf(search, 'languages'),
    deliveryModes: listOf(search, 'deliveryModes'),
    support: listOf(search, 'support'),
    accessibility: listOf(search, 'accessibility'),
  };
};

/** The address of the criteria; what is not set is not written. */
export const searchOf = (criteria: SearchCriteria): URLSearchParams => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(criteria)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    const isDefault = text === '' || text === 'false' || (name === 'sort' && text === 'bestMatch');
    if (!isDefault) search.set(name, text);
  }
  return search;
};

/** The request of the criteria; the address and the request share their names. */
export const requestOf = (criteria: SearchCriteria, language: SearchInput['language']): SearchInput =>
  ({ ...Object.fromEntries(searchOf(criteria)), language }) as SearchInput;

/** How many conditions are chosen besides the words and the order. */
export const filterCount = (criteria: SearchCriteria): number =>
  listCriteria.reduce((count, name) => count + criteria[name].length, 0) +
  [
    criteria.municipality,
    criteria.category,
    criteria.freeNow,
    criteria.startsBefore,
    criteria.statutoryBasis,
  ].filter(Boolean).length;

/** The words and the order stay, every condition goes. */
export const withoutFilters = ({ q, sort }: SearchCriteria): SearchCriteria => ({
  ...criteriaOf(new URLSearchParams()),
  q,
  sort,
});
