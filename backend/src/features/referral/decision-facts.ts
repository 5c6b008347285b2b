import { goalText } from '@rinnalla/shared/client/client-routes';
import { recordNeededBy } from '@rinnalla/shared/client/data-regime';
import { asLocalDate, datePieces } from '@rinnalla/shared/kernel/local-date';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { type FieldProblem, Problem } from '@rinnalla/shared/kernel/problem';
import type { ActionInput, DraftFacts, ReferralFacts } from '@rinnalla/shared/referral/referral-facts';
import type { TransitionInput } from '@rinnalla/shared/referral/transition-input';
import type { LockedReferral } from './locked-referral.query.js';
import { mayBeOfAge } from './of-age.js';

/** The plain values that `decide` needs of a locked referral. */
export const factsOf = (locked: LockedReferral, input: TransitionInput, now: Date): ReferralFacts => {
  const { referral, lastStep } = locked;
  return {
    now,
    ...(input.action === 'send' ? { draft: draftFactsOf(locked, input, now) } : {}),
    // Agreements do not exist yet: no service needs one.
    agreement: 'notNeeded',
    freePlaces: locked.offering?.isOpen ? locked.offering.freePlaces : 0,
    isFirstInQueue: locked.isFirstInQueue,
    ...(referral.status === 'offered' && referral.dueAt ? { offerHoldsUntil: referral.dueAt } : {}),
    askedFields: locked.questions.map(({ field }) => field),
    ...(referral.sentAt ? { sentAt: referral.sentAt } : {}),
    ...(referral.startedOn ? { startedOn: asLocalDate(referral.startedOn) } : {}),
    // A place is kept through a pause until a timer gives it back.
    placeKept: true,
    // Attendance is not recorded here, so there is none to close.
    closing: {
      reportGiven: referral.closingReportAt !== null,
      endedEarly: locked.endedEarly,
      attendance: 'noDuty',
    },
    ...(lastStep
      ? {
          lastStep: {
            action: lastStep.action,
            party: lastStep.party,
            from: lastStep.from,
            at: new Date(lastStep.at),
            followed: locked.followed,
          },
        }
      : {}),
  };
};

const draftFactsOf = (
  { referral, goal, client, service, openForClient, informed, consented, duplicateOpen }: LockedReferral,
  input: Extract<TransitionInput, { action: 'send' }>,
  now: Date,
): DraftFacts => {
  const recordNeeded = recordNeededBy[service?.dataRegime ?? 'own'];
  return {
    hasClient: client !== null,
    hasGoal: goalText.safeParse(goal).success,
    urgency: referral.urgency,
    urgencyReason: referral.urgencyReason ?? undefined,
    servicePublished: service?.takesReferrals ?? false,
    serviceOpenForMunicipality: service !== null && openForClient,
    recordNeeded,
    recordPresent: recordNeeded === 'informing' ? informed : consented,
    eligible: mayBeOfAge(client?.birthYear ?? null, service, datePieces(helsinkiDateOf(now)).year),
    eligibilityOverride: input.eligibilityOverride ?? undefined,
    duplicateOpen,
    duplicateOverride: input.duplicateOverride ?? undefined,
  };
};

const notInList = (path: string, reason: string): Problem =>
  new Problem('unprocessable', {
    reason,
    fields: [{ path: `body.${path}`, code: 'notInList' } satisfies FieldProblem],
  });

/** The request as `decide` takes it; what it names must exist on this referral. */
export const actionInputOf = (input: TransitionInput, locked: LockedReferral): ActionInput => {
  const note = ('note' in input && input.note) || undefined;
  switch (input.action) {
    case 'ask':
      return { questions: input.questions };
    case 'answer':
      return { answers: input.answers.map(({ questionId }) => ({ field: questionOf(locked, questionId) })) };
    case 'accept':
      if (locked.offering?.id !== input.offeringId) throw notInList('offeringId', 'offeringMissing');
      if (!locked.contactName) throw notInList('contactPersonId', 'contactPersonMissing');
      return {
        offeringId: input.offeringId,
        contactPersonId: locked.contactName,
        firstMeetingAt: input.firstMeetingAt ?? undefined,
        startDate: input.startDate ? asLocalDate(input.startDate) : undefined,
        note,
      };
    case 'waitlist':
      if (input.offeringId && locked.offering?.id !== input.offeringId)
        throw notInList('offeringId', 'offeringMissing');
      return { expectedWaitWeeks: input.expectedWaitWeeks, note };
    case 'offer':
      // The place is counted where the client waits.
      if (input.offeringId !== locked.referral.offeringId) throw notInList('offeringId', 'offeringMissing');
      return { offeringId: input.offeringId, reason: input.reason ?? undefined, note };
    case 'decline':
      if (input.suggestedServiceId && !locked.suggestionExists)
        throw notInList('suggestedServiceId', 'suggestionMissing');
      return {
        reason: input.reason,
        note,
        suggestedServiceId: input.suggestedServiceId ?? undefined,
        callRequested: input.callRequested,
      };
    case 'refuse_offer':
    case 'withdraw':
    case 'not_started':
      return { reason: input.reason, note };
    case 'start':
      return { startDate: asLocalDate(input.startDate), note };
    case 'finish':
      return {
        endDate: asLocalDate(input.endDate),
        early: input.early,
        reason: input.reason ?? undefined,
        note,
      };
    case 'report':
      return { outcome: input.outcome, exitCode: input.exitCode, note };
    case 'send':
    case 'acknowledge':
    case 'take_offer':
    case 'approve':
    case 'undo':
      return { note };
  }
};

const questionOf = (locked: LockedReferral, questionId: string): string => {
  const question = locked.questions.find(({ id, answered }) => id === questionId && !answered);
  if (!question) throw notInList('answers', 'answerMissing');
  return question.field;
};
