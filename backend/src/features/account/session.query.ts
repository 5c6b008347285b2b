import { Injectable } from '@nestjs/common';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { OrganizationKind, Role } from '@rinnalla/shared/organization/role';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

export interface MembershipRow {
  email: string;
  membership_id: string;
  role: Role;
  valid_to: string | null;
  organization_id: string;
  organization_name: Localized;
  organization_kind: OrganizationKind;
  municipality_code: string | null;
  office_holder: boolean;
}

const validMemberships = statement(
  'session-memberships',
  `select p.email, m.id as membership_id, m.role, m.valid_to::text, o.id as organization_id, o.name as organization_name,
          o.kind as organization_kind, o.home_municipality_code as municipality_code,
          exists (select from public_office f where f.membership_id = m.id and f.valid_from <= $1::date
                  and (f.valid_to is null or f.valid_to >= $1::date)) as office_holder
     from person p
     left join membership m on m.person_id = p.id and m.valid_from <= $1::date and (m.valid_to is null or m.valid_to >= $1::date)
     left join organization o on o.id = m.organization_id
    where p.id = app.person()
    order by o.name->>'fi', m.role`,
);

/** The signed-in person's memberships that are valid on the day. */
@Injectable()
export class SessionQuery {
  constructor(private readonly database: Database) {}

  listMemberships(day: string): Promise<MembershipRow[]> {
    return this.database.rows<MembershipRow>(validMemberships, [day]);
  }
}
