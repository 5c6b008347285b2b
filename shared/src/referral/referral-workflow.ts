import type { FieldProblem } from '../kernel/problem.js';
import { helsinkiDateOf } from '../kernel/helsinki-time.js';
import { type CapacityChange, capacityChange, placesTaken } from './capacity-change.js';
import {
  type PartyRole,
  type ReferralAction,
  type ReferralActor,
  partyRoles,
  referralActions,
} from './referral-action.js';
import type { ActionInput, ReferralFacts } from './referral-facts.js';
import { findReasonOn, reasonKindOf } from './referral-reasons.js';
import { type Refused, refuse } from './referral-refusal.js';
import { type ReferralStatus, isFinal } from './referral-status.js';
import { type Need, type Question, guards } from './referral-workflow-guards.js';
import {
  type AgreementEffect,
  type ClockInstruction,
  type ClockName,
  type TransitionRow,
  type Way,
  referralTransitions,
} from './referral-workflow-table.js';

/** An action that goes through, with everything that follows from it as data. */
export interface Allowed {
  allowed: true;
  to: ReferralStatus;
  capacity: CapacityChange;
  /** A place became free: offer it to the next in line, once. */
  freesPlace: boolean;
  agreement: AgreementEffect;
  clocks: Partial<Record<ClockName, ClockInstruction>>;
  /** The provider may read nothing more but its own decline record. */
  endsProviderAccess: boolean;
  /** The need stays unmet for want of supply, or of an answer. */
  unmetNeed: boolean;
}
export type Decision = Allowed | Refused;

export interface DecisionRequest {
  action: ReferralAction;
  status: ReferralStatus;
  actor: ReferralActor;
  facts: ReferralFacts;
  input?: ActionInput;
}

const rowOf = (action: ReferralAction): TransitionRow => referralTransitions[action];
const reaches = (role: PartyRole, needed: PartyRole): boolean =>
  partyRoles.indexOf(role) >= partyRoles.indexOf(needed);

/** The way of the table that this actor may go from this status. */
const wayFor = (
  action: ReferralAction,
  status: ReferralStatus,
  { party, role }: ReferralActor,
): Way | Refused => {
  const ofParty = rowOf(action).ways.filter((way) => way.by[party]);
  if (ofParty.length === 0) return refuse('notYourPart');
  const fromHere = rowOf(action).ways.filter((way) => way.from.includes(status));
  if (fromHere.length === 0) return refuse('wrongStatus');
  const mine = fromHere.find((way) => way.by[party]);
  const needed = mine?.by[party];
  if (!mine || !needed) return refuse('notYourPart');
  if (reaches(role, needed)) return mine;
  return refuse(needed === 'manager' ? 'managerOnly' : 'areaAdminOnly');
};

const targetOf = (way: Way, status: ReferralStatus, facts: ReferralFacts): ReferralStatus => {
  const [first, second] = way.to;
  if (first === 'same') return status;
  if (first === 'previous') return facts.lastStep?.from ?? status;
  // An early end is `interrupted` even for a good reason; the reason itself says that it is good.
  const target = second && facts.closing?.endedEarly ? second : first;
  return target === undefined || target === 'same' || target === 'previous' ? status : target;
};

const clocksOf = ({ action, facts, input }: Question): Allowed['clocks'] => {
  const { clocks } = rowOf(action);
  const asked = facts.askedFields ?? [];
  // Asking the same again does not stop the provider's own clock.
  if (action !== 'ask' || !input.questions?.every(({ field }) => asked.includes(field))) return clocks;
  const { answer: _runsOn, ...others } = clocks;
  return others;
};

const leavesNeedUnmet = ({ action, facts, input }: Question): boolean => {
  if (action === 'expire') return true;
  const kind = reasonKindOf[action];
  if (!kind || (action === 'finish' && !input.early)) return false;
  return findReasonOn(kind, input.reason ?? '', helsinkiDateOf(facts.now))?.unmetNeed ?? false;
};

const firstRefusal = (needs: readonly Need[], question: Question): Refused | undefined => {
  for (const need of needs) {
    const refusal = guards[need](question);
    if (refusal) return refusal;
  }
  return undefined;
};

/** The only judge of what may be done to a referral: server, buttons and tests ask it. */
export const decide = ({ action, status, actor, facts, input = {} }: DecisionRequest): Decision => {
  const way = wayFor(action, status, actor);
  if ('allowed' in way) return way;
  const question: Question = { action, actor, facts, input };
  const refusal = firstRefusal(rowOf(action).needs, question);
  if (refusal) return refusal;
  const to = targetOf(way, status, facts);
  const capacity = capacityChange(status, to, facts.placeKept ?? true);
  return {
    allowed: true,
    to,
    capacity,
    freesPlace: placesTaken(capacity) < 0,
    agreement: rowOf(action).agreement,
    clocks: clocksOf(question),
    endsProviderAccess:
      status !== 'draft' && status !== to && isFinal(to) && to !== 'completed' && to !== 'interrupted',
    unmetNeed: leavesNeedUnmet(question),
  };
};

/** The guards that no form can mend: an action that fails one is not offered at all. */
const standing: readonly Need[] = ['closingReport', 'attendanceClosed', 'undoable'];

/** What this actor may begin now. A form may still be asked for, and refused with a reason. */
export const availableActions = (
  status: ReferralStatus,
  actor: ReferralActor,
  facts: ReferralFacts,
): ReferralAction[] =>
  referralActions.filter((action) => {
    if ('allowed' in wayFor(action, status, actor)) return false;
    const needs = rowOf(action).needs.filter((need) => standing.includes(need));
    return !firstRefusal(needs, { action, actor, facts, input: {} });
  });

/** What a refusal says on the wire: `throw new Problem(refusal.code, problemOf(refusal))`. */
export const problemOf = ({ reason, fields }: Refused): { reason: string; fields?: FieldProblem[] } => ({
  reason,
  ...(fields ? { fields } : {}),
});
