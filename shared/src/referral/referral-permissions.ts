import { type Role, isProviderRole, isSenderRole } from '../organization/role.js';
import type { ReferralActor } from './referral-action.js';
import type { Side } from './referral.js';

/** Who reads: the organization acted for, the role in it, and the people one answers for (oneself, those one substitutes). */
export interface ReferralReader {
  organizationId: string;
  role: Role;
  people: readonly string[];
}

export interface ReferralParties {
  senderOrganizationId: string;
  providerOrganizationId: string;
  handlerId: string;
  nonDisclosure: boolean;
  /** It has left the sender's hands once. */
  wasSent: boolean;
}

/** A municipality's case worker may begin a referral; whether for this client, the client's own policy tells. */
export const mayBegin = (role: Role | undefined): boolean => isSenderRole(role);

/** The side from which someone with this role looks at referrals; undefined: from none. */
export const sideOfRole = (role: Role | undefined): Side | undefined =>
  isSenderRole(role) ? 'sender' : isProviderRole(role) ? 'provider' : undefined;

/**
 * The side on which a reader stands, undefined for an outsider. A client with a non-disclosure order is known on
 * the sender's side to the handler and the handler's substitutes only; a draft is known to nobody else.
 */
export const sideOf = (reader: ReferralReader, referral: ReferralParties): Side | undefined => {
  const side = sideOfRole(reader.role);
  if (side === 'sender' && referral.senderOrganizationId === reader.organizationId)
    return !referral.nonDisclosure || reader.people.includes(referral.handlerId) ? side : undefined;
  if (side === 'provider' && referral.providerOrganizationId === reader.organizationId)
    return referral.wasSent ? side : undefined;
  return undefined;
};

export const mayRead = (reader: ReferralReader, referral: ReferralParties): boolean =>
  sideOf(reader, referral) !== undefined;

/** As what someone acts in the workflow's table. */
export const referralActorOf = (side: Side, role: Role): ReferralActor => ({
  party: side,
  role: role === 'coordinator' || role === 'providerManager' ? 'manager' : 'worker',
});
