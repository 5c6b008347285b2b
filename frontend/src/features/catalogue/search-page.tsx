import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
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

/** Find a service: the same screen for everybody; signing in adds the area and the way to refer. */
export const SearchPage = () => {
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

/**
 * The criteria live in the address. Whoever acts for a municipality begins with its area, once; taking it away
 * is respected.
 */
const useCriteria = (): [SearchCriteria, (criteria: SearchCriteria) => void] => {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const ownArea = useSession().acting?.municipalityCode;
  const began = useRef(false);
  useEffect(() => {
    if (began.current) return;
    began.current = true;
    if (ownArea && params.size === 0) setParams({ municipality: ownArea }, { replace: true, state });
  }, [ownArea, params, setParams, state]);
  const setCriteria = (criteria: SearchCriteria): void =>
    setParams(searchOf(criteria), { preventScrollReset: true });
  return [criteriaOf(params), setCriteria];
};
