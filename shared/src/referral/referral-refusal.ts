import type { FieldProblem, ProblemCode } from '../kernel/problem.js';

/**
 * Why an action on a referral was refused: the closed `reason` of a problem answer, with its code.
 * The browser has one sentence for each.
 */
export const referralRefusals = {
  wrongStatus: 'wrongStatus',
  notYourPart: 'notAllowed',
  managerOnly: 'notAllowed',
  areaAdminOnly: 'notAllowed',

  clientMissing: 'unprocessable',
  goalMissing: 'unprocessable',
  urgencyMissing: 'unprocessable',
  urgencyReasonMissing: 'unprocessable',
  informingMissing: 'unprocessable',
  consentMissing: 'unprocessable',
  serviceNotPublished: 'unprocessable',
  serviceNotOpenForMunicipality: 'unprocessable',
  notEligible: 'unprocessable',
  duplicateOpen: 'alreadyExists',
  agreementEnded: 'unprocessable',
  agreementExhausted: 'unprocessable',

  questionMissing: 'unprocessable',
  answerMissing: 'unprocessable',
  offeringMissing: 'unprocessable',
  contactPersonMissing: 'unprocessable',
  firstMeetingOrStartMissing: 'unprocessable',
  expectedWaitMissing: 'unprocessable',
  noFreePlace: 'noFreePlace',
  othersAreFirst: 'unprocessable',
  offerNotLapsed: 'unprocessable',

  reasonMissing: 'unprocessable',
  reasonUnknown: 'unprocessable',
  noteMissing: 'unprocessable',
  suggestionMissing: 'unprocessable',

  answerStillInTime: 'unprocessable',
  consentStillHolds: 'unprocessable',
  startDateMissing: 'unprocessable',
  startInFuture: 'unprocessable',
  returnDateMissing: 'unprocessable',
  endDateMissing: 'unprocessable',
  endBeforeStart: 'unprocessable',
  senderEndsEarlyOnly: 'unprocessable',

  outcomeMissing: 'unprocessable',
  exitCodeMissing: 'unprocessable',
  closingReportMissing: 'unprocessable',
  attendanceOpen: 'unprocessable',
  approvalStillInTime: 'unprocessable',

  nothingToUndo: 'wrongStatus',
  undoTooLate: 'unprocessable',
  somethingFollowed: 'wrongStatus',

  assigneeMissing: 'unprocessable',
} as const satisfies Record<string, ProblemCode>;

export type ReferralRefusal = keyof typeof referralRefusals;

/** What a guard answers: why not, and which fields of the request would mend it. */
export interface Refused {
  allowed: false;
  code: ProblemCode;
  reason: ReferralRefusal;
  fields?: FieldProblem[];
}

/** Refuses; `path` names the field of the transition's body that would mend it. */
export const refuse = (
  reason: ReferralRefusal,
  path?: string,
  code: FieldProblem['code'] = 'required',
): Refused => ({
  allowed: false,
  code: referralRefusals[reason],
  reason,
  ...(path === undefined ? {} : { fields: [{ path, code }] }),
});
