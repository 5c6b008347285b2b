import type { OwnSessionView } from '@rinnalla/shared/account/account-routes';
import { accountTexts } from '../../i18n/account.js';
import { formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { QuietButton, SecondaryButton } from '../../ui/buttons.js';
import { Panel } from '../../ui/panel.js';
import { ProblemNotice } from '../../ui/states.js';
import { StatusLabel } from '../../ui/status-label.js';
import { useEndOtherSessions, useEndSession } from './account.queries.js';
import styles from './account.module.css';

export const SessionsSection = ({ sessions }: { sessions: readonly OwnSessionView[] }) => {
  const { account: t } = useTexts(accountTexts);
  const language = useLanguage();
  const now = useNow();
  const end = useEndSession();
  const endOthers = useEndOtherSessions();
  return (
    <Panel title={t.sessions}>
      <ul className={styles.rows}>
        {sessions.map((session) => (
          <li key={session.id} className={styles.row}>
            <span className={styles.names}>
              <strong>{t.device(session)}</strong>
              <span>
                {t.opened(formatMoment(session.openedAt, language, now))},{' '}
                {t.seen(formatMoment(session.lastSeenAt, language, now))}
              </span>
            </span>
            {session.isThis ? (
              <StatusLabel tone="ok">{t.thisSession}</StatusLabel>
            ) : (
              <QuietButton
                accessibleName={`${t.endSession}: ${t.device(session)}`}
                busy={end.isPending}
                onClick={() => end.mutate({ params: { sessionId: session.id } })}
              >
                {t.endSession}
              </QuietButton>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div>
          <SecondaryButton busy={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            {t.endOthers}
          </SecondaryButton>
        </div>
      ) : (
        <p className={styles.soft}>{t.onlyHere}</p>
      )}
      <ProblemNotice problem={end.error ?? endOthers.error} />
    </Panel>
  );
};
