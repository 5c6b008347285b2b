import type { ReferralView } from '@rinnalla/shared/referral/referral';
import type { ReactNode } from 'react';
import { IconChat } from 'suomifi-icons';
import { formatNearDate } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { referralTexts } from '../../../i18n/referral.js';
import { screenTexts } from '../../../i18n/referral-screens.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { paths } from '../../../platform/paths.js';
import { useMember } from '../../../platform/session.js';
import { LinkButton } from '../../../ui/buttons.js';
import { IdentityBar } from '../../../ui/identity-bar.js';
import { useFlash } from '../../../ui/use-flash.js';
import { DueText } from '../due-text.js';
import { GoalQuote } from '../goal-quote.js';
import { isOwnStep } from '../is-own-step.js';
import { NeedList } from '../need-list.js';
import { QuestionList } from '../question-list.js';
import { ReceiverCardFacts } from '../receiver-card-facts.js';
import { StatusName } from '../status-name.js';
import { UrgencyName } from '../urgency-name.js';
import { useLocalized } from '../use-localized.js';
import styles from './inbox-page.module.css';
import { isUnanswered } from './triage-rows.js';

/** The whole request: the client's goal first and largest, then what an answer rests on. */
export const RequestPaper = ({ view, children }: { view: ReferralView; children: ReactNode }) => {
  const t = useTexts(referralTexts);
  const { inbox, casePage } = useTexts(screenTexts);
  const language = useLanguage();
  const now = useNow();
  const text = useLocalized();
  const { person } = useMember();
  const isFlashing = useFlash(
    view.id,
    view.version,
    t.changed(t.status[view.status]),
    isOwnStep(view, person),
  );
  return (
    <>
      <IdentityBar
        label={casePage.identity}
        name={view.firstName ?? inbox.unnamed}
        items={[
          view.caseNumber,
          <UrgencyName key="urgency" urgency={view.urgency} />,
          ...(isUnanswered(view) ? [] : [<StatusName key="status" status={view.status} turn={view.turn} />]),
          <DueText key="due" turn={view.turn} />,
        ]}
      />
      <article className={`${styles.paper} ${isFlashing ? styles.flash : ''}`}>
        {view.goal && <GoalQuote goal={view.goal} />}
        <p className={styles.service}>
          {t.serviceOf(text(view.service.title), text(view.sender.name))}
          {view.startWish && ` · ${t.startWish(formatNearDate(view.startWish, language, now))}`}
        </p>
        <NeedList needs={view.needs} />
        <ReceiverCardFacts card={view.card} without={['name', 'goal', 'needs']} />
        <QuestionList questions={view.questions} />
        <div className={styles.links}>
          <LinkButton kind="quiet" icon={IconChat} to={paths.referral(view.id)}>
            {inbox.openCase}
          </LinkButton>
        </div>
      </article>
      {children}
    </>
  );
};
