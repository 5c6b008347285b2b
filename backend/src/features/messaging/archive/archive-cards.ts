import { asLocalDate } from '@rinnalla/shared/kernel/local-date';
import { writeDate } from '@rinnalla/shared/kernel/date-text';
import type { Language } from '@rinnalla/shared/kernel/localized';
import { checklistItems } from '@rinnalla/shared/messaging/checklist-rules';
import type { EventLine, MessageLine } from '@rinnalla/shared/messaging/conversation-line';
import type { MessageCard } from '@rinnalla/shared/messaging/message-card';
import type { ArchiveTexts } from './archive-texts.js';

/** What was asked of the sender in one step of the case, and what was answered; null while nothing was. */
export interface ArchivedQuestion {
  askedAt: string;
  question: string;
  answer: string | null;
}

/** What a card of a message says, in one line. */
export const cardSentence = (card: MessageCard, t: ArchiveTexts, moment: (at: string) => string): string => {
  switch (card.kind) {
    case 'meetingProposal':
      return `${t.meeting(card.times.map(moment).join('; '))}. ${t.ways[card.way]}, ${t.minutes(card.minutes)}`;
    case 'meetingAnswer':
      return card.time === null ? t.notAgreed : t.agreed(moment(card.time));
    case 'phoneCall':
      return card.reached ? t.called : t.calledInVain;
    case 'agreement':
      return t.agreement;
    case 'agreementAnswer':
      return t.verdicts[card.verdict];
    case 'documentRequest':
      return t.documentAsked(t.documents[card.document]);
    case 'documentAnswer':
      return card.given ? t.documentGiven : t.documentNotGiven;
    case 'checklist':
      return t.checklist;
  }
};

/** What is done of a checklist and what is not, an item in each line: they stand for its words. */
export const checklistLines = (
  { body, ticks }: MessageLine,
  t: ArchiveTexts,
  moment: (at: string) => string,
): string[] =>
  checklistItems(body ?? '').map((item, place) => {
    const tick = ticks.find((one) => one.item === place);
    return tick ? t.done(item, tick.sender.name, moment(tick.at)) : t.notDone(item);
  });

/** What a step of the case promised or asked: what its card says on the screen. */
export const stepFacts = (
  { action, at, facts }: EventLine,
  questions: readonly ArchivedQuestion[],
  t: ArchiveTexts,
  language: Language,
  moment: (at: string) => string,
): string[] => {
  const { firstMeetingAt, startsOn, expectedWaitWeeks, offerEndsAt, lapsed } = facts;
  const asked =
    action === 'ask' ? questions.filter(({ askedAt }) => Date.parse(askedAt) === Date.parse(at)) : [];
  return [
    typeof firstMeetingAt === 'string' && t.firstMeeting(moment(firstMeetingAt)),
    typeof startsOn === 'string' && t.starts(writeDate(asLocalDate(startsOn), language)),
    typeof expectedWaitWeeks === 'number' && t.wait(expectedWaitWeeks),
    typeof offerEndsAt === 'string' && t.offerEnds(moment(offerEndsAt)),
    lapsed === true && t.lapsed,
    ...asked.map(({ question, answer }) => `${question} ${answer ?? t.notAnswered}`),
  ].filter((fact) => fact !== false);
};
