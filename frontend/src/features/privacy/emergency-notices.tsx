import type { OpeningView } from '@rinnalla/shared/privacy/emergency-routes';
import type { ReferralServerEvents } from '@rinnalla/shared/referral/referral-events';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { formatClock, formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { privacyTexts } from '../../i18n/privacy.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useChannel } from '../../platform/realtime.js';
import { Panel } from '../../ui/panel.js';
import { StatusLabel } from '../../ui/status-label.js';
import styles from './privacy.module.css';
import { openingsQuery, privacyKeys } from './privacy.queries.js';

/** For a handler and for the data protection officer: who opened which case, why, and whether it is open still. */
export const EmergencyNotices = () => {
  const { emergency: t } = useTexts(privacyTexts);
  const openings = useQuery(openingsQuery).data?.items.filter(({ isMine }) => !isMine) ?? [];
  const channel = useChannel<ReferralServerEvents>();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      channel.on(
        'referralChanged',
        () => void queryClient.invalidateQueries({ queryKey: privacyKeys.openings }),
      ),
    [channel, queryClient],
  );
  if (openings.length === 0) return null;
  return (
    <Panel title={t.notices(openings.length)} tone="note">
      <ul className={styles.list}>
        {openings.map((opening) => (
          <li key={opening.id}>
            <Notice opening={opening} />
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Notice = ({ opening }: { opening: OpeningView }) => {
  const { emergency: t } = useTexts(privacyTexts);
  const language = useLanguage();
  const now = useNow();
  const { openedBy, caseNumber, openedAt, endsAt, isOpen, purpose, explanation } = opening;
  return (
    <>
      <p className={styles.name}>{t.notice(openedBy, caseNumber, formatMoment(openedAt, language, now))}</p>
      <p>
        {t.purposes[purpose]}: {explanation}
      </p>
      <StatusLabel tone={isOpen ? 'danger' : 'neutral'}>
        {isOpen ? t.isOpen(formatClock(endsAt, language)) : t.ended}
      </StatusLabel>
    </>
  );
};
