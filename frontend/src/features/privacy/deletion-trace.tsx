import { keptDuties } from '@rinnalla/shared/privacy/kept-duties';
import { useQuery } from '@tanstack/react-query';
import { formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { privacyTexts } from '../../i18n/privacy.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { StatusLabel } from '../../ui/status-label.js';
import styles from './privacy.module.css';
import { tasksOfQuery } from './privacy.queries.js';

/** On a case: what its holder was asked to delete, and who confirmed it when. */
export const DeletionTrace = ({ referralId }: { referralId: string }) => {
  const { deletion: t } = useTexts(privacyTexts);
  const language = useLanguage();
  const now = useNow();
  const tasks = useQuery(tasksOfQuery(referralId)).data?.items ?? [];
  return tasks.map(({ id, askedAt, done }) => {
    if (!done)
      return (
        <StatusLabel key={id} tone="warn">
          {t.waits(formatMoment(askedAt, language, now))}
        </StatusLabel>
      );
    const duties = keptDuties
      .filter(({ code }) => done.kept.includes(code))
      .map(({ label }) => label[language]);
    return (
      <div key={id}>
        <StatusLabel tone="ok">{t.confirmed(done.name, formatMoment(done.at, language, now))}</StatusLabel>
        {duties.length > 0 && <p className={styles.quiet}>{t.kept(duties.join(', '))}</p>}
      </div>
    );
  });
};
