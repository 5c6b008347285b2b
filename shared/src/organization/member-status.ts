import type { LocalDate } from '../kernel/local-date.js';

/** What a membership is today, as the list of people says it. */
export const memberStatuses = ['invited', 'coming', 'active', 'ending', 'ended'] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** What the status is told from. Days are Finnish calendar days; `validTo` is the last one in force. */
export interface MembershipFacts {
  validFrom: LocalDate;
  validTo: LocalDate | null;
  isEnded: boolean;
  /** Was invited, and has no way to sign in yet. */
  isWaiting: boolean;
}

export const memberStatusOf = (membership: MembershipFacts, today: LocalDate): MemberStatus => {
  const { validFrom, validTo, isEnded, isWaiting } = membership;
  if (isEnded || (validTo !== null && validTo < today)) return 'ended';
  if (isWaiting) return 'invited';
  if (validFrom > today) return 'coming';
  return validTo === null ? 'active' : 'ending';
};
