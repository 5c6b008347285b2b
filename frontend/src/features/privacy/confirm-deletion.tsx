import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { type DeletionTaskView, deletionRoutes } from '@rinnalla/shared/privacy/deletion-routes';
import { keptDutiesOn } from '@rinnalla/shared/privacy/kept-duties';
import { useId, useState } from 'react';
import { useLanguage } from '../../i18n/language.js';
import { privacyTexts } from '../../i18n/privacy.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { ProblemNotice } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import styles from './privacy.module.css';
import { privacyKeys } from './privacy.queries.js';

/** The holder confirms, and names the duty for which something is still kept. */
export const ConfirmDeletion = ({ task, onClose }: { task: DeletionTaskView; onClose: () => void }) => {
  const { deletion: t } = useTexts(privacyTexts);
  const language = useLanguage();
  const toast = useToast();
  const hint = useId();
  const duties = keptDutiesOn(helsinkiDateOf(new Date(useNow())));
  const [kept, setKept] = useState<readonly string[]>([]);
  const confirm = useAction(deletionRoutes.confirm, {
    stale: () => [privacyKeys.tasks],
    onDone: () => {
      toast({ text: t.done });
      onClose();
    },
  });
  return (
    <Dialog
      title={t.dialog(task.caseNumber)}
      onClose={onClose}
      actions={
        <div className={styles.buttons}>
          <PrimaryButton
            busy={confirm.isPending}
            onClick={() => confirm.mutate({ params: { taskId: task.id }, body: { kept: [...kept] } })}
          >
            {t.confirm}
          </PrimaryButton>
          <SecondaryButton onClick={onClose}>{t.cancel}</SecondaryButton>
        </div>
      }
    >
      <p>{t.lead}</p>
      <fieldset className={styles.choices} aria-describedby={hint}>
        <legend>{t.keptLegend}</legend>
        <p id={hint} className={styles.quiet}>
          {t.keptHint}
        </p>
        {duties.map(({ code, label, basis }) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={kept.includes(code)}
              onChange={({ target }) =>
                setKept(target.checked ? [...kept, code] : kept.filter((one) => one !== code))
              }
            />
            <span>
              {label[language]} <span className={styles.quiet}>({basis})</span>
            </span>
          </label>
        ))}
      </fieldset>
      <ProblemNotice problem={confirm.error} />
    </Dialog>
  );
};
