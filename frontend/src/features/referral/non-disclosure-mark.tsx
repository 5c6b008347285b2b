import { IconLock } from 'suomifi-icons';
import { referralTexts } from '../../i18n/referral.js';
import { useTexts } from '../../i18n/use-texts.js';
import styles from './non-disclosure-mark.module.css';

/** The lock of a client under a non-disclosure order: says why something is absent. */
export const NonDisclosureMark = () => (
  <p className={styles.mark}>
    <IconLock aria-hidden />
    {useTexts(referralTexts).nonDisclosure}
  </p>
);
