import type { DeletionTaskView } from '@rinnalla/shared/privacy/deletion-routes';
import type { ReferralServerEvents } from '@rinnalla/shared/referral/referral-events';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { formatDate } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { privacyTexts } from '../../i18n/privacy.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useChannel } from '../../platform/realtime.js';
import { SecondaryButton } from '../../ui/buttons.js';
import { Panel } from '../../ui/panel.js';
import { StatusLabel } from '../../ui/status-label.js';
import { ConfirmDeletion } from './confirm-deletion.js';
import styles from './privacy.module.css';
import { openTasksQuery, privacyKeys } from './privacy.queries.js';

/** What the organization has been asked to delete: first on its day, until somebody confirms it. Nothing takes no room. */
export const DeletionTasks = () => {
  const { deletion: t } = useTexts(privacyTexts);
  const language = useLanguage();
  const [confirming, setConfirming] = useState<DeletionTaskView>();
  const tasks = useQuery(openTasksQuery).data?.items ?? [];
  useFreshTasks();
  if (tasks.length === 0) return null;
  return (
    <Panel title={t.title(tasks.length)} tone="note">
      <p>{t.lead}</p>
      <ul className={styles.list}>
        {tasks.map((task) => (
          <li key={task.id} className={styles.line}>
            <div>
              <p className={styles.name}>{t.line(task.caseNumber, t.causes[task.cause])}</p>
              <StatusLabel tone="warn">{t.due(formatDate(task.dueOn, language))}</StatusLabel>
            </div>
            <SecondaryButton accessibleName={t.openOf(task.caseNumber)} onClick={() => setConfirming(task)}>
              {t.open}
            </SecondaryButton>
          </li>
        ))}
      </ul>
      {confirming && <ConfirmDeletion task={confirming} onClose={() => setConfirming(undefined)} />}
    </Panel>
  );
};

/** A consent that is taken back moves a referral: that is heard, and the tasks are read again. */
const useFreshTasks = (): void => {
  const channel = useChannel<ReferralServerEvents>();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      channel.on(
        'referralChanged',
        () => void queryClient.invalidateQueries({ queryKey: privacyKeys.tasks }),
      ),
    [channel, queryClient],
  );
};
