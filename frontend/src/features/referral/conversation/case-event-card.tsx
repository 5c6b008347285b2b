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
import { PrimaryButton, SecondaryButton } from '../../../ui/buttons.js';
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
    case 'offer':
      return <OfferCard referralId={view.referralId} line={line} />;
    case 'accept':
    case 'waitlist':
    case 'take_offer':
    case 'refuse_offer':
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
  action: 'answer' | 'ask' | 'take_offer' | 'refuse_offer';
  onClose: () => void;
  onDone: (after: Parameters<ReturnType<typeof useDoneSentence>>[1]) => void;
}

export const Act = ({ view, action, onClose, onDone }: ActProps) => (
  <Suspense fallback={<Loading />}>
    <OpenAct view={view} action={action} onClose={onClose} onDone={(_action, after) => onDone(after)} />
  </Suspense>
);

/** An offered place, until when it is held, and for the sender its two answers. Only the offer that stands can be answered. */
const OfferCard = ({ referralId, line }: { referralId: string; line: EventLine }) => {
  const t = useTexts(caseCardTexts);
  const language = useLanguage();
  const now = useNow();
  const { data: referral } = useQuery(referralQuery(referralId));
  const [open, setOpen] = useState<'take_offer' | 'refuse_offer'>();
  const toast = useToast();
  const doneSentence = useDoneSentence();
  const { offerEndsAt } = line.facts;
  const stands = referral?.status === 'offered' && referral.version === line.version;
  const mayAnswer = stands && referral.actions.includes('take_offer');
  return (
    <section className={styles.card} aria-label={t.offered}>
      <p className={styles.heading}>
        <IconCalendarChecked aria-hidden className={styles.icon} />
        <b>{t.offered}</b>
      </p>
      {typeof offerEndsAt === 'string' && <p>{t.offerEnds(formatMoment(offerEndsAt, language, now))}</p>}
      {stands && !mayAnswer && <p>{t.offerWaits}</p>}
      {mayAnswer && !open && (
        <div className={styles.answers}>
          <PrimaryButton onClick={() => setOpen('take_offer')}>{t.takeOffer}</PrimaryButton>
          <SecondaryButton onClick={() => setOpen('refuse_offer')}>{t.refuseOffer}</SecondaryButton>
        </div>
      )}
      {open && referral && mayAnswer && (
        <Act
          view={referral}
          action={open}
          onClose={() => setOpen(undefined)}
          onDone={(after) => toast({ text: doneSentence(open, after) })}
        />
      )}
    </section>
  );
};

/** What was promised: the facts of the step, as both sides read them. */
const PlaceCard = ({ line }: { line: EventLine }) => {
  const t = useTexts(caseCardTexts);
  const language = useLanguage();
  const now = useNow();
  const { firstMeetingAt, startsOn, expectedWaitWeeks, lapsed } = line.facts;
  const facts = [
    typeof firstMeetingAt === 'string' && t.firstMeeting(formatMoment(firstMeetingAt, language, now)),
    typeof startsOn === 'string' && t.starts(formatNearDate(startsOn, language, now)),
    typeof expectedWaitWeeks === 'number' && t.wait(expectedWaitWeeks),
    lapsed === true && t.lapsed,
  ].filter((fact) => fact !== false);
  if (facts.length === 0) return null;
  const waits = line.action === 'waitlist' || line.action === 'refuse_offer';
  const Icon = waits ? IconHourglass : IconCalendarChecked;
  return (
    <ul className={`${styles.card} ${styles.facts}`} aria-label={waits ? t.queued : t.place}>
      {facts.map((fact) => (
        <li key={fact} className={styles.heading}>
          <Icon aria-hidden className={styles.icon} />
          {fact}
        </li>
      ))}
    </ul>
  );
};
