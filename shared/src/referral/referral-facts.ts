import type { UrgencyClass } from '../commissioning/urgency-class.js';
import type { LocalDate } from '../kernel/local-date.js';
import type { ReferralAction, ReferralParty } from './referral-action.js';
import type { ReferralStatus } from './referral-status.js';

/**
 * What a decision needs to know besides the referral's status, as plain values. A fact that is left out
 * counts as the answer that refuses: forgetting to look something up never lets an action through.
 */
export interface ReferralFacts {
  /** The instant of the action. */
  now: Date;
  /** For `send`: the draft and its service as they are now. */
  draft?: DraftFacts;
  /** For `send`, `accept`, `take_offer`: the agreement line, with room for what this referral would take. */
  agreement?: AgreementState;
  /** For `accept`, `offer`, `resume`: free places of the offering that is promised, this referral not counted. */
  freePlaces?: number;
  /** For `offer`: nobody more urgent or longer waiting stands before this referral. */
  isFirstInQueue?: boolean;
  /** For `refuse_offer` by the system: when the hold on the place ends. */
  offerHoldsUntil?: Date;
  /** For `ask`: the fields that have been asked about before. */
  askedFields?: readonly string[];
  /** For `withdraw` by the system: the client's consent has ended. */
  consentEnded?: boolean;
  /** For `expire`: when the referral was sent. */
  sentAt?: Date;
  /** For `finish`: the day the period started. */
  startedOn?: LocalDate;
  /** While paused: the place is still kept. */
  placeKept?: boolean;
  /** While closing: how the period ended, and whether the closing report is there. */
  closing?: ClosingFacts;
  /** For `undo`: the last step but for changes of hands, unless nothing has been done yet. */
  lastStep?: LastStepFacts;
}

export type AgreementState = 'notNeeded' | 'enough' | 'exhausted' | 'ended';

export interface DraftFacts {
  hasClient: boolean;
  hasGoal: boolean;
  urgency?: UrgencyClass | undefined;
  /** A code of the `urgency` reasons; K1 needs it. */
  urgencyReason?: string | undefined;
  servicePublished: boolean;
  serviceOpenForMunicipality: boolean;
  /** What the service's data regime asks for before anything is disclosed, and whether it is on record. */
  recordNeeded: 'consent' | 'informing';
  recordPresent: boolean;
  /** The result of the eligibility rules; an override needs a reason of `eligibility_override`. */
  eligible: boolean;
  eligibilityOverride?: string | undefined;
  /** An open referral of the same client to the same service; another one needs a reason of `duplicate_override`. */
  duplicateOpen: boolean;
  duplicateOverride?: string | undefined;
}

export interface ClosingFacts {
  reportGiven: boolean;
  endedEarly: boolean;
  attendance: 'noDuty' | 'open' | 'closed';
  /** When silence counts as approval. */
  approvalDueAt?: Date;
}

export interface LastStepFacts {
  action: ReferralAction;
  party: ReferralParty;
  /** The status before the step. */
  from: ReferralStatus;
  at: Date;
  /** A message, a new referral, a start: anything that was built upon the step. */
  followed: boolean;
}

/** What the person gives with an action. Texts arrive trimmed; empty counts as not given. */
export interface ActionInput {
  /** A code of the action's reasons (`reasonKindOf`). */
  reason?: string | undefined;
  note?: string | undefined;
  /** `ask`: the fields asked about. */
  questions?: readonly { field: string }[] | undefined;
  /** `answer`: how many of the questions are answered. */
  answers?: readonly { field: string }[] | undefined;
  /** `accept`, `offer`. */
  offeringId?: string | undefined;
  contactPersonId?: string | undefined;
  firstMeetingAt?: string | undefined;
  /** `accept`: the promised day; `start`: the actual one. */
  startDate?: LocalDate | undefined;
  /** `waitlist`: what the provider expects, in weeks. */
  expectedWaitWeeks?: number | undefined;
  /** `decline`: another service, or the wish to be called. */
  suggestedServiceId?: string | undefined;
  callRequested?: boolean | undefined;
  /** `pause`. */
  expectedReturn?: LocalDate | undefined;
  /** `finish`. */
  endDate?: LocalDate | undefined;
  early?: boolean | undefined;
  /** `report`: one of `goalOutcomes` and one of `exitCodes`. */
  outcome?: string | undefined;
  exitCode?: string | undefined;
  /** `reassign`. */
  assigneeId?: string | undefined;
}
