import { type OrganizationKind, type Role, isCaseWorker, isProviderRole } from './role.js';

/** Who administers: a member in one role of one organization. */
export interface Administrator {
  personId: string;
  role: Role;
  organizationKind: OrganizationKind;
}

/** Whose membership is looked at. */
export interface AdministeredMember {
  personId: string;
  role: Role;
}

const authorityKinds: readonly OrganizationKind[] = ['municipality', 'county', 'state'];

/** An authority refers; every other kind of organization receives. */
export const isAuthority = (kind: OrganizationKind): boolean => authorityKinds.includes(kind);

const authorityRoles: readonly Role[] = [
  'coach',
  'coordinator',
  'serviceManager',
  'dataProtectionOfficer',
  'evaluator',
];
const providerRoles: readonly Role[] = ['providerWorker', 'providerManager'];

/** Those who lead keep the list of people of their own organization: nobody else reads addresses or invites. */
export const mayAdministerPeople = (role: Role): boolean =>
  role === 'providerManager' || role === 'serviceManager' || role === 'administrator';

/** An organization always keeps one who leads, without an end. */
export const isManaging = (role: Role): boolean => role === 'providerManager' || role === 'serviceManager';

/** The roles that someone may give: of their own side, and never above their own. The database says the same: `app.grantable_roles`. */
export const grantableRoles = ({
  role,
  organizationKind,
}: Pick<Administrator, 'role' | 'organizationKind'>): readonly Role[] => {
  switch (role) {
    case 'providerManager':
      return providerRoles;
    case 'serviceManager':
      return authorityRoles;
    case 'administrator':
      return [...(isAuthority(organizationKind) ? authorityRoles : providerRoles), 'administrator'];
    default:
      return [];
  }
};

export const mayGiveRole = (by: Administrator, role: Role): boolean => grantableRoles(by).includes(role);

/** Nobody changes or ends what they themselves may do here; and nobody touches a role that they could not give. */
export const mayChangeMembership = (by: Administrator, member: AdministeredMember): boolean =>
  by.personId !== member.personId && mayGiveRole(by, member.role);

/** Virkasuhde is given in a municipality alone, by those who lead it, to others than themselves. An association can never hold one. */
export const mayGrantOffice = (by: Administrator, member: AdministeredMember): boolean =>
  by.organizationKind === 'municipality' &&
  (by.role === 'serviceManager' || by.role === 'administrator') &&
  mayChangeMembership(by, member);

/** Whoever stops meeting clients leaves what they answer for. */
export const leavesCaseWork = (from: Role, to: Role): boolean =>
  isCaseWorker(from) && (!isCaseWorker(to) || isProviderRole(from) !== isProviderRole(to));
