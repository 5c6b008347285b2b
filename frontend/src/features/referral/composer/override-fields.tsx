import { useWatch } from 'react-hook-form';
import { composerTexts } from '../../../i18n/referral-composer.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { NoteField, ReasonField } from '../acts/reason-fields.js';
import styles from './composer.module.css';
import { type ComposerValues, overrideNeedsNote } from './composer-values.js';

/** Past a rule of the service, or beside an open referral: only with a reason, and only when it comes to that. */
export const OverrideFields = () => {
  const t = useTexts(composerTexts);
  const { duplicateOpen, notEligible, duplicateOverride, eligibilityOverride } = useWatch() as ComposerValues;
  return (
    <div className={`${styles.warning} ${styles.group}`}>
      {duplicateOpen && (
        <>
          <p>{t.duplicateOpen}</p>
          <ReasonField kind="duplicate_override" name="duplicateOverride" label={t.duplicateOverride} />
        </>
      )}
      {notEligible && (
        <ReasonField kind="eligibility_override" name="eligibilityOverride" label={t.eligibilityOverride} />
      )}
      {overrideNeedsNote({ duplicateOverride, eligibilityOverride }) && (
        <NoteField label={t.overrideNote} optional={false} rows={2} />
      )}
    </div>
  );
};
