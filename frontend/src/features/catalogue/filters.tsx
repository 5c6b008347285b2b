import type { ReactNode } from 'react';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { useLanguage } from '../../i18n/language.js';
import { byName } from '../../i18n/numbers.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useMunicipalities } from './catalogue.queries.js';
import styles from './filter-panel.module.css';
import { type ListCriterion, listCriteria, type SearchCriteria } from './search-criteria.js';
import { useTerms, type VocabularyName } from './vocabulary.js';

interface FiltersProps {
  criteria: SearchCriteria;
  onChange: (criteria: SearchCriteria) => void;
}

const Group = ({
  title,
  chosen,
  open,
  children,
}: {
  title: string;
  chosen: number;
  open?: boolean;
  children: ReactNode;
}) => {
  const { filters: t } = useTexts(catalogueTexts);
  return (
    <details className={styles.group} open={open || chosen > 0 || undefined}>
      <summary>
        {title}
        {chosen > 0 && <span className={styles.chosen}>{t.chosenCount(chosen)}</span>}
      </summary>
      <div className={styles.options}>{children}</div>
    </details>
  );
};

/** Conditions of the search; each change searches at once. */
export const Filters = ({ criteria, onChange }: FiltersProps) => {
  const { filters: t } = useTexts(catalogueTexts);
  return (
    <>
      <Group title={t.area} chosen={criteria.municipality ? 1 : 0} open>
        <MunicipalityChoice criteria={criteria} onChange={onChange} />
      </Group>
      <Group title={t.places} chosen={[criteria.freeNow, criteria.startsBefore].filter(Boolean).length} open>
        <label className={styles.option}>
          <input
            type="checkbox"
            checked={criteria.freeNow}
            onChange={(event) => onChange({ ...criteria, freeNow: event.target.checked })}
          />
          {t.freeNow}
        </label>
        <label className={styles.labelled}>
          {t.startsBefore}
          <input
            type="date"
            className={styles.control}
            value={criteria.startsBefore ?? ''}
            onChange={(event) => onChange({ ...criteria, startsBefore: event.target.value || undefined })}
          />
        </label>
      </Group>
      <Group title={t.category} chosen={criteria.category ? 1 : 0} open>
        <OneOf
          label={t.category}
          none={t.anyCategory}
          vocabulary="category"
          value={criteria.category}
          onChange={(category) => onChange({ ...criteria, category })}
        />
      </Group>
      {listCriteria.map((name) => (
        <Group key={name} title={t[name]} chosen={criteria[name].length}>
          <ManyOf name={name} criteria={criteria} onChange={onChange} />
        </Group>
      ))}
      <Group title={t.statutoryBasis} chosen={criteria.statutoryBasis ? 1 : 0}>
        <OneOf
          label={t.statutoryBasis}
          none={t.anyBasis}
          vocabulary="statutoryBasis"
          value={criteria.statutoryBasis}
          onChange={(statutoryBasis) => onChange({ ...criteria, statutoryBasis })}
        />
      </Group>
    </>
  );
};

const MunicipalityChoice = ({ criteria, onChange }: FiltersProps) => {
  const { filters: t } = useTexts(catalogueTexts);
  const language = useLanguage();
  const { data } = useMunicipalities();
  const sort = byName(language);
  const sorted = [...(data?.items ?? [])].sort((a, b) => sort(a.name[language], b.name[language]));
  return (
    <select
      className={styles.control}
      aria-label={t.municipality}
      value={criteria.municipality ?? ''}
      onChange={(event) => onChange({ ...criteria, municipality: event.target.value || undefined })}
    >
      <option value="">{t.wholeCountry}</option>
      {sorted.map(({ code, name }) => (
        <option key={code} value={code}>
          {name[language]}
        </option>
      ))}
    </select>
  );
};

interface OneOfProps {
  label: string;
  none: string;
  vocabulary: VocabularyName;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

const OneOf = ({ label, none, vocabulary, value, onChange }: OneOfProps) => {
  const { optionsOf } = useTerms();
  return (
    <select
      className={styles.control}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{none}</option>
      {optionsOf(vocabulary).map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
};

const longList = 8;

const ManyOf = ({ name, criteria, onChange }: FiltersProps & { name: ListCriterion }) => {
  const { filters: t } = useTexts(catalogueTexts);
  const { optionsOf } = useTerms();
  const options = optionsOf(name);
  const chosen = criteria[name];
  return (
    <div role="group" aria-label={t[name]} className={options.length > longList ? styles.long : undefined}>
      {options.map(({ value, label }) => (
        <label key={value} className={styles.option}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange({
                ...criteria,
                [name]: event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value),
              })
            }
          />
          {label}
        </label>
      ))}
    </div>
  );
};
