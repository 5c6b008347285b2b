import { erasureRoutes } from '@rinnalla/shared/privacy/erasure-routes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate, formatMoment } from '../../i18n/dates.js';
import { keepingTexts } from '../../i18n/keeping.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useAction } from '../../platform/use-action.js';
import { PrimaryButton, SecondaryButton } from '../../ui/buttons.js';
import { Dialog } from '../../ui/dialog.js';
import { Panel } from '../../ui/panel.js';
import { ProblemNotice } from '../../ui/states.js';
import { StatusLabel } from '../../ui/status-label.js';
import { useToast } from '../../ui/toast.js';
import { erasureOfClientQuery, keepingKeys } from './keeping.queries.js';
import styles from './privacy.module.css';

/** The client asks for erasure: what it means is read aloud first, and what became of it is told. */
export const ClientErasure = ({ clientId }: { clientId: string }) => {
  const { ask: t, refusals } = useTexts(keepingTexts);
  const language = useLanguage();
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const request = useQuery(erasureOfClientQuery(clientId)).data?.request;
  const decided = request?.decided;
  return (
    <Panel title={t.title}>
      <p>{t.lead}</p>
      {request?.state === 'asked' && (
        <StatusLabel tone="warn">
          {t.waits(formatMoment(request.askedAt, language, now), formatDate(request.dueOn, language))}
        </StatusLabel>
      )}
      {decided?.refusal && (
        <StatusLabel>
          {t.refused(formatMoment(decided.at, language, now), refusals[decided.refusal])}
        </StatusLabel>
      )}
      {decided && !decided.refusal && (
        <StatusLabel tone="ok">{t.partly(formatMoment(decided.at, language, now))}</StatusLabel>
      )}
      {request?.state !== 'asked' && (
        <div>
          <SecondaryButton onClick={() => setAsking(true)}>{t.open}</SecondaryButton>
        </div>
      )}
      {asking && <Asking clientId={clientId} onClose={() => setAsking(false)} />}
    </Panel>
  );
};

const Asking = ({ clientId, onClose }: { clientId: string; onClose: () => void }) => {
  const { ask: t } = useTexts(keepingTexts);
  const toast = useToast();
  const ask = useAction(erasureRoutes.ask, {
    stale: () => [keepingKeys.ofClient(clientId)],
    onDone: () => {
      toast({ text: t.done });
      onClose();
    },
  });
  return (
    <Dialog
      title={t.dialog}
      onClose={onClose}
      actions={
        <div className={styles.buttons}>
          <PrimaryButton busy={ask.isPending} onClick={() => ask.mutate({ params: { clientId } })}>
            {t.confirm}
          </PrimaryButton>
          <SecondaryButton onClick={onClose}>{t.cancel}</SecondaryButton>
        </div>
      }
    >
      <ul className={styles.consequences}>
        {t.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p className={styles.plain}>{t.plain}</p>
      <ProblemNotice problem={ask.error} />
    </Dialog>
  );
};
