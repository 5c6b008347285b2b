import type { LocalDate } from '../kernel/local-date.js';
import { declineReasons } from './decline-reasons.js';
import { endingReasons } from './ending-reasons.js';
import { periodReasons } from './period-reasons.js';
import type { Reason, ReasonKind } from './reason.js';
import type { ReferralAction } from './referral-action.js';
import { sendingReasons } from './sending-reasons.js';
import { handlingReasons } from './handling-reasons.js';

/** Every reason that has ever been choosable. */
export const referralReasons: readonly Reason[] = [
  ...sendingReasons,
  ...declineReasons,
  ...endingReasons,
  ...periodReasons,
  ...handlingReasons,
];

const isValidOn = (reason: Reason, day: LocalDate): boolean =>
  reason.validFrom <= day && (reason.validTo === null || day <= reason.validTo);

/** The reasons that may be chosen on a day. */
export const reasonsOf = (kind: ReasonKind, day: LocalDate): Reason[] =>
  referralReasons.filter((reason) => reason.kind === kind && isValidOn(reason, day));

/** For showing an old step: validity is not asked. */
export const findReason = (kind: ReasonKind, code: string): Reason | undefined =>
  referralReasons.find((reason) => reason.kind === kind && reason.code === code);

/** For choosing: unknown when it is no longer, or not yet, valid. */
export const findReasonOn = (kind: ReasonKind, code: string, day: LocalDate): Reason | undefined =>
  reasonsOf(kind, day).find((reason) => reason.code === code);

/** The list from which an action's `reason` comes. `finish` has one only when it is early, `offer` when it skips. */
export const reasonKindOf: Partial<Record<ReferralAction, ReasonKind>> = {
  offer: 'skip_queue',
  refuse_offer: 'refuse_offer',
  decline: 'decline',
  withdraw: 'withdraw',
  not_started: 'withdraw',
  pause: 'pause',
  finish: 'end_early',
  mark_in_error: 'error',
  reassign: 'reassign',
};
