import { inLanguage } from '@rinnalla/shared/kernel/localized';
import type { NotificationView } from '@rinnalla/shared/notification/notification-routes';
import { Link } from 'react-router';
import { formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { notificationTexts } from '../../i18n/notification.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { paths } from '../../platform/paths.js';
import styles from './notification-line.module.css';

/** Who reads no case reads of an opening in the log; who leads, of cases without an owner at the person who left. */
const addressOf = ({ kind, referralId, leftMembership }: NotificationView): string => {
  if (leftMembership) return paths.member(leftMembership.id);
  if (!referralId) return paths.log;
  return `${paths.referral(referralId)}${kind === 'message' || kind === 'mention' ? '#keskustelu' : ''}`;
};

/** What happened, in which case, when; the whole line leads there. New ones are told by a word, not by colour alone. */
export const NotificationLine = ({ item, onOpen }: { item: NotificationView; onOpen?: () => void }) => {
  const t = useTexts(notificationTexts);
  const language = useLanguage();
  const now = useNow();
  return (
    <li className={`${styles.line} ${item.seen ? '' : styles.unseen}`}>
      <p className={styles.what}>
        <Link className={styles.link} to={addressOf(item)} onClick={onOpen}>
          {item.kind === 'message' ? t.messages(item.count) : t.kinds[item.kind]}
        </Link>
        {item.urgent && <span className={styles.urgent}>{t.urgent}</span>}
        {!item.seen && <span className={styles.new}>{t.unseen}</span>}
      </p>
      {item.serviceTitle && (
        <p className={styles.where}>
          {item.firstName ?? t.hidden} · {inLanguage(item.serviceTitle, language).text}
        </p>
      )}
      {item.leftMembership && <p className={styles.where}>{t.leftBy(item.leftMembership.name)}</p>}
      <p className={styles.facts}>
        {item.caseNumber && `${item.caseNumber} · `}
        <time dateTime={item.at}>{formatMoment(item.at, language, now)}</time>
      </p>
    </li>
  );
};
