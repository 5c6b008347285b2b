import { answerRoutes } from '@rinnalla/shared/messaging/answer-routes';
import type { ConversationLine, MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import { answersTo } from '@rinnalla/shared/messaging/card-answers';
import type { CardOf } from '@rinnalla/shared/messaging/message-card';
import type { ConversationView } from '@rinnalla/shared/messaging/messaging-routes';
import { IconCalendar, IconCalendarChecked } from 'suomifi-icons';
import { conversationToolTexts } from '../../i18n/conversation-tools.js';
import { formatMoment } from '../../i18n/dates.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useNow } from '../../platform/clock.js';
import { useMember } from '../../platform/session.js';
import { QuietButton, SecondaryButton } from '../../ui/buttons.js';
import { ProblemNotice } from '../../ui/states.js';
import { useToast } from '../../ui/toast.js';
import { CardFrame } from './card-frame.js';
import styles from './card.module.css';
import { focusLine } from './show-line.js';
import { useCardAnswer } from './use-card-answer.js';

interface MeetingCardProps {
  line: MessageLine;
  card: CardOf<'meetingProposal'>;
  lines: readonly ConversationLine[];
  view: ConversationView;
}

/** A proposal and what has become of it. The other side answers here; where the place is promised, its yes moves the first meeting. */
export const MeetingCard = ({ line, card, lines, view }: MeetingCardProps) => {
  const t = useTexts(conversationToolTexts).meeting;
  const language = useLanguage();
  const now = useNow();
  const { acting } = useMember();
  const [reply] = answersTo(line, 'meetingAnswer', lines);
  const isOurs = line.sender.organizationId === acting.organization.id;
  return (
    <CardFrame
      icon={reply?.card.time ? IconCalendarChecked : IconCalendar}
      heading={t.card}
      facts={`${t.ways[card.way]} · ${t.minutesOption(card.minutes)}`}
    >
      {reply ? (
        <p className={styles.outcome}>
          {reply.card.time
            ? t.accepted(reply.sender.name, formatMoment(reply.card.time, language, now))
            : t.declined(reply.sender.name)}
        </p>
      ) : isOurs || !view.writable ? (
        <>
          <ul className={styles.times}>
            {card.times.map((time) => (
              <li key={time}>{formatMoment(time, language, now)}</li>
            ))}
          </ul>
          <p className={styles.waits}>{t.waitsOther}</p>
        </>
      ) : (
        <Answers line={line} card={card} view={view} />
      )}
    </CardFrame>
  );
};

const Answers = ({ line, card, view }: Omit<MeetingCardProps, 'lines'>) => {
  const t = useTexts(conversationToolTexts).meeting;
  const language = useLanguage();
  const now = useNow();
  const toast = useToast();
  const { clientMessageId, answer, refusal } = useCardAnswer(answerRoutes.meeting, ({ firstMeetingAt }) => {
    if (firstMeetingAt) toast({ text: t.movedFirst });
    focusLine(line.seq);
  });
  const reply = (time: string | null): void =>
    answer.mutate({
      params: { referralId: view.referralId, seq: line.seq },
      body: {
        clientMessageId,
        time,
        body: time ? t.acceptedWords(formatMoment(time, language, now)) : t.declinedWords,
      },
    });
  return (
    <>
      <p className={styles.waits}>{t.waitsYou}</p>
      <div className={styles.answers}>
        {card.times.map((time) =>
          time > now ? (
            <SecondaryButton key={time} busy={answer.isPending} onClick={() => reply(time)}>
              {t.accept(formatMoment(time, language, now))}
            </SecondaryButton>
          ) : (
            <p key={time} className={styles.waits}>
              {formatMoment(time, language, now)} · {t.passed}
            </p>
          ),
        )}
        <QuietButton onClick={() => reply(null)}>{t.declineAll}</QuietButton>
      </div>
      <ProblemNotice problem={answer.error} sentence={refusal} />
    </>
  );
};

/** An answer among the messages: what was agreed, in the reader's language. */
export const MeetingAnswer = ({ card }: { card: CardOf<'meetingAnswer'> }) => {
  const t = useTexts(conversationToolTexts).meeting;
  const language = useLanguage();
  const now = useNow();
  const Icon = card.time ? IconCalendarChecked : IconCalendar;
  return (
    <p className={styles.answered}>
      <Icon aria-hidden className={styles.icon} />
      {card.time ? t.answerAccepted(formatMoment(card.time, language, now)) : t.answerDeclined}
    </p>
  );
};
