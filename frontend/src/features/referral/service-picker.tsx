import { catalogueRoutes } from '@rinnalla/shared/catalogue/catalogue-routes';
import type { ServiceCardView } from '@rinnalla/shared/catalogue/service';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { useLanguage } from '../../i18n/language.js';
import { referralTexts } from '../../i18n/referral.js';
import { useTexts } from '../../i18n/use-texts.js';
import { call } from '../../platform/call.js';
import { asProblem } from '../../platform/query-client.js';
import { SearchField } from '../../ui/search-field.js';
import { ErrorState } from '../../ui/states.js';
import styles from './acts/acts.module.css';
import { useLocalized } from './use-localized.js';
import { usePlacesText } from './use-places-text.js';

export interface PickedService {
  id: string;
  title: Localized;
  organizationName: Localized;
}

interface ServicePickerProps {
  hint?: string;
  onPick: (service: PickedService) => void;
  /** Narrows the search to what works there. */
  municipality?: string;
  inputId?: string;
}

const shown = 6;

/** Finds a service by words; pressing a hit chooses it. */
export const ServicePicker = ({ hint, onPick, municipality, inputId }: ServicePickerProps) => {
  const { servicePicker: t } = useTexts(referralTexts);
  const language = useLanguage();
  const text = useLocalized();
  const placesText = usePlacesText();
  const ownId = useId();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const hits = useQuery({
    queryKey: ['service-picker', q, municipality, language],
    queryFn: ({ signal }) =>
      call(
        catalogueRoutes.search,
        { query: { q, language, limit: shown, ...(municipality ? { municipality } : {}) } },
        { signal },
      ),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  });
  const items = q.length > 1 ? (hits.data?.items ?? []) : [];
  const placesOf = ({ places, nextStart }: ServiceCardView): string =>
    placesText({
      freePlaces: places?.free ?? 0,
      nextStartOn: nextStart.on,
      continuous: nextStart.continuous,
    });

  return (
    <div className={styles.picker}>
      <SearchField
        id={inputId ?? ownId}
        label={t.label}
        hint={hint ?? t.hint}
        value={typed}
        onChange={setTyped}
      />
      {hits.isError && <ErrorState problem={asProblem(hits.error)} retry={() => void hits.refetch()} />}
      <p role="status" className="visually-hidden">
        {q.length > 1 && hits.data ? t.results(items.length) : ''}
      </p>
      {q.length > 1 && hits.data?.items.length === 0 && <p className={styles.quiet}>{t.results(0)}</p>}
      {items.length > 0 && (
        <ul className={styles.picks} aria-label={t.list}>
          {items.map((service) => (
            <li key={service.id}>
              <button
                type="button"
                className={styles.pick}
                aria-label={`${t.pick(text(service.title))}, ${text(service.organization.name)}, ${placesOf(service)}`}
                onClick={() =>
                  onPick({
                    id: service.id,
                    title: service.title,
                    organizationName: service.organization.name,
                  })
                }
              >
                <strong>{text(service.title)}</strong>
                <span>{text(service.organization.name)}</span>
                <span className={styles.quiet}>{placesOf(service)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
