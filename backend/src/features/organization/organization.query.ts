import { Injectable } from '@nestjs/common';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { OrganizationKind, Role } from '@rinnalla/shared/organization/role';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

export interface OrganizationRow {
  id: string;
  version: number;
  kind: OrganizationKind;
  business_id: string | null;
  name: Localized;
  description: Localized;
  home_municipality_code: string | null;
  languages: string[];
  email: string | null;
  phone: string | null;
  website: string | null;
  updated_at: Date | null;
  updated_by_name: string | null;
}

export interface OwnMembershipRow {
  id: string;
  role: Role;
  organization_id: string;
  organization_name: Localized;
  organization_kind: OrganizationKind;
  valid_from: string;
  valid_to: string | null;
  in_force: boolean;
}

const organization = statement(
  'own-organization',
  `select o.id, o.version, o.kind, o.business_id, o.name, o.description, o.home_municipality_code, o.languages, o.email, o.phone, o.website,
          o.updated_at, u.given_name || ' ' || u.surname as updated_by_name
     from organization o left join person u on u.id = o.updated_by
    where o.id = app.organization()`,
);
const memberships = statement(
  'own-memberships',
  `select m.id, m.role, m.organization_id, o.name as organization_name, o.kind as organization_kind,
          m.valid_from::text, m.valid_to::text,
          m.valid_from <= app.today() and (m.valid_to is null or m.valid_to >= app.today()) as in_force
     from membership m join organization o on o.id = m.organization_id
    where m.person_id = app.person()
    order by m.valid_from desc, m.id`,
);

/** The organization one acts for, and the organizations one belongs to. */
@Injectable()
export class OrganizationQuery {
  constructor(private readonly database: Database) {}

  async getOwn(): Promise<OrganizationRow> {
    const row = await this.database.row<OrganizationRow>(organization);
    if (!row) throw new Problem('notFound');
    return row;
  }

  listOwnMemberships(): Promise<OwnMembershipRow[]> {
    return this.database.rows<OwnMembershipRow>(memberships);
  }
}
