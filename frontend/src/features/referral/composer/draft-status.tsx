import { formatMoment } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { composerTexts } from '../../../i18n/referral-composer.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { QuietButton, SecondaryButton } from '../../../ui/buttons.js';
import styles from './composer.module.css';
import type { DraftHandle } from './use-draft.js';

/** Whether what was written is safe, in a line; a conflict asks which text stands. */
export const DraftStatus = ({ draft }: { draft: DraftHandle }) => {
  const { draft: t } = useTexts(composerTexts);
  const language = useLanguage();
  const now = useNow();
  const { standing, savedAt } = draft;
  const text =
    standing === 'saved' || standing === 'idle'
      ? t.saved(formatMoment(savedAt ?? now, language, now))
      : t[standing];
  const isTrouble =
    standing === 'offline' || standing === 'conflict' || standing === 'refused' || standing === 'tooLong';
  return (
    <div className={isTrouble ? styles.trouble : styles.saved}>
      <p role={isTrouble ? 'alert' : undefined}>{text}</p>
      {standing === 'conflict' && (
        <div className={styles.row}>
          <SecondaryButton onClick={draft.keepMine}>{t.keepMine}</SecondaryButton>
          <QuietButton onClick={draft.takeOther}>{t.takeOther}</QuietButton>
        </div>
      )}
    </div>
  );
};
