import { answerDueAt, resumedAnswerDueAt, startDueAt } from '@rinnalla/shared/referral/answer-clock';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { addDays, asLocalDate, type LocalDate } from '@rinnalla/shared/kernel/local-date';
import type { ClockInstruction, ClockName } from '@rinnalla/shared/referral/referral-workflow-table';
import type { Allowed } from '@rinnalla/shared/referral/referral-workflow';
import type { TransitionInput } from '@rinnalla/shared/referral/transition-input';
import {
  approvalDueAt,
  clarificationDueAt,
  closingDueAt,
  offerDueAt,
  plannedEndDueAt,
  progressDueAt,
  relevanceDueAt,
} from '@rinnalla/shared/referral/turn-due';
import { whoseTurn } from '@rinnalla/shared/referral/whose-turn';
import type { LockedReferral } from './locked-referral.query.js';
import type { ReferralRecord, ReferralState } from './referral-record.js';

export interface Doer {
  personId: string;
  name: string;
}

/** Everything that a step leaves in the referral's own row. */
export const nextState = (
  locked: LockedReferral,
  input: TransitionInput,
  decision: Allowed,
  doer: Doer,
  now: Date,
): ReferralState => {
  const before = locked.referral;
  const acted = { ...before, ...ownFacts(locked, input, doer, now) };
  const clocked: ReferralRecord = { ...acted, ...measured(acted, decision, now) };
  const status = decision.to;
  const after: ReferralRecord = {
    ...clocked,
    ...(input.action === 'undo' ? takenBack(locked) : {}),
    status,
    statusSince: status === before.status ? before.statusSince : now,
    nonDisclosure: locked.client?.nonDisclosure ?? before.nonDisclosure,
  };
  return { ...after, dueAt: dueAtOf(after, locked.service?.reportingDuty, now) };
};

/** What the act itself tells. */
const ownFacts = (
  locked: LockedReferral,
  input: TransitionInput,
  doer: Doer,
  now: Date,
): Partial<ReferralState> => {
  const taken = {
    assigneeId: locked.referral.assigneeId ?? doer.personId,
    assigneeName: locked.referral.assigneeName ?? doer.name,
  };
  switch (input.action) {
    case 'send':
      return { sentAt: now };
    case 'ask':
    case 'decline':
    case 'offer':
      return taken;
    case 'accept':
      return {
        offeringId: input.offeringId,
        assigneeId: input.contactPersonId ?? doer.personId,
        assigneeName: locked.contactName,
        firstMeetingAt: input.firstMeetingAt ? new Date(input.firstMeetingAt) : null,
        plannedStartOn: input.startDate ?? null,
      };
    case 'waitlist':
      return {
        ...taken,
        offeringId: locked.offering?.id ?? null,
        waitlistedAt: now,
        expectedWaitWeeks: input.expectedWaitWeeks,
      };
    case 'take_offer':
      return { plannedStartOn: groupDayAhead(locked, now) };
    case 'start':
      return { startedOn: input.startDate, plannedEndOn: plannedEnd(locked, asLocalDate(input.startDate)) };
    case 'finish':
      return { endedOn: input.endDate };
    case 'report':
      return { closingReportAt: now };
    case 'acknowledge':
    case 'answer':
    case 'refuse_offer':
    case 'withdraw':
    case 'not_started':
    case 'approve':
    case 'undo':
      return {};
  }
};

/** A group ends when it ends; a period of one's own lasts as long as such periods usually do. */
const plannedEnd = ({ offering, service }: LockedReferral, startedOn: LocalDate): string | null =>
  offering?.endsOn ?? (service?.typicalWeeks ? addDays(startedOn, service.typicalWeeks * 7) : null);

/** A group that has not begun yet begins on its own day; otherwise the first day is agreed on afterwards. */
const groupDayAhead = ({ groupDay }: LockedReferral, now: Date): string | null =>
  groupDay && groupDay >= helsinkiDateOf(now) ? groupDay : null;

const measured = (referral: ReferralRecord, { clocks }: Allowed, now: Date): Partial<ReferralState> => ({
  ...answerClock(referral, clocks.answer, now),
  ...startClock(referral, clocks.start, now),
});

const answerClock = (
  referral: ReferralRecord,
  instruction: ClockInstruction | undefined,
  now: Date,
): Partial<ReferralState> => {
  const { urgency, answerDueAt: dueAt, answerPausedAt: pausedAt } = referral;
  switch (instruction) {
    case 'begin':
      return { answerStartedAt: now, answerDueAt: answerDueAt(urgency, now) };
    case 'pause':
      return { answerPausedAt: now };
    case 'resume':
      return pausedAt && dueAt
        ? { answerPausedAt: null, answerDueAt: resumedAnswerDueAt(urgency, pausedAt, dueAt, now) }
        : {};
    case 'met':
      return { answerPausedAt: null, answerMetAt: referral.answerMetAt ?? now };
    case 'stop':
      return { answerPausedAt: null };
    case 'restore':
    case undefined:
      return {};
  }
};

const startClock = (
  referral: ReferralRecord,
  instruction: ClockInstruction | undefined,
  now: Date,
): Partial<ReferralState> => {
  if (instruction === 'met') return { startMetAt: now };
  if (instruction !== 'begin') return {};
  const agreed =
    referral.plannedStartOn ??
    (referral.firstMeetingAt && helsinkiDateOf(referral.firstMeetingAt)) ??
    referral.startWish;
  return { startDueAt: startDueAt(referral.urgency, now, agreed ? asLocalDate(agreed) : undefined) ?? null };
};

/** An undo leaves nothing of the answer that is taken back, and owes it again by the same time as before. */
const takenBack = ({ lastStep }: LockedReferral): Partial<ReferralState> => {
  const owed = lastStep?.from === 'waitlisted' ? {} : { answerMetAt: null };
  if (lastStep?.action === 'accept')
    return { ...owed, offeringId: null, firstMeetingAt: null, plannedStartOn: null, startDueAt: null };
  if (lastStep?.action === 'waitlist')
    return { ...owed, offeringId: null, waitlistedAt: null, expectedWaitWeeks: null };
  return owed;
};

/** By when whoever's turn it is must act: the end of the clock that runs for them. */
const dueAtOf = (referral: ReferralRecord, reportingDuty: string | undefined, now: Date): Date | null => {
  const clock = whoseTurn(referral.status, referral.closingReportAt !== null)?.clock;
  return clock ? endOf(clock, referral, reportingDuty, now) : null;
};

const reportsOnTheWay = ['attendance', 'monthly', 'full'];

const endOf = (
  clock: ClockName,
  referral: ReferralRecord,
  reportingDuty: string | undefined,
  now: Date,
): Date | null => {
  switch (clock) {
    case 'answer':
      return referral.answerDueAt;
    case 'start':
      return referral.startDueAt;
    case 'clarification':
      return clarificationDueAt(now);
    case 'relevance':
      return relevanceDueAt(referral.waitlistedAt ?? now);
    case 'progress':
      if (reportingDuty && reportsOnTheWay.includes(reportingDuty) && referral.startedOn)
        return progressDueAt(asLocalDate(referral.startedOn));
      return referral.plannedEndOn ? plannedEndDueAt(asLocalDate(referral.plannedEndOn)) : null;
    case 'closing':
      return closingDueAt(now);
    case 'approval':
      return approvalDueAt(now);
    case 'offer':
      return offerDueAt(now);
    case 'followUp':
      return null;
  }
};
