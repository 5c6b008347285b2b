import type { Language } from '../kernel/localized.js';
import { type LocalDate, asLocalDate } from '../kernel/local-date.js';

/** The closed lists from which a reason is chosen. */
export const reasonKinds = [
  'decline',
  'withdraw',
  'pause',
  'end_early',
  'urgency',
  'eligibility_override',
  'duplicate_override',
  'refuse_offer',
  'skip_queue',
  'error',
  'reassign',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** The first of the two levels: what the choice of a code begins with. */
export const reasonGroups = [
  'capacity',
  'eligibility',
  'need',
  'practical',
  'safety',
  'administrative',
  'client',
  'provider',
  'municipality',
  'other',
] as const;
export type ReasonGroup = (typeof reasonGroups)[number];

/** Whose circumstances the reason tells of: statistics blame nobody for another's. */
export type ReasonParty = 'client' | 'provider' | 'municipality' | 'system';

/** What the one who reads the reason is offered to do next. */
export const nextActions = [
  'choose_other',
  'wait_for_place',
  'get_decision',
  'assess_need',
  'call_provider',
  'renew_agreement',
  'open_existing',
  'correct_and_resend',
  'talk_with_client',
  'reach_client',
  'plan_next',
  'set_return',
  'none',
] as const;
export type NextAction = (typeof nextActions)[number];

export interface Reason {
  kind: ReasonKind;
  group: ReasonGroup;
  /** Unique in its kind. */
  code: string;
  party: ReasonParty;
  noteRequired: boolean;
  nextAction: NextAction;
  /** First and last day on which it may be chosen; old rows keep their label for ever. */
  validFrom: LocalDate;
  validTo: LocalDate | null;
  label: Record<Language, string>;
  /** The decliner names another service or asks to be called. */
  asksSuggestion: boolean;
  /** The need stays unmet for want of supply: counted where supply is planned. */
  unmetNeed: boolean;
  /** A good end: never counted as dropping out. */
  positive: boolean;
  /** The client is told the group's plain words only. */
  maskedToClient: boolean;
}

/** Labels in the order fi, sv, en. */
export type Label = readonly [fi: string, sv: string, en: string];

type Marks = Partial<
  Pick<Reason, 'noteRequired' | 'validTo' | 'asksSuggestion' | 'unmetNeed' | 'positive' | 'maskedToClient'>
>;

/** One row of a list: kind and group first, then what is special about this code. */
export const reasonOf =
  (kind: ReasonKind, group: ReasonGroup, party: ReasonParty) =>
  (code: string, [fi, sv, en]: Label, nextAction: NextAction, marks: Marks = {}): Reason => ({
    kind,
    group,
    code,
    party,
    noteRequired: false,
    nextAction,
    validFrom: asLocalDate('2026-01-01'),
    validTo: null,
    label: { fi, sv, en },
    asksSuggestion: false,
    unmetNeed: false,
    positive: false,
    maskedToClient: false,
    ...marks,
  });
