import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import type { ServiceAction } from '@rinnalla/shared/catalogue/service-lifecycle';
import { Link } from 'react-router';
import { serviceEditingTexts } from '../../../i18n/service-editing.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { paths } from '../../../platform/paths.js';
import { ActionBar } from '../../../ui/action-bar.js';
import { PrimaryButton, QuietButton, SecondaryButton } from '../../../ui/buttons.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { stepCount } from './form-steps.js';
import styles from './service-editor.module.css';

interface EditorActionsProps {
  service: OwnServiceView | undefined;
  step: number;
  onStep: (step: number) => void;
  isDirty: boolean;
  /** Publishing was tried although the check still finds something. */
  isRefused: boolean;
  busy: boolean;
  /** `done` is what the toast says when it has been done. */
  onAct: (action: ServiceAction, done: string) => void;
}

/** Save, publish, and the next step; what is rarer is behind a menu. */
export const EditorActions = ({
  service,
  step,
  onStep,
  isDirty,
  isRefused,
  busy,
  onAct,
}: EditorActionsProps) => {
  const { edit: t } = useTexts(serviceEditingTexts);
  const mayPublish = !service || service.actions.includes('publish');
  const isDraft = !service || service.status === 'draft';
  return (
    <>
      <div className={styles.actsRow}>
        {step > 0 ? <QuietButton onClick={() => onStep(step - 1)}>{t.previous}</QuietButton> : <span />}
        {step < stepCount - 1 && <SecondaryButton onClick={() => onStep(step + 1)}>{t.next}</SecondaryButton>}
      </div>
      <p className={styles.dirty} role="status">
        {isDirty ? t.unsaved : ''}
      </p>
      <p className={styles.refused} role="alert">
        {isRefused ? t.notPublishable : ''}
      </p>
      <ActionBar label={t.acts}>
        <PrimaryButton type="submit" busy={busy}>
          {isDraft ? t.saveDraft : t.save}
        </PrimaryButton>
        {mayPublish && (
          <SecondaryButton onClick={() => onAct('publish', t.published)}>{t.publish}</SecondaryButton>
        )}
        {service && <MoreActions service={service} onAct={onAct} />}
      </ActionBar>
    </>
  );
};

const MoreActions = ({ service, onAct }: { service: OwnServiceView; onAct: EditorActionsProps['onAct'] }) => {
  const { edit: t } = useTexts(serviceEditingTexts);
  const acts = [
    { action: 'pause', name: t.pause, done: t.paused },
    { action: 'archive', name: t.archive, done: t.archived },
  ] as const;
  return (
    <Disclosure button={t.moreActs} className={styles.moreButton}>
      {(close) => (
        <div className={styles.menu}>
          {service.status === 'published' && (
            <Link className={styles.menuItem} to={paths.service(service.id)}>
              {t.view}
            </Link>
          )}
          {acts
            .filter(({ action }) => service.actions.includes(action))
            .map(({ action, name, done }) => (
              <button
                key={action}
                type="button"
                className={styles.menuItem}
                onClick={() => {
                  close();
                  onAct(action, done);
                }}
              >
                {name}
              </button>
            ))}
        </div>
      )}
    </Disclosure>
  );
};
