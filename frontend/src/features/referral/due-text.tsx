import type { ReferralRow } from '@rinnalla/shared/referral/referral';
import { IconClock } from 'suomifi-icons';
import { useLanguage } from '../../i18n/language.js';
import { referralTexts } from '../../i18n/referral.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import styles from './due-text.module.css';
import { deadlineOf, isLate, latenessOf } from './turn.js';

/** By when, or how late already; nothing when no clock runs. */
export const DueText = ({ turn }: { turn: ReferralRow['turn'] }) => {
  const t = useTexts(referralTexts);
  const language = useLanguage();
  const now = useNow();
  if (!turn.dueAt) return null;
  const late = isLate(turn, now);
  return (
    <span className={late ? styles.late : styles.due}>
      <IconClock aria-hidden />
      {late ? latenessOf(turn.dueAt, now, t) : t.dueBy(deadlineOf(turn.dueAt, language, now))}
    </span>
  );
};
