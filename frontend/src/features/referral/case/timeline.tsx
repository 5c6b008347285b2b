import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { findReason, reasonKindOf } from '@rinnalla/shared/referral/referral-reasons';
import { formatMoment } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { referralTexts } from '../../../i18n/referral.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { paths } from '../../../platform/paths.js';
import { LinkButton } from '../../../ui/buttons.js';
import { useLocalized } from '../use-localized.js';
import styles from './case-view.module.css';

type Step = ReferralView['steps'][number];

const useReasonText = (): ((step: Step) => string | undefined) => {
  const language = useLanguage();
  return ({ action, reason }) => {
    const kind = reasonKindOf[action];
    return kind && reason ? findReason(kind, reason)?.label[language] : undefined;
  };
};

/** Who did what when, the newest first; with the way to the referral before and after this one. */
export const Timeline = ({ view }: { view: ReferralView }) => {
  const { casePage: t } = useTexts(screenTexts);
  const steps = view.steps.toSorted((a, b) => b.version - a.version);
  return (
    <div className={styles.stack}>
      {view.nextReferralId && <Other title={t.following} referralId={view.nextReferralId} />}
      {steps.length === 0 ? (
        <p>{t.noSteps}</p>
      ) : (
        <ol className={styles.steps} reversed>
          {steps.map((step) => (
            <li key={step.version} className={styles.step}>
              <StepText step={step} />
            </li>
          ))}
        </ol>
      )}
      {view.previousReferralId && <Other title={t.previous} referralId={view.previousReferralId} />}
    </div>
  );
};

const StepText = ({ step }: { step: Step }) => {
  const { done } = useTexts(referralTexts);
  const language = useLanguage();
  const now = useNow();
  const text = useLocalized();
  const why = useReasonText()(step);
  const reason = step.ownerName ?? why;
  return (
    <>
      <p className={styles.stepHead}>{reason ? `${done[step.action]}: ${reason}` : done[step.action]}</p>
      <p className={styles.stepMeta}>
        <time dateTime={step.at}>{formatMoment(step.at, language, now)}</time> ·{' '}
        {[step.actorName, text(step.organization)].filter(Boolean).join(', ')}
      </p>
      {step.note && <p className={styles.note}>{step.note}</p>}
    </>
  );
};

const Other = ({ title, referralId }: { title: string; referralId: string }) => {
  const { casePage: t } = useTexts(screenTexts);
  return (
    <p>
      {title}.{' '}
      <LinkButton kind="quiet" to={paths.referral(referralId)} accessibleName={`${t.openOther}: ${title}`}>
        {t.openOther}
      </LinkButton>
    </p>
  );
};
