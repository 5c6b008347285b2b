import type { ReferralAction } from './referral-action.js';
import type { ReferralStatus } from './referral-status.js';
import type { ClockName } from './referral-workflow-table.js';

/** Who owes the next act, what it is, and which clock tells by when. */
export interface Turn {
  party: 'sender' | 'provider';
  /** The act, most wanted first; any of them ends the turn. */
  actions: readonly ReferralAction[];
  clock: ClockName | undefined;
}

const answers: Turn = {
  party: 'provider',
  actions: ['accept', 'waitlist', 'decline', 'ask'],
  clock: 'answer',
};

const turnByStatus: Record<ReferralStatus, Turn | undefined> = {
  draft: { party: 'sender', actions: ['send'], clock: undefined },
  sent: answers,
  acknowledged: answers,
  clarification: { party: 'sender', actions: ['answer'], clock: 'clarification' },
  waitlisted: { party: 'provider', actions: ['offer', 'decline'], clock: 'relevance' },
  offered: { party: 'sender', actions: ['take_offer', 'refuse_offer'], clock: 'offer' },
  accepted: { party: 'provider', actions: ['start', 'not_started'], clock: 'start' },
  started: { party: 'provider', actions: ['finish', 'pause'], clock: 'progress' },
  paused: { party: 'provider', actions: ['resume', 'finish'], clock: 'progress' },
  closing: { party: 'provider', actions: ['report'], clock: 'closing' },
  completed: undefined,
  interrupted: undefined,
  declined: undefined,
  withdrawn: undefined,
  expired: undefined,
  entered_in_error: undefined,
};

const approval: Turn = { party: 'sender', actions: ['approve'], clock: 'approval' };

/** Undefined when the referral has ended: nobody owes anything. */
export const whoseTurn = (status: ReferralStatus, closingReportGiven = false): Turn | undefined =>
  status === 'closing' && closingReportGiven ? approval : turnByStatus[status];
