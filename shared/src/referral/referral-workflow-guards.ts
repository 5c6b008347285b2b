import { needsUrgencyReason } from '../commissioning/urgency-class.js';
import { helsinkiDateOf } from '../kernel/helsinki-time.js';
import { exitCodes, goalOutcomes } from './closing-outcome.js';
import type { Reason, ReasonKind } from './reason.js';
import type { ReferralAction, ReferralActor } from './referral-action.js';
import type { ActionInput, ReferralFacts } from './referral-facts.js';
import { findReasonOn, reasonKindOf } from './referral-reasons.js';
import { type Refused, refuse } from './referral-refusal.js';
import { mayBeUndone, undoFreeMs } from './referral-undo.js';

/** What a guard looks at. */
export interface Question {
  action: ReferralAction;
  actor: ReferralActor;
  facts: ReferralFacts;
  input: ActionInput;
}
export type Guard = (question: Question) => Refused | undefined;

const fits = undefined;
const unless = (holds: boolean | undefined, ...refusal: Parameters<typeof refuse>): Refused | undefined =>
  holds ? fits : refuse(...refusal);
const firstOf = (...refusals: (Refused | undefined)[]): Refused | undefined =>
  refusals.find((refusal) => refusal);
const written = (text: string | undefined): boolean => Boolean(text?.trim());
const today = ({ facts }: Question) => helsinkiDateOf(facts.now);

const choice = (
  question: Question,
  kind: ReasonKind,
  code: string | undefined,
  path: string,
): Reason | Refused => {
  if (!written(code)) return refuse('reasonMissing', path);
  return findReasonOn(kind, code as string, today(question)) ?? refuse('reasonUnknown', path, 'notInList');
};
const isRefused = (found: Reason | Refused): found is Refused => 'allowed' in found;

const reasonOfAction: Guard = (question) => {
  const kind = reasonKindOf[question.action];
  if (!kind) return fits;
  const found = choice(question, kind, question.input.reason, 'reason');
  if (isRefused(found)) return found;
  return unless(!found.noteRequired || written(question.input.note), 'noteMissing', 'note');
};

const bySystem = ({ actor }: Question): boolean => actor.party === 'system';

const urgency: Guard = (question) => {
  const draft = question.facts.draft;
  if (!draft?.urgency) return refuse('urgencyMissing', 'urgency');
  if (!needsUrgencyReason(draft.urgency)) return fits;
  const found = choice(question, 'urgency', draft.urgencyReason, 'urgencyReason');
  return isRefused(found) ? refuse('urgencyReasonMissing', 'urgencyReason', found.fields?.[0]?.code) : fits;
};

const overridden = (
  question: Question,
  kind: ReasonKind,
  code: string | undefined,
  refusal: 'notEligible' | 'duplicateOpen',
  path: string,
): Refused | undefined => {
  const found = choice(question, kind, code, path);
  if (isRefused(found)) return refuse(refusal, path, found.fields?.[0]?.code);
  return unless(!found.noteRequired || written(question.input.note), 'noteMissing', 'note');
};

