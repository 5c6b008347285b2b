import type { ReferralRow } from '@rinnalla/shared/referral/referral';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n/language.js';
import { referralTexts } from '../../i18n/referral.js';
import { useTexts } from '../../i18n/use-texts.js';
import { paths } from '../../platform/paths.js';
import { DueText } from './due-text.js';
import styles from './referral-line.module.css';
import { StatusName } from './status-name.js';
import { nextActOf } from './turn.js';
import { UrgencyName } from './urgency-name.js';
import { useLocalized } from './use-localized.js';

/** How a row names its client: first name where the stage tells it, the pseudonym always. */
export const shortNameOf = ({
  firstName,
  caseNumber,
}: Pick<ReferralRow, 'firstName' | 'caseNumber'>): string => firstName ?? caseNumber;

interface ReferralLineProps {
  row: ReferralRow;
  /** Beside the row: the one thing to do. */
  action?: ReactNode;
  /** In place of whose turn it is, where the list says it already. */
  fact?: string;
}

/** One referral in a list: whom, what they want, how it stands, whose turn and by when. */
export const ReferralLine = ({ row, action, fact }: ReferralLineProps) => {
  const t = useTexts(referralTexts);
  const language = useLanguage();
  const text = useLocalized();
  const other = row.side === 'sender' ? row.provider : row.sender;
  const next = fact ?? nextActOf(row, t, language);
  const to = row.status === 'draft' ? paths.draft(row.id) : paths.referral(row.id);
  return (
    <article
      className={`${styles.line} ${row.urgency === 'K1' && row.group !== 'ended' ? styles.urgent : ''}`}
    >
      <div className={styles.who}>
        <Link className={styles.name} to={to}>
          {shortNameOf(row)}
        </Link>
        {row.firstName !== null && <span className={styles.number}>{row.caseNumber}</span>}
        <UrgencyName urgency={row.urgency} />
        {row.unread > 0 && <span className={styles.unread}>{t.unread(row.unread)}</span>}
      </div>
      {row.goal && <p className={styles.goal}>{row.goal}</p>}
      <p className={styles.service}>{t.serviceOf(text(row.service.title), text(other.name))}</p>
      <div className={styles.state}>
        <StatusName status={row.status} turn={row.turn} />
        {next && <span>{next}</span>}
        <DueText turn={row.turn} />
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </article>
  );
};
