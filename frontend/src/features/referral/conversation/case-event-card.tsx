import type { EventLine } from '@rinnalla/shared/messaging/conversation-line';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { IconHourglass, IconMessage, IconCalendarChecked } from 'suomifi-icons';
import { formatMoment, formatNearDate } from '../../../i18n/dates.js';
import { useLanguage } from '../../../i18n/language.js';
import { caseCardTexts } from '../../../i18n/case-card.js';
import { useTexts } from '../../../i18n/use-texts.js';
import { useNow } from '../../../platform/clock.js';
import { SecondaryButton } from '../../../ui/buttons.js';
import { Loading } from '../../../ui/states.js';
import { useToast } from '../../../ui/toast.js';
import { useDoneSentence } from '../acts/use-done-sentence.js';
import { referralQuery } from '../referral.queries.js';
import styles from './case-event-card.module.css';

const OpenAct = lazy(async () => ({ default: (await import('../acts/open-act.js')).OpenAct }));

/**
 * A step of the case that somebody must answer, or that promises something, as a card among the messages. Its buttons
 * are the workflow's own: they stand here only while the workflow lets this reader do them.
 */
export const CaseEventCard = ({ view, line }: { view: ConversationView; line: EventLine }) => {
  switch (line.action) {
    case 'ask':
      return <QuestionCard referralId={view.referralId} line={line} />;
    case 'accept':
    case 'waitlist':
    case 'offer':
      return <PlaceCard line={line} />;
    default:
      return null;
  }
};

/** What was asked in this step, and the answers; the sender answers here. */
const QuestionCard = ({ referralId, line }: { referralId: string; line: EventLine }) => {
  const t = useTexts(caseCardTexts);
  const { data: referral } = useQuery(referralQuery(referralId));
  const [isOpen, setOpen] = useState(false);
  const toast = useToast();
  const doneSentence = useDoneSentence();
  const asked = referral?.steps.find(({ version }) => version === line.version);
  const questions =
    referral?.questions.filter(({ askedAt }) => asked && Date.parse(askedAt) === Date.parse(asked.at)) ?? [];
  if (!referral || questions.length === 0) return null;
  const waits = questions.some(({ answer }) => answer === null);
  const mayAnswer = waits && referral.actions.includes('answer');
  return (
    <section className={styles.card} aria-label={t.question}>
      <p className={styles.heading}>
        <IconMessage aria-hidden className={styles.icon} />
        <b>{t.question}</b>
      </p>
      <dl className={styles.questions}>
        {questions.map(({ id, question, answer }) => (
          <div key={id}>
            <dt>{question}</dt>
            <dd>
              {answer ??
                (mayAnswer ? t.waitsYou : t.notAnswered(waits && referral.status === 'clarification'))}
            </dd>
          </div>
        ))}
      </dl>
      {mayAnswer && !isOpen && (
        <div>
          <SecondaryButton onClick={() => setOpen(true)}>{t.answer}</SecondaryButton>
        </div>
      )}
      {isOpen && mayAnswer && (
        <Act
          view={referral}
          action="answer"
          onClose={() => setOpen(false)}
          onDone={(after) => toast({ text: doneSentence('answer', after) })}
        />
      )}
    </section>
  );
};

interface ActProps {
  view: ReferralView;
  action: 'answer' | 'ask';
  onClose: () => void;
  onDone: (after: Parameters<ReturnType<typeof useDoneSentence>>[1]) => void;
}

export const Act = ({ view, action, onClose, onDone }: ActProps) => (
  <Suspense fallback={<Loading />}>
    <OpenAct view={view} action={action} onClose={onClose} onDone={(_action, after) => onDone(after)} />
  </Suspense>
);

/** What was promised or offered: the facts of the step, as both sides read them. */
const PlaceCard = ({ line }: { line: EventLine }) => {
  const t = useTexts(caseCardTexts);
  const language = useLanguage();
  const now = useNow();
  const { firstMeetingAt, startsOn, expectedWaitWeeks, offerEndsAt } = line.facts;
  const facts = [
    typeof firstMeetingAt === 'string' && t.firstMeeting(formatMoment(firstMeetingAt, language, now)),
    typeof startsOn === 'string' && t.starts(formatNearDate(startsOn, language, now)),
    typeof expectedWaitWeeks === 'number' && t.wait(expectedWaitWeeks),
    typeof offerEndsAt === 'string' && t.offerEnds(formatMoment(offerEndsAt, language, now)),
  ].filter((fact) => fact !== false);
  if (facts.length === 0) return null;
  const Icon = line.action === 'waitlist' ? IconHourglass : IconCalendarChecked;
  return (
    <ul className={`${styles.card} ${styles.facts}`} aria-label={t.place}>
      {facts.map((fact) => (
        <li key={fact} className={styles.heading}>
          <Icon aria-hidden className={styles.icon} />
          {fact}
        </li>
      ))}
    </ul>
  );
};
