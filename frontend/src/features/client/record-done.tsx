import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import { useQueryClient } from '@tanstack/react-query';
import { clientTexts } from '../../i18n/client.js';
import { formatDate, formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useAction } from '../../platform/use-action.js';
import { QuietButton } from '../../ui/buttons.js';
import { ProblemNotice } from '../../ui/states.js';
import { StatusLabel } from '../../ui/status-label.js';
import styles from './client.module.css';
import { clientKeys } from './client.queries.js';
import type { DisclosureRecords } from './record-needed.js';

interface RecordDoneProps {
  records: DisclosureRecords;
  clientId: string;
  serviceId: string;
}

/** What is on record and since when; a consent can be taken back as easily as it was given. */
export const RecordDone = ({ records, clientId, serviceId }: RecordDoneProps) => {
  const { record: t } = useTexts(clientTexts);
  const language = useLanguage();
  const now = useNow();
  const queryClient = useQueryClient();
  const withdraw = useAction(clientRoutes.withdrawConsent, {
    onDone: (answer) => queryClient.setQueryData(clientKeys.disclosure(clientId, serviceId), answer),
  });
  const { consent, informedAt } = records;
  if (records.recordNeeded === 'consent' && consent) {
    return (
      <div className={styles.buttons}>
        <StatusLabel tone="ok">
          {t.consented(
            formatMoment(consent.recordedAt, language, now),
            formatDate(consent.validUntil, language),
          )}
        </StatusLabel>
        <QuietButton
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { clientId, serviceId } })}
        >
          {t.withdraw}
        </QuietButton>
        <ProblemNotice problem={withdraw.error} />
      </div>
    );
  }
  return informedAt ? (
    <StatusLabel tone="ok">{t.informed(formatMoment(informedAt, language, now))}</StatusLabel>
  ) : null;
};
