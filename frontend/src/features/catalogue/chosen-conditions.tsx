import type { ServiceSearchView } from '@rinnalla/shared/catalogue/service-search';
import { catalogueTexts } from '../../i18n/catalogue.js';
import { formatDate } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { QuietButton } from '../../ui/buttons.js';
import { ChipList } from '../../ui/chips.js';
import { useMunicipalities } from './catalogue.queries.js';
import styles from './chosen-conditions.module.css';
import { filterCount, listCriteria, type SearchCriteria, withoutFilters } from './search-criteria.js';
import { useTerms } from './vocabulary.js';

interface ChosenConditionsProps {
  criteria: SearchCriteria;
  understood: ServiceSearchView['understood'];
  onChange: (criteria: SearchCriteria) => void;
}

/** What the engine understood of the words and what the reader chose: each can be taken away. */
export const ChosenConditions = ({ criteria, understood, onChange }: ChosenConditionsProps) => {
  const { search: t } = useTexts(catalogueTexts);
  const language = useLanguage();
  const chips = useFilterChips(criteria);
  return (
    <>
      {understood.length > 0 && (
        <div className={styles.row}>
          <span className={styles.label}>{t.understood}</span>
          <ChipList
            label={t.understood}
            items={understood.map(({ kind, code, label }) => ({
              id: `${kind}:${code}`,
              text: label[language],
            }))}
            onRemove={(id) => {
              const found = understood.find(({ kind, code }) => `${kind}:${code}` === id);
              if (found) onChange({ ...criteria, q: withoutWords(criteria.q, found.words) });
            }}
          />
        </div>
      )}
      {filterCount(criteria) > 0 && (
        <div className={styles.row}>
          <span className={styles.label}>{t.chosen}</span>
          <ChipList
            label={t.chosen}
            items={chips.map(({ id, text }) => ({ id, text }))}
            onRemove={(id) => {
              const chip = chips.find((candidate) => candidate.id === id);
              if (chip) onChange({ ...criteria, ...chip.without });
            }}
          />
          {filterCount(criteria) > 1 && (
            <QuietButton onClick={() => onChange(withoutFilters(criteria))}>{t.clearFilters}</QuietButton>
          )}
        </div>
      )}
    </>
  );
};

/** The query without the words that a chip was understood from. */
export const withoutWords = (query: string, words: string): string => {
  const position = query.toLowerCase().indexOf(words.toLowerCase());
  if (!words || position < 0) return query;
  const rest = query.slice(0, position) + query.slice(position + words.length);
  return rest
    .replace(/\s+/g, ' ')
    .replace(/\s+,/g, ',')
    .replace(/^[\s,]+|[\s,]+$/g, '');
};

interface FilterChip {
  id: string;
  text: string;
  without: Partial<SearchCriteria>;
}

const useFilterChips = (criteria: SearchCriteria): FilterChip[] => {
  const { filters: t } = useTexts(catalogueTexts);
  const language = useLanguage();
  const { nameOf } = useTerms();
  const municipalities = useMunicipalities();
  const { municipality, category, freeNow, startsBefore, statutoryBasis } = criteria;
  const place = municipalities.data?.items.find(({ code }) => code === municipality);
  return [
    ...(municipality
      ? [
          {
            id: 'municipality',
            text: place?.name[language] ?? municipality,
            without: { municipality: undefined },
          },
        ]
      : []),
    ...(category
      ? [{ id: 'category', text: nameOf('category', category), without: { category: undefined } }]
      : []),
    ...(freeNow ? [{ id: 'freeNow', text: t.freeNow, without: { freeNow: false } }] : []),
    ...(startsBefore
      ? [
          {
            id: 'startsBefore',
            text: t.startsBeforeChip(formatDate(startsBefore, language)),
            without: { startsBefore: undefined },
          },
        ]
      : []),
    ...listCriteria.flatMap((name) =>
      criteria[name].map((code) => ({
        id: `${name}:${code}`,
        text: nameOf(name, code),
        without: { [name]: criteria[name].filter((other) => other !== code) },
      })),
    ),
    ...(statutoryBasis
      ? [
          {
            id: 'basis',
            text: nameOf('statutoryBasis', statutoryBasis),
            without: { statutoryBasis: undefined },
          },
        ]
      : []),
  ];
};
