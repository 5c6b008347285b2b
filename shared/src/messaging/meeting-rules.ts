import { Problem } from '../kernel/problem.js';
import type { ConversationLine, MessageLine } from './conversation-line.js';
import type { CardOf } from './message-card.js';

/** A proposal as far as an answer must know it. */
export interface ProposedMeeting {
  organizationId: string;
  times: readonly string[];
  removed: boolean;
  answered: boolean;
}

/** Throws why a proposal cannot be answered so. The other side answers, once, and with a time that was proposed and lies ahead. */
export const checkMeetingAnswer = (
  proposal: ProposedMeeting,
  answer: { organizationId: string; time: string | null },
  now: Date,
): void => {
  if (proposal.organizationId === answer.organizationId)
    throw new Problem('notAllowed', { reason: 'ownProposal' });
  if (proposal.removed) throw new Problem('wrongStatus', { reason: 'messageRemoved' });
  if (proposal.answered) throw new Problem('wrongStatus', { reason: 'meetingAnswered' });
  if (answer.time === null) return;
  const chosen = Date.parse(answer.time);
  if (!proposal.times.some((time) => Date.parse(time) === chosen))
    throw new Problem('unprocessable', {
      reason: 'timeNotProposed',
      fields: [{ path: 'body.time', code: 'notInList' }],
    });
  if (chosen <= now.getTime())
    throw new Problem('unprocessable', {
      reason: 'timeHasPassed',
      fields: [{ path: 'body.time', code: 'inThePast' }],
    });
};

/** Throws when a proposed time has passed already. */
export const checkMeetingTimes = (times: readonly string[], now: Date): void => {
  const fields = times.flatMap((time, index) =>
    Date.parse(time) <= now.getTime()
      ? [{ path: `body.card.times.${index}`, code: 'inThePast' as const }]
      : [],
  );
  if (fields.length > 0) throw new Problem('invalidInput', { fields });
};

/** The answer that a proposal has got, found among the lines of its conversation. */
export const answerTo = (
  proposal: MessageLine,
  lines: readonly ConversationLine[],
): (MessageLine & { card: CardOf<'meetingAnswer'> }) | undefined =>
  lines.find(
    (line): line is MessageLine & { card: CardOf<'meetingAnswer'> } =>
      line.kind === 'message' && line.card?.kind === 'meetingAnswer' && line.card.concerns === proposal.seq,
  );

/** An answer stands, and so does what it answers: both sides rely on it. */
export const isBinding = (line: MessageLine, lines: readonly ConversationLine[]): boolean =>
  line.card?.kind === 'meetingAnswer' ||
  (line.card?.kind === 'meetingProposal' && answerTo(line, lines) !== undefined);
