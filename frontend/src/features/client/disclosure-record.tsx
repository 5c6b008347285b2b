import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { clientTexts } from '../../i18n/client.js';
import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded, Loading } from '../../ui/states.js';
import styles from './client.module.css';
import { disclosureQuery } from './client.queries.js';
import { RecordDone } from './record-done.js';

/** Comes when the record is missing: with most clients it has been made before. */
const RecordNeeded = lazy(async () => ({ default: (await import('./record-needed.js')).RecordNeeded }));

export interface DisclosureRecordProps {
  clientId: string;
  serviceId: string;
  /** Whether what the service's data regime asks for is on record. */
  onPresent: (isPresent: boolean) => void;
  /** Marks the box as what is missing. */
  isMissing: boolean;
  /** Where the summary of refusals leads. */
  id: string;
}

/** Informing or consent, as the service's data regime asks: two different things, never both. */
export const DisclosureRecord = ({
  clientId,
  serviceId,
  onPresent,
  isMissing,
  id,
}: DisclosureRecordProps) => {
  const { record: t } = useTexts(clientTexts);
  const language = useLanguage();
  const query = useQuery(disclosureQuery(clientId, serviceId));
  const isPresent = query.data?.recordPresent;
  useEffect(() => {
    if (isPresent !== undefined) onPresent(isPresent);
  }, [isPresent, onPresent]);
  return (
    <Loaded query={query} rows={2}>
      {(records) => (
        <section
          id={id}
          tabIndex={-1}
          className={`${styles.record} ${isMissing && !records.recordPresent ? styles.missing : ''}`}
          aria-label={t[records.recordNeeded]}
        >
          <h3>{t[records.recordNeeded]}</h3>
          <p>
            {t.why[records.dataRegime]} {t.recipient(inLanguage(records.recipient.name, language).text)}
          </p>
          {records.recordPresent ? (
            <RecordDone records={records} clientId={clientId} serviceId={serviceId} />
          ) : (
            <Suspense fallback={<Loading rows={2} />}>
              <RecordNeeded
                key={records.recordNeeded}
                records={records}
                clientId={clientId}
                serviceId={serviceId}
              />
            </Suspense>
          )}
        </section>
      )}
    </Loaded>
  );
};
