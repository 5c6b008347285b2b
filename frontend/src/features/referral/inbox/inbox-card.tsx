import { needLabels } from '@rinnalla/shared/client/needs';
import type { ReferralRow } from '@rinnalla/shared/referral/referral';
import { Link } from 'react-router';
import { formatNearDate } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { referralTexts } from '../../../i18n/referral.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { paths } from '../../../platform/paths.js';
import { DueText } from '../due-text.js';
import { UrgencyName } from '../urgency-name.js';
import { useLocalized } from '../use-localized.js';
import { useMunicipalityName } from '../use-municipality-name.js';
import styles from './inbox-page.module.css';

/** A request as a card: by when, what for, in whose words, what it takes. */
export const InboxCard = ({ row, isOpen }: { row: ReferralRow; isOpen: boolean }) => {
  const t = useTexts(referralTexts);
  const { inbox } = useTexts(screenTexts);
  const language = useLanguage();
  const now = useNow();
  const text = useLocalized();
  const municipalityName = useMunicipalityName();
  const details = [
    row.firstName ?? inbox.unnamed,
    row.municipality && municipalityName(row.municipality),
    row.startWish && t.startWish(formatNearDate(row.startWish, language, now)),
    ...row.needs.map((need) => needLabels[need][language]),
  ].filter(Boolean);
  return (
    <Link
      to={paths.inboxItem(row.id)}
      replace
      data-referral={row.id}
      aria-current={isOpen ? 'true' : undefined}
      className={`${styles.card} ${isOpen ? styles.open : ''} ${row.urgency === 'K1' ? styles.urgent : ''}`}
    >
      <span className={styles.top}>
        <UrgencyName urgency={row.urgency} />
        <DueText turn={row.turn} />
      </span>
      {row.goal && <span className={styles.goal}>{row.goal}</span>}
      <span className={styles.service}>{text(row.service.title)}</span>
      <span className={styles.small}>
        {details.map((detail) => (
          <span key={detail}>{detail}</span>
        ))}
      </span>
      {row.assigneeName && <span className={styles.small}>{inbox.assignee(row.assigneeName)}</span>}
    </Link>
  );
};
