import { Problem } from '../kernel/problem.js';
import { answersTo, type Asked, checkFirstAnswer } from './card-answers.js';
import type { ConversationLine, MessageLine } from './conversation-line.js';
import type { AgreementVerdict, CardOf } from './message-card.js';

/** How an agreement stands: with the other side, with both, or with nobody any more. */
export type AgreementStanding = 'waits' | 'stands' | 'disputed' | 'ended';

const standingAfter = {
  confirmed: 'stands',
  disputed: 'disputed',
  ended: 'ended',
} as const satisfies Record<AgreementVerdict, AgreementStanding>;

export const standingOf = (answers: readonly CardOf<'agreementAnswer'>[]): AgreementStanding => {
  const last = answers.at(-1);
  return last ? standingAfter[last.verdict] : 'waits';
};

/** Throws why an agreement cannot be answered so. The other side confirms or disputes it; what was confirmed, either side ends. */
export const checkAgreementAnswer = (
  asked: Asked<CardOf<'agreementAnswer'>>,
  { organizationId, verdict }: { organizationId: string; verdict: AgreementVerdict },
): void => {
  if (verdict !== 'ended') return checkFirstAnswer(asked, organizationId);
  const standing = standingOf(asked.answers);
  if (standing === 'ended') throw new Problem('wrongStatus', { reason: 'alreadyEnded' });
  if (standing !== 'stands') throw new Problem('wrongStatus', { reason: 'notConfirmed' });
};

export interface PinnedAgreement {
  line: MessageLine;
  standing: 'waits' | 'stands';
}

/** What both sides go by, or are asked to: kept in sight over the log, newest first. A removed text is pinned nowhere. */
export const pinnedAgreements = (lines: readonly ConversationLine[]): PinnedAgreement[] =>
  lines
    .flatMap((line): PinnedAgreement[] => {
      if (line.kind !== 'message' || line.card?.kind !== 'agreement') return [];
      const standing = standingOf(answersTo(line, 'agreementAnswer', lines).map(({ card }) => card));
      return standing === 'waits' || standing === 'stands' ? [{ line, standing }] : [];
    })
    .toReversed();