/** Every guard of the table, by the name it has there. */
export const guards = {
  client: ({ facts }) => unless(facts.draft?.hasClient, 'clientMissing', 'clientId'),
  goal: ({ facts }) => unless(facts.draft?.hasGoal, 'goalMissing', 'goal'),
  urgency,
  serviceOpen: ({ facts }) =>
    firstOf(
      unless(facts.draft?.servicePublished, 'serviceNotPublished', 'serviceId', 'invalid'),
      unless(
        facts.draft?.serviceOpenForMunicipality,
        'serviceNotOpenForMunicipality',
        'serviceId',
        'invalid',
      ),
    ),
  dataRegimeRecord: ({ facts }) =>
    unless(
      facts.draft?.recordPresent,
      facts.draft?.recordNeeded === 'informing' ? 'informingMissing' : 'consentMissing',
    ),
  eligibility: (question) =>
    question.facts.draft?.eligible
      ? fits
      : overridden(
          question,
          'eligibility_override',
          question.facts.draft?.eligibilityOverride,
          'notEligible',
          'eligibilityOverride',
        ),
  noDuplicate: (question) =>
    question.facts.draft?.duplicateOpen === false
      ? fits
      : overridden(
          question,
          'duplicate_override',
          question.facts.draft?.duplicateOverride,
          'duplicateOpen',
          'duplicateOverride',
        ),
  agreement: ({ facts }) =>
    facts.agreement === 'notNeeded' || facts.agreement === 'enough'
      ? fits
      : refuse(facts.agreement === 'exhausted' ? 'agreementExhausted' : 'agreementEnded'),

  questions: ({ input }) =>
    unless((input.questions?.length ?? 0) > 0, 'questionMissing', 'questions', 'tooFew'),
  answers: ({ input }) => unless((input.answers?.length ?? 0) > 0, 'answerMissing', 'answers', 'tooFew'),
  promise: ({ input }) =>
    firstOf(
      unless(written(input.offeringId), 'offeringMissing', 'offeringId'),
      unless(written(input.contactPersonId), 'contactPersonMissing', 'contactPersonId'),
      unless(
        written(input.firstMeetingAt) || written(input.startDate),
        'firstMeetingOrStartMissing',
        'firstMeetingAt',
      ),
    ),
  freePlace: ({ facts }) => unless((facts.freePlaces ?? 0) > 0, 'noFreePlace'),
  expectedWait: ({ input }) =>
    unless((input.expectedWaitWeeks ?? 0) > 0, 'expectedWaitMissing', 'expectedWaitWeeks'),
  offering: ({ input }) => unless(written(input.offeringId), 'offeringMissing', 'offeringId'),
  turnInQueue: (question) => {
    if (question.facts.isFirstInQueue) return fits;
    if (bySystem(question) || !written(question.input.reason)) return refuse('othersAreFirst', 'reason');
    return reasonOfAction(question);
  },
  refusalReason: (question) => (bySystem(question) ? fits : reasonOfAction(question)),
  offerLapsed: (question) => {
    const { offerHoldsUntil, now } = question.facts;
    return unless(!bySystem(question) || (offerHoldsUntil && offerHoldsUntil <= now), 'offerNotLapsed');
  },

  reason: reasonOfAction,
  suggestion: (question) => {
    const { reason = '', suggestedServiceId, callRequested } = question.input;
    const asks = findReasonOn('decline', reason, today(question))?.asksSuggestion;
    return unless(
      !asks || written(suggestedServiceId) || callRequested,
      'suggestionMissing',
      'suggestedServiceId',
    );
  },
  consentEnded: (question) => unless(!bySystem(question) || question.facts.consentEnded, 'consentStillHolds'),
  silence: ({ facts: { sentAt, now } }) =>
    unless(sentAt && now.getTime() - sentAt.getTime() >= expiryMs, 'answerStillInTime'),

  startDate: (question) => {
    const { startDate } = question.input;
    if (startDate === undefined) return refuse('startDateMissing', 'startDate');
    return unless(startDate <= today(question), 'startInFuture', 'startDate', 'tooLarge');
  },
  expectedReturn: ({ input }) => unless(written(input.expectedReturn), 'returnDateMissing', 'expectedReturn'),
  keptOrFreePlace: ({ facts }) => unless(facts.placeKept || (facts.freePlaces ?? 0) > 0, 'noFreePlace'),
  endDate: ({ input: { endDate }, facts: { startedOn } }) => {
    if (endDate === undefined) return refuse('endDateMissing', 'endDate');
    return unless(startedOn && endDate >= startedOn, 'endBeforeStart', 'endDate', 'endBeforeStart');
  },
  earlyEnd: (question) => {
    if (question.input.early) return reasonOfAction(question);
    return unless(question.actor.party === 'provider', 'senderEndsEarlyOnly', 'early', 'invalid');
  },

  outcome: ({ input: { outcome, exitCode } }) =>
    firstOf(
      unless(
        goalOutcomes.some((known) => known === outcome),
        'outcomeMissing',
        'outcome',
      ),
      unless(
        exitCodes.some((known) => known === exitCode),
        'exitCodeMissing',
        'exitCode',
      ),
    ),
  closingReport: ({ facts }) => unless(facts.closing?.reportGiven, 'closingReportMissing'),
  attendanceClosed: ({ facts }) =>
    unless(facts.closing && facts.closing.attendance !== 'open', 'attendanceOpen'),
  approvalDue: (question) => {
    const dueAt = question.facts.closing?.approvalDueAt;
    return unless(!bySystem(question) || (dueAt && dueAt <= question.facts.now), 'approvalStillInTime');
  },

  undoable: ({ facts }) => mayBeUndone(facts),
  undoNote: ({ facts: { lastStep, now }, input }) => {
    const fresh = lastStep && now.getTime() - lastStep.at.getTime() <= undoFreeMs;
    return unless(fresh || written(input.note), 'noteMissing', 'note');
  },
  assignee: (question) =>
    firstOf(
      unless(written(question.input.assigneeId), 'assigneeMissing', 'assigneeId'),
      reasonOfAction(question),
    ),
} as const satisfies Record<string, Guard>;

export type Need = keyof typeof guards;

const expiryMs = 14 * 24 * 60 * 60 * 1000;
