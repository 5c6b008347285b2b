import { exitCodeLabels, goalOutcomeLabels } from '@rinnalla/shared/referral/closing-outcome';
import { findReason } from '@rinnalla/shared/referral/referral-reasons';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { formatDate } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { actTexts } from '../../../i18n/referral-acts.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { type Fact, Facts } from '../../../ui/facts.js';
import styles from './acts.module.css';

/** How the period ended and what the provider wrote of it with the client. */
export const ClosingReport = ({
  view: { closing, endedOn },
}: {
  view: Pick<ReferralView, 'closing' | 'endedOn'>;
}) => {
  const { approve: t, finish } = useTexts(actTexts);
  const language = useLanguage();
  if (!closing) return null;
  const early = closing.reason ? findReason('end_early', closing.reason)?.label[language] : undefined;
  const facts: (Fact | false)[] = [
    endedOn !== null && { name: finish.date, value: formatDate(endedOn, language) },
    {
      name: finish.how,
      value: closing.early ? [finish.early, early].filter(Boolean).join(': ') : finish.planned,
    },
    closing.outcome !== null && { name: t.outcome, value: goalOutcomeLabels[closing.outcome][language] },
    closing.exitCode !== null && { name: t.exit, value: exitCodeLabels[closing.exitCode][language] },
    Boolean(closing.note) && { name: t.review, value: closing.note },
  ];
  return (
    <div className={styles.facts}>
      <Facts facts={facts.filter((fact): fact is Fact => fact !== false)} />
    </div>
  );
};
