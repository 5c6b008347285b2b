import { composerTexts } from '../../../i18n/referral-composer.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { QuietButton, SecondaryButton } from '../../../ui/buttons.js';
import styles from './composer.module.css';
import type { DraftHandle } from './use-draft.js';

/** Whether what was written is safe, in a line; a conflict asks which text stands. */
export const DraftStatus = ({ draft }: { draft: DraftHandle }) => {
  const { draft: t } = useTexts(composerTexts);
  const { standing } = draft;
  const text = standing === 'idle' ? t.saved : t[standing];
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
