import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { stepOfFinding } from './form-steps.js';
import styles from './service-editor.module.css';
import { type EditorForm, usePublishCheck } from './use-publish-check.js';

interface StepNavigationProps {
  step: number;
  onStep: (step: number) => void;
  form: EditorForm;
  service: OwnServiceView | undefined;
}

/** Six steps in any order; each tells in words what publishing still needs of it. */
export const StepNavigation = ({ step, onStep, form, service }: StepNavigationProps) => {
  const { edit: t } = useTexts(serviceEditingTexts);
  const { check } = usePublishCheck(form, service);
  return (
    <nav aria-label={t.steps}>
      <ol className={styles.steps}>
        {t.stepNames.map((name, position) => {
          const open = check.errors.filter((finding) => stepOfFinding(finding) === position).length;
          return (
            <li key={name}>
              <button
                type="button"
                className={styles.stepButton}
                aria-current={position === step ? 'step' : undefined}
                onClick={() => onStep(position)}
              >
                <span className={styles.stepName}>
                  {position + 1}. {name}
                </span>
                <span className={`${styles.stepState} ${open > 0 ? styles.stepOpen : ''}`}>
                  {open > 0 ? t.stepOpen(open) : t.stepReady}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
