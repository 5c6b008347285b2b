import type { PartyRole, ReferralAction, ReferralParty } from './referral-action.js';
import { type ReferralStatus, referralStatuses } from './referral-status.js';
import type { Need } from './referral-workflow-guards.js';

/** `previous`: the status before the step that is undone. `same`: only who answers for it changes. */
export type Target = ReferralStatus | 'previous' | 'same';

/** One way of doing an action: who, as at least what, from where, to where. */
export interface Way {
  from: readonly ReferralStatus[];
  /** More than one: the facts tell which, in `decide`. */
  to: readonly Target[];
  by: Partial<Record<ReferralParty, PartyRole>>;
}

/** What happens to the agreement line; a grant-funded service consumes nothing. */
export type AgreementEffect = 'none' | 'commit' | 'release' | 'settle' | 'reverse';

/** The clocks of a referral. The first two are measured, the rest remind. */
export const clockNames = [
  'answer',
  'start',
  'clarification',
  'offer',
  'relevance',
  'progress',
  'closing',
  'approval',
  'followUp',
] as const;
export type ClockName = (typeof clockNames)[number];
/** `met` and `stop` end a clock, `met` as kept or late; `restore` brings back what an undone step ended. */
export type ClockInstruction = 'begin' | 'pause' | 'resume' | 'met' | 'stop' | 'restore';

export interface TransitionRow {
  ways: readonly Way[];
  /** In the order in which they are checked: the first that fails is told. */
  needs: readonly Need[];
  clocks: Partial<Record<ClockName, ClockInstruction>>;
  agreement: AgreementEffect;
}

const sender = { sender: 'worker' } as const;
const provider = { provider: 'worker' } as const;
const system = { system: 'worker' } as const;

const beforeAcceptance = ['draft', 'sent', 'acknowledged', 'clarification', 'waitlisted', 'offered'] as const;
const afterAcceptance = ['accepted', 'started', 'paused', 'closing'] as const;
const seenByProvider = [
  'sent',
  'acknowledged',
  'clarification',
  'waitlisted',
  'offered',
  ...afterAcceptance,
  'completed',
  'interrupted',
] as const;
const stopAll = {
  answer: 'stop',
  start: 'stop',
  clarification: 'stop',
  offer: 'stop',
  relevance: 'stop',
  progress: 'stop',
  closing: 'stop',
  approval: 'stop',
} as const;

/**
 * The life of a referral. What may happen stands here and nowhere else: the server, the buttons and
 * the diagram in docs/referral-states.md read this table through `decide`.
 */
