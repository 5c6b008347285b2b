import { useState } from 'react';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { isSenderRole } from '@rinnalla/shared/organization/role';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useSession } from '../../platform/session.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { Page } from '../../ui/page.js';
import { useServiceSearch } from './catalogue.queries.js';
import { CompareBar } from './compare-bar.js';
import { FilterPanel } from './filter-panel.js';
import { criteriaOf, type SearchCriteria, searchOf } from './search-criteria.js';
import { SearchBox } from './search-box.js';
import styles from './search-page.module.css';
import { SearchResults } from './search-results.js';
import { useComparison } from './use-comparison.js';

/**
 * Find a service: the same screen for everybody. Whoever acts for a municipality begins with its area; taking it
 * away is respected.
 */
export const SearchPage = () => {
  const [params] = useSearchParams();
  const { state } = useLocation();
  const ownArea = useSession().acting?.municipalityCode;
  if (ownArea && params.size === 0 && !hasChosen(state)) {
    return <Navigate to={{ search: `municipality=${ownArea}` }} replace state={state} />;
  }
  return <Search />;
};

const hasChosen = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'hasChosen' in state && state.hasChosen === true;

const Search = () => {
  const { search: t } = useTexts(catalogueTexts);
  const language = useLanguage();
  const [criteria, setCriteria] = useCriteria();
  const session = useSession();
  const search = useServiceSearch(criteria, language);
  const comparison = useComparison();
  const [clientView, setClientView] = useState(false);
  const isSender = isSenderRole(session.acting?.role);
  const total = search.data?.pages[0]?.total;

  return (
    <div className={clientView ? styles.clientView : undefined}>
      <Page
        title={t.title}
        actions={
          isSender && (
            <SecondaryButton onClick={() => setClientView(!clientView)}>
              {clientView ? t.clientViewEnd : t.clientView}
            </SecondaryButton>
          )
        }
      >
        <SearchBox
          question={isSender ? t.questionSender : t.questionPublic}
          initial={criteria.q}
          onSearch={(q) => setCriteria({ ...criteria, q })}
        />
        <div className={styles.columns}>
          {!clientView && <FilterPanel criteria={criteria} total={total} onChange={setCriteria} />}
          <SearchResults
            search={search}
            criteria={criteria}
            onChange={setCriteria}
            comparison={clientView ? undefined : comparison}
          />
        </div>
        {!clientView && <CompareBar comparison={comparison} />}
      </Page>
    </div>
  );
};

/** The criteria live in the address, so that a search can be kept and returned to. */
const useCriteria = (): [SearchCriteria, (criteria: SearchCriteria) => void] => {
  const [params, setParams] = useSearchParams();
  const setCriteria = (criteria: SearchCriteria): void =>
    setParams(searchOf(criteria), { preventScrollReset: true, state: { hasChosen: true } });
  return [criteriaOf(params), setCriteria];
};
