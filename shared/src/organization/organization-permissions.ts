import { isCaseWorker, type Role } from './role.js';

/** Who appoints: a member in one role. */
export interface Appointer {
  membershipId: string;
  role: Role;
}

/** Who is away and who stands in, by their memberships of one organization. */
export interface StandIn {
  membershipId: string;
  substituteMembershipId: string;
}

const appointsOthers = (role: Role): boolean =>
  role === 'coordinator' || role === 'serviceManager' || role === 'providerManager';

/**
 * A case worker for themselves; who leads, for others. On the sender's side nobody makes themselves another's
 * substitute: it would open that colleague's non-disclosure clients to them without anyone else knowing.
 */
export const mayAppointSubstitute = (appointer: Appointer, standIn: StandIn): boolean => {
  if (appointer.membershipId === standIn.membershipId) return isCaseWorker(appointer.role);
  if (!appointsOthers(appointer.role)) return false;
  return appointer.role === 'providerManager' || appointer.membershipId !== standIn.substituteMembershipId;
};

/** The person who was away, and who leads. */
export const mayEndSubstitution = (ender: Appointer, standIn: Pick<StandIn, 'membershipId'>): boolean =>
  ender.membershipId === standIn.membershipId || appointsOthers(ender.role);

/** Contact and description of one's own organization. */
export const mayChangeOrganization = (role: Role): boolean =>
  role === 'providerManager' || role === 'serviceManager';

/** Standing in means doing the same work: only those who meet clients, on the same side by being of one organization. */
export const mayStandIn = (role: Role): boolean => isCaseWorker(role);
