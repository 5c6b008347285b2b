import type { UrgencyClass } from '@rinnalla/shared/commissioning/urgency-class';
import { IconFlag, IconHourglass } from 'suomifi-icons';
import { referralTexts } from '../../i18n/referral.js';
import { useTexts } from '../../i18n/use-texts.js';
import styles from './urgency-name.module.css';

/** The urgency in words; only the two pressing ones carry a mark, so that marks keep their meaning. */
export const UrgencyName = ({ urgency }: { urgency: UrgencyClass }) => {
  const t = useTexts(referralTexts);
  return (
    <span className={`${styles.urgency} ${styles[urgency]}`}>
      {urgency === 'K1' && <IconFlag aria-hidden />}
      {urgency === 'K2' && <IconHourglass aria-hidden />}
      <span className="visually-hidden">{t.urgencyName}: </span>
      {t.urgency[urgency]}
    </span>
  );
};
