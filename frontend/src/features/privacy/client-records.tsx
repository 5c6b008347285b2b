import { statutoryBases } from '@rinnalla/shared/catalogue/statutory-bases';
import type { ClientRecordView } from '@rinnalla/shared/client/client-routes';
import { inLanguage } from '@rinnalla/shared/kernel/localized';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate, formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { privacyTexts } from '../../i18n/privacy.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { Panel } from '../../ui/panel.js';
import { EmptyState, Loaded } from '../../ui/states.js';
import { StatusLabel } from '../../ui/status-label.js';
import styles from './privacy.module.css';
import { recordsQuery } from './privacy.queries.js';
import { WithdrawConsent } from './withdraw-consent.js';

/** Legal basis, informing and consent of a client, line by line; a consent in force can be taken back here. */
export const ClientRecords = ({ clientId }: { clientId: string }) => {
  const { records: t } = useTexts(privacyTexts);
  const language = useLanguage();
  const query = useQuery(recordsQuery(clientId));
  const [ending, setEnding] = useState<ClientRecordView>();
  return (
    <Panel title={t.title}>
      <p>{t.lead}</p>
      <Loaded query={query} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t.empty} />
          ) : (
            <ul className={styles.list}>
              {items.map((record) => (
                <li key={record.id}>
                  <RecordLine record={record} onWithdraw={() => setEnding(record)} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {ending?.serviceId && (
        <WithdrawConsent
          clientId={clientId}
          serviceId={ending.serviceId}
          recipient={inLanguage(ending.recipient, language).text}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Panel>
  );
};

const RecordLine = ({ record, onWithdraw }: { record: ClientRecordView; onWithdraw: () => void }) => {
  const { records: t, withdrawal } = useTexts(privacyTexts);
  const language = useLanguage();
  const now = useNow();
  const recipient = inLanguage(record.recipient, language).text;
  const service = inLanguage(record.serviceTitle, language).text;
  const basis = useBasisName(record.basis);
  return (
    <div className={styles.line}>
      <div>
        <p className={styles.name}>{basis ? `${t.kinds[record.kind]}: ${basis}` : t.kinds[record.kind]}</p>
        <p>{[service, recipient].filter(Boolean).join(', ')}</p>
        <p className={styles.quiet}>
          {t.recorded(formatMoment(record.recordedAt, language, now))}
          {record.textVersion !== null && record.language && record.way && (
            <> · {t.words(record.textVersion, t.languages[record.language], t.ways[record.way])}</>
          )}
        </p>
        {record.kind === 'consent' && <ConsentState record={record} />}
      </div>
      {record.inForce && (
        <SecondaryButton accessibleName={withdrawal.openOf(recipient)} onClick={onWithdraw}>
          {withdrawal.open}
        </SecondaryButton>
      )}
    </div>
  );
};

const ConsentState = ({ record }: { record: ClientRecordView }) => {
  const { records: t } = useTexts(privacyTexts);
  const language = useLanguage();
  const now = useNow();
  if (record.withdrawnAt)
    return (
      <StatusLabel tone="neutral">{t.withdrawn(formatMoment(record.withdrawnAt, language, now))}</StatusLabel>
    );
  const day = formatDate(record.validUntil ?? record.recordedAt, language);
  return record.inForce ? (
    <StatusLabel tone="ok">{t.until(day)}</StatusLabel>
  ) : (
    <StatusLabel tone="neutral">{t.ended(day)}</StatusLabel>
  );
};

const useBasisName = (basis: string | null): string | undefined => {
  const { records: t } = useTexts(privacyTexts);
  const language = useLanguage();
  if (!basis) return undefined;
  if (basis === 'public_task' || basis === 'consent') return t.bases[basis];
  return statutoryBases.find(({ code }) => code === basis)?.label[language] ?? basis;
};
