import type { Role } from '../organization/role.js';

/** The log of one's own organization: who watches over data protection there, and nobody who works on cases. */
export const mayReadLog = (role: Role): boolean => role === 'dataProtectionOfficer';
