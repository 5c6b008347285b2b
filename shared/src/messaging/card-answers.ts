import { Problem } from '../kernel/problem.js';
import type { ConversationLine, MessageLine } from './conversation-line.js';
import type { CardOf, MessageCard } from './message-card.js';

/** What answers each card that asks something of the other side. */
const answerKinds = {
  meetingProposal: 'meetingAnswer',
  agreement: 'agreementAnswer',
  documentRequest: 'documentAnswer',
} as const satisfies Partial<Record<MessageCard['kind'], MessageCard['kind']>>;

export type AskingKind = keyof typeof answerKinds;
export type AnswerKind = (typeof answerKinds)[AskingKind];
export type AnswerTo<Kind extends AskingKind> = CardOf<(typeof answerKinds)[Kind]>;

/** It waits for the other side, so it stands only where the other side reads. */
export const asksOtherSide = ({ kind }: { kind: MessageCard['kind'] }): boolean => kind in answerKinds;

/** A card that asks, as far as an answer must know it. */
export interface Asked<Answer extends MessageCard = MessageCard> {
  /** Whose question it is. */
  organizationId: string;
  /** What has been answered, oldest first. */
  answers: readonly Answer[];
}

/** Throws why a card cannot be answered for the first time: the other side answers, once. */
export const checkFirstAnswer = (asked: Asked, organizationId: string): void => {
  if (asked.organizationId === organizationId) throw new Problem('notAllowed', { reason: 'ownCard' });
  if (asked.answers.length > 0) throw new Problem('wrongStatus', { reason: 'cardAnswered' });
};

export type AnswerLine<Kind extends AnswerKind> = MessageLine & { card: CardOf<Kind> };

/** The answers that a message's card has got, found among the lines of its conversation, oldest first. */
export const answersTo = <Kind extends AnswerKind>(
  { seq }: Pick<MessageLine, 'seq'>,
  kind: Kind,
  lines: readonly ConversationLine[],
): AnswerLine<Kind>[] =>
  lines.filter(
    (line): line is AnswerLine<Kind> =>
      line.kind === 'message' && line.card?.kind === kind && concernOf(line.card) === seq,
  );

const concernOf = (card: MessageCard | undefined): number | undefined =>
  card && 'concerns' in card ? card.concerns : undefined;

/** An answer stands, and so does what it answers: both sides rely on it. */
export const isBinding = ({ seq, card }: MessageLine, lines: readonly ConversationLine[]): boolean =>
  concernOf(card) !== undefined ||
  (card !== undefined && lines.some((line) => line.kind === 'message' && concernOf(line.card) === seq));
