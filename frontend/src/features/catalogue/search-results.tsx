import type { ServiceSearchView } from '@rinnalla/shared/catalogue/service-search';
import { searchSorts } from '@rinnalla/shared/catalogue/service-search';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { useLanguage } from '../../i18n/language.js';
import { formatList } from '../../i18n/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useAnnounce } from '../../platform/announcer.js';
import { asProblem } from '../../platform/query-client.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { EmptyState, ErrorState, Loading } from '../../ui/states.js';
import { useMunicipalities } from './catalogue.queries.js';
import { ChosenConditions } from './chosen-conditions.js';
import { ResultCard } from './result-card.js';
import type { SearchCriteria, SearchSort } from './search-criteria.js';
import styles from './search-results.module.css';
import type { Comparison } from './use-comparison.js';
import { useListKeys } from './use-list-keys.js';

interface SearchResultsProps {
  search: UseInfiniteQueryResult<InfiniteData<ServiceSearchView>>;
  criteria: SearchCriteria;
  onChange: (criteria: SearchCriteria) => void;
  /** Unset in the client's view: nothing to choose, nothing to refer. */
  comparison: Comparison | undefined;
}

/** What the search found: how it was understood, how many, in which order, and the services. */
export const SearchResults = ({ search, criteria, onChange, comparison }: SearchResultsProps) => {
  const { search: t } = useTexts(catalogueTexts);
  const language = useLanguage();
  const list = useRef<HTMLUListElement>(null);
  const pages = search.data?.pages ?? [];
  const first = pages[0];
  const items = pages.flatMap((page) => page.items);
  const summary = useResultSummary(first, criteria);
  useListKeys(list, {
    toggle: (position) => {
      const service = items[position];
      if (service && comparison && (comparison.isChosen(service.id) || !comparison.isFull))
        comparison.toggle(service);
    },
  });

  if (!first) {
    return search.isError ? (
      <ErrorState problem={asProblem(search.error)} retry={() => void search.refetch()} />
    ) : (
      <Loading text={t.loading} rows={4} />
    );
  }
  return (
    <div className={styles.results} aria-busy={search.isPlaceholderData || undefined}>
      {comparison && (
        <ChosenConditions criteria={criteria} understood={first.understood} onChange={onChange} />
      )}
      <div className={styles.head}>
        <h2 className={styles.count}>{summary}</h2>
        {comparison && items.length > 1 && (
          <label className={styles.sort}>
            {t.sort}
            <select
              value={criteria.sort}
              onChange={(event) => onChange({ ...criteria, sort: event.target.value as SearchSort })}
            >
              {searchSorts
                .filter((sort) => sort !== 'nearest' || criteria.municipality)
                .map((sort) => (
                  <option key={sort} value={sort}>
                    {t.sorts[sort]}
                  </option>
                ))}
            </select>
          </label>
        )}
      </div>
      {first.readAs && <p>{t.readAs(first.readAs)}</p>}
      {first.dropped.length > 0 && items.length > 0 && (
        <p className={styles.dropped}>
          {t.droppedNotice(
            formatList(
              first.dropped.map((condition) => t.dropped[condition]),
              language,
            ),
          )}
        </p>
      )}
      {items.length === 0 && <EmptyState title={t.empty}>{t.emptyHelp}</EmptyState>}
      <ul ref={list} className={styles.list} aria-label={t.list}>
        {items.map((service) => (
          <li key={service.id}>
            <ResultCard service={service} comparison={comparison} />
          </li>
        ))}
      </ul>
      {search.isError && items.length > 0 && (
        <ErrorState problem={asProblem(search.error)} retry={() => void search.refetch()} />
      )}
      {search.hasNextPage && (
        <div className={styles.more}>
          <SecondaryButton busy={search.isFetchingNextPage} onClick={() => void search.fetchNextPage()}>
            {t.more}
          </SecondaryButton>
        </div>
      )}
    </div>
  );
};

const countedExactly = 500;

/** "12 palvelua Kouvolassa", also said aloud when it changes. */
const useResultSummary = (page: ServiceSearchView | undefined, criteria: SearchCriteria): string => {
  const { search: t } = useTexts(catalogueTexts);
  const language = useLanguage();
  const announce = useAnnounce();
  const municipalities = useMunicipalities();
  const place = municipalities.data?.items.find(({ code }) => code === criteria.municipality);
  const summary = page ? summarize() : '';

  function summarize(): string {
    const total = page?.total ?? 0;
    if (total > countedExactly) return t.resultsMany;
    if (!place || page?.dropped.includes('municipality')) return t.results(total);
    return t.resultsIn(
      total,
      { fi: place.locativeFi, sv: place.locativeSv, en: `in ${place.name.en}` }[language],
    );
  }
  const said = useRef('');
  useEffect(() => {
    if (!summary || said.current === summary) return;
    if (said.current) announce(summary);
    said.current = summary;
  }, [summary, announce]);
  return summary;
};