export const referralTransitions = {
  send: {
    ways: [{ from: ['draft'], to: ['sent'], by: sender }],
    needs: [
      'client',
      'goal',
      'urgency',
      'serviceOpen',
      'dataRegimeRecord',
      'eligibility',
      'noDuplicate',
      'agreement',
    ],
    clocks: { answer: 'begin' },
    agreement: 'none',
  },
  acknowledge: {
    ways: [{ from: ['sent'], to: ['acknowledged'], by: provider }],
    needs: [],
    clocks: {},
    agreement: 'none',
  },
  ask: {
    ways: [{ from: ['sent', 'acknowledged'], to: ['clarification'], by: provider }],
    needs: ['questions'],
    clocks: { answer: 'pause', clarification: 'begin' },
    agreement: 'none',
  },
  answer: {
    ways: [{ from: ['clarification'], to: ['acknowledged'], by: sender }],
    needs: ['answers'],
    clocks: { answer: 'resume', clarification: 'met' },
    agreement: 'none',
  },
  accept: {
    ways: [{ from: ['sent', 'acknowledged'], to: ['accepted'], by: provider }],
    needs: ['promise', 'agreement', 'freePlace'],
    clocks: { answer: 'met', start: 'begin' },
    agreement: 'commit',
  },
  waitlist: {
    ways: [{ from: ['sent', 'acknowledged'], to: ['waitlisted'], by: { ...provider, ...system } }],
    needs: ['expectedWait'],
    clocks: { answer: 'met', relevance: 'begin' },
    agreement: 'none',
  },
  offer: {
    ways: [{ from: ['waitlisted'], to: ['offered'], by: { ...provider, ...system } }],
    needs: ['offering', 'turnInQueue', 'freePlace'],
    clocks: { relevance: 'pause', offer: 'begin' },
    agreement: 'none',
  },
  take_offer: {
    ways: [{ from: ['offered'], to: ['accepted'], by: sender }],
    needs: ['agreement'],
    clocks: { offer: 'met', relevance: 'stop', start: 'begin' },
    agreement: 'commit',
  },
  refuse_offer: {
    ways: [{ from: ['offered'], to: ['waitlisted'], by: { ...sender, ...system } }],
    needs: ['refusalReason', 'offerLapsed'],
    clocks: { offer: 'stop', relevance: 'resume' },
    agreement: 'none',
  },
  decline: {
    ways: [{ from: ['sent', 'acknowledged', 'waitlisted'], to: ['declined'], by: provider }],
    needs: ['reason', 'suggestion'],
    clocks: { answer: 'met', relevance: 'stop' },
    agreement: 'none',
  },
  withdraw: {
    ways: [{ from: beforeAcceptance, to: ['withdrawn'], by: { ...sender, ...system } }],
    needs: ['reason', 'consentEnded'],
    clocks: stopAll,
    agreement: 'none',
  },
  expire: {
    ways: [{ from: ['sent', 'acknowledged'], to: ['expired'], by: system }],
    needs: ['silence'],
    clocks: { answer: 'stop' },
    agreement: 'none',
  },
  start: {
    ways: [{ from: ['accepted'], to: ['started'], by: provider }],
    needs: ['startDate'],
    clocks: { start: 'met', progress: 'begin' },
    agreement: 'none',
  },
  not_started: {
    ways: [{ from: ['accepted'], to: ['withdrawn'], by: { ...sender, ...provider } }],
    needs: ['reason'],
    clocks: { start: 'stop' },
    agreement: 'release',
  },
  pause: {
    ways: [{ from: ['started'], to: ['paused'], by: provider }],
    needs: ['reason', 'expectedReturn'],
    clocks: { progress: 'pause' },
    agreement: 'none',
  },
  resume: {
    ways: [{ from: ['paused'], to: ['started'], by: provider }],
    needs: ['keptOrFreePlace'],
    clocks: { progress: 'resume' },
    agreement: 'none',
  },
  finish: {
    ways: [{ from: ['started', 'paused'], to: ['closing'], by: { ...provider, ...sender } }],
    needs: ['endDate', 'earlyEnd'],
    clocks: { progress: 'stop', closing: 'begin' },
    agreement: 'none',
  },
  // The act that moves a closing referral from the provider's turn to the sender's.
  report: {
    ways: [{ from: ['closing'], to: ['closing'], by: provider }],
    needs: ['outcome'],
    clocks: { closing: 'met', approval: 'begin' },
    agreement: 'none',
  },
  approve: {
    ways: [{ from: ['closing'], to: ['completed', 'interrupted'], by: { ...sender, ...system } }],
    needs: ['closingReport', 'attendanceClosed', 'approvalDue'],
    clocks: { closing: 'stop', approval: 'met', followUp: 'begin' },
    agreement: 'settle',
  },
  undo: {
    ways: [{ from: ['accepted', 'waitlisted', 'declined'], to: ['previous'], by: provider }],
    needs: ['undoable', 'undoNote'],
    clocks: { answer: 'restore', start: 'stop', relevance: 'restore' },
    agreement: 'reverse',
  },
  mark_in_error: {
    ways: [
      { from: beforeAcceptance, to: ['entered_in_error'], by: sender },
      { from: afterAcceptance, to: ['entered_in_error'], by: { sender: 'areaAdmin' } },
    ],
    needs: ['reason'],
    clocks: stopAll,
    agreement: 'reverse',
  },
  reassign: {
    // The follow-ups of an ended period need an owner too.
    ways: [
      { from: referralStatuses, to: ['same'], by: { sender: 'manager' } },
      { from: seenByProvider, to: ['same'], by: { provider: 'manager' } },
    ],
    needs: ['assignee'],
    clocks: {},
    agreement: 'none',
  },
} as const satisfies Record<ReferralAction, TransitionRow>;
