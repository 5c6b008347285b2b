import type { Role } from '../organization/role.js';

/**
 * The controller decides, and in a municipality's service that is who leads it. Not the data protection officer: they
 * would watch over a decision of their own (GDPR Art. 38(6)); and not the case worker alone, whose own work goes with it.
 */
export const mayDecideErasure = (role: Role): boolean => role === 'serviceManager';

/** Requests, previews, holds and runs of retention: by case numbers and counts, without a name or a word of a case. */
export const mayWatchKeeping = (role: Role): boolean =>
  role === 'serviceManager' || role === 'dataProtectionOfficer';

/** To hold is safe: both may, and both may end what has no ground any more. */
export const maySetHold = (role: Role): boolean => mayWatchKeeping(role);
