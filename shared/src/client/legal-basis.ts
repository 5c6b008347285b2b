import type { DataRegime } from '../catalogue/funding.js';
import { findBasisInForce } from '../catalogue/statutory-bases.js';
import type { LocalDate } from '../kernel/local-date.js';
import { recordNeededBy } from './data-regime.js';

/**
 * Why the sender may disclose: the service's statutory basis in force on the day; without one, the authority's own
 * task where the regime is an assignment (GDPR Art. 6(1)(e)), otherwise the client's consent. A third record beside
 * informing and consent, and never replaced by them.
 */
export const legalBasisOf = (
  service: { dataRegime: DataRegime; statutoryBases: readonly string[] },
  day: LocalDate,
): string => {
  const statutory = service.statutoryBases.find((code) => code !== 'none' && findBasisInForce(code, day));
  if (statutory) return statutory;
  return recordNeededBy[service.dataRegime] === 'consent' ? 'consent' : 'public_task';
};
