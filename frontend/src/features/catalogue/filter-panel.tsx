import { useState } from 'react';
import { IconSettings } from 'suomifi-icons';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { useTexts } from '../../i18n/use-texts.js';
import { PrimaryButton, QuietButton, SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import styles from './filter-panel.module.css';
import { Filters } from './filters.js';
import { filterCount, type SearchCriteria, withoutFilters } from './search-criteria.js';

interface FilterPanelProps {
  criteria: SearchCriteria;
  total: number | undefined;
  onChange: (criteria: SearchCriteria) => void;
}

/** The filters: a column beside the results, on a phone a sheet behind a button. */
export const FilterPanel = ({ criteria, total, onChange }: FilterPanelProps) => {
  const { search: t } = useTexts(catalogueTexts);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const count = filterCount(criteria);
  return (
    <>
      <aside className={styles.column} aria-label={t.filters}>
        <Filters criteria={criteria} onChange={onChange} />
      </aside>
      <div className={styles.button}>
        <SecondaryButton icon={IconSettings} fullWidth onClick={() => setSheetOpen(true)}>
          {count > 0 ? t.filtersChosen(count) : t.filters}
        </SecondaryButton>
      </div>
      {isSheetOpen && (
        <Dialog
          title={t.filters}
          form="sheet"
          onClose={() => setSheetOpen(false)}
          actions={
            <>
              <PrimaryButton onClick={() => setSheetOpen(false)}>
                {total === undefined ? t.submit : t.showResults(total)}
              </PrimaryButton>
              {count > 0 && (
                <QuietButton onClick={() => onChange(withoutFilters(criteria))}>{t.clearFilters}</QuietButton>
              )}
            </>
          }
        >
          <Filters criteria={criteria} onChange={onChange} />
        </Dialog>
      )}
    </>
  );
};
