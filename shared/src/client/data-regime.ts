import type { DataRegime } from '../catalogue/funding.js';
import { type LocalDate, addMonths } from '../kernel/local-date.js';

export const disclosureRecords = ['informing', 'consent'] as const;
export type DisclosureRecord = (typeof disclosureRecords)[number];

/**
 * What the sender must have on record before anything of a client is disclosed to a service. An assignment
 * stays within the authority's own task: the client is told. Where the association keeps a register of its own,
 * wholly or in part, the client permits it. (Acts 621/1999, 906/2019, 1050/2018; to be confirmed by a lawyer of
 * the first customer.) Blocking on consent where none is needed is as wrong as skipping it where it is.
 */
export const recordNeededBy: Record<DataRegime, DisclosureRecord> = {
  assignment: 'informing',
  joint: 'consent',
  own: 'consent',
};

const longestConsentMonths = 12;

/** The last day for which a consent may be given on a day. */
export const lastDayOfConsent = (today: LocalDate): LocalDate => addMonths(today, longestConsentMonths);

/** Whether a consent may run to this day: today at the earliest, twelve months at the most. */
export const checkConsentEnd = (
  validUntil: LocalDate,
  today: LocalDate,
): 'inThePast' | 'tooLarge' | undefined => {
  if (validUntil < today) return 'inThePast';
  return validUntil > lastDayOfConsent(today) ? 'tooLarge' : undefined;
};

/** A consent counts to the end of its last day in Finland, and never after its withdrawal. */
export const isConsentInForce = (
  consent: { validUntil: LocalDate; withdrawnAt: Date | null },
  today: LocalDate,
): boolean => consent.withdrawnAt === null && consent.validUntil >= today;
