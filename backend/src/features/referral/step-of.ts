import { displayName } from '@rinnalla/shared/organization/actor';
import type { Allowed } from '@rinnalla/shared/referral/referral-workflow';
import type { TransitionInput } from '@rinnalla/shared/referral/transition-input';
import type { LockedReferral } from './locked-referral.query.js';
import type { Step } from './referral.repository.js';
import type { StepTaker } from './step-taker.js';

/** The row of the history, and what is written beside it. */
export const stepOf = (
  member: StepTaker,
  input: TransitionInput,
  locked: LockedReferral,
  decision: Allowed,
  at: Date,
): Step => ({
  action: input.action,
  at,
  person: { id: member.personId, name: displayName(member) },
  organization: { id: member.organization.id, name: member.organization.name },
  role: member.role,
  reason: reasonOf(input, locked),
  note: ('note' in input && input.note) || null,
  details: detailsOf(input, locked),
  asked: input.action === 'ask' ? input.questions : [],
  answered: input.action === 'answer' ? input.answers : [],
  unmetNeed: decision.unmetNeed && 'reason' in input ? (input.reason ?? null) : null,
  takesBackUnmetNeed: input.action === 'undo' && locked.lastStep?.action === 'decline',
  capacity: decision.capacity,
});

const reasonOf = (input: TransitionInput, { referral }: LockedReferral): string | null => {
  if (input.action === 'send') return referral.urgencyReason;
  return ('reason' in input && input.reason) || null;
};

/** The action's own facts. Never identity or contact, and no word that somebody wrote. */
const detailsOf = (input: TransitionInput, locked: LockedReferral): Record<string, unknown> => {
  switch (input.action) {
    case 'send':
      return {
        urgency: locked.referral.urgency,
        eligibilityOverride: input.eligibilityOverride ?? null,
        duplicateOverride: input.duplicateOverride ?? null,
      };
    case 'ask':
      return { fields: input.questions.map(({ field }) => field) };
    case 'accept':
      return {
        offeringId: input.offeringId,
        firstMeetingAt: input.firstMeetingAt ?? null,
        startDate: input.startDate ?? null,
      };
    case 'waitlist':
      return { offeringId: locked.offering?.id ?? null, expectedWaitWeeks: input.expectedWaitWeeks };
    case 'offer':
      return { offeringId: input.offeringId };
    case 'decline':
      return { suggestedServiceId: input.suggestedServiceId ?? null, callRequested: input.callRequested };
    case 'start':
      return { startDate: input.startDate };
    case 'finish':
      return { endDate: input.endDate, early: input.early };
    case 'report':
      return { outcome: input.outcome, exitCode: input.exitCode };
    case 'undo':
      return { undone: locked.lastStep?.action ?? null };
    default:
      return {};
  }
};
