/** The states of a referral in the order a referral usually meets them. */
export const referralStatuses = [
  'draft',
  'sent',
  'acknowledged',
  'clarification',
  'waitlisted',
  'offered',
  'accepted',
  'started',
  'paused',
  'closing',
  'completed',
  'interrupted',
  'declined',
  'withdrawn',
  'expired',
  'entered_in_error',
] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

/** How lists are cut. Every state but a draft, which only its writer sees, is in exactly one group. */
export const statusGroups = ['waiting_provider', 'waiting_sender', 'running', 'paused', 'ended'] as const;
export type StatusGroup = (typeof statusGroups)[number];

const groupByStatus = {
  draft: undefined,
  sent: 'waiting_provider',
  acknowledged: 'waiting_provider',
  clarification: 'waiting_sender',
  waitlisted: 'paused',
  offered: 'waiting_sender',
  accepted: 'running',
  started: 'running',
  paused: 'paused',
  closing: 'waiting_provider',
  completed: 'ended',
  interrupted: 'ended',
  declined: 'ended',
  withdrawn: 'ended',
  expired: 'ended',
  entered_in_error: 'ended',
} as const satisfies Record<ReferralStatus, StatusGroup | undefined>;

/** A closing referral waits for the provider until its closing report is there, then for the sender. */
export const groupOf = (status: ReferralStatus, closingReportGiven = false): StatusGroup | undefined =>
  status === 'closing' && closingReportGiven ? 'waiting_sender' : groupByStatus[status];

/** The states that may stand in a group; `closing` stands in two, told apart by its report. */
export const statusesOf = (group: StatusGroup): ReferralStatus[] =>
  referralStatuses.filter((status) => groupOf(status) === group || groupOf(status, true) === group);

/** A final state never moves again, but for `undo` of a decline while nothing has followed. */
export const isFinal = (status: ReferralStatus): boolean => groupByStatus[status] === 'ended';

/** Still on its way: neither a draft nor ended. An open referral to the same service is a duplicate. */
export const isOpen = (status: ReferralStatus): boolean => status !== 'draft' && !isFinal(status);
