import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import { mayChangeOrganization } from '@rinnalla/shared/organization/organization-permissions';
import type { OrganizationView, organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import type { OrganizationRow, OwnMembershipRow } from './organization.query.js';
import type { ColleagueRow } from './people.query.js';

/** Name every field of an organization and its people that leaves the server. */
export const presentOrganization = (row: OrganizationRow, role: Role): OrganizationView => ({
  id: row.id,
  version: row.version,
  kind: row.kind,
  businessId: row.business_id,
  name: row.name,
  description: row.description,
  homeMunicipality: row.home_municipality_code,
  languages: row.languages,
  email: row.email,
  phone: row.phone,
  website: row.website,
  mayChange: mayChangeOrganization(role),
});

export const presentColleague = (
  row: ColleagueRow,
): ResponseOf<typeof organizationRoutes.people>['items'][number] => ({
  membershipId: row.membership_id,
  personId: row.person_id,
  name: `${row.given_name} ${row.surname}`,
  role: row.role,
  title: row.title,
  officeHolder: row.office_holder,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  substitutes: row.substitutes,
});

export const presentMembership = (
  row: OwnMembershipRow,
): ResponseOf<typeof organizationRoutes.memberships>['items'][number] => ({
  id: row.id,
  role: row.role,
  organization: { id: row.organization_id, name: row.organization_name, kind: row.organization_kind },
  validFrom: row.valid_from,
  validTo: row.valid_to,
  inForce: row.in_force,
});
