import { Injectable } from '@nestjs/common';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { SubstitutionView } from '@rinnalla/shared/organization/organization-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

export interface ColleagueRow {
  membership_id: string;
  person_id: string;
  given_name: string;
  surname: string;
  role: Role;
  title: Localized;
  office_holder: boolean;
  valid_from: string;
  valid_to: string | null;
  substitutes: SubstitutionView[];
}

const substitution = `jsonb_build_object('id', s.id, 'membershipId', s.membership_id, 'substituteMembershipId', s.substitute_membership_id,
  'substituteName', p.given_name || ' ' || p.surname, 'validFrom', s.valid_from, 'validTo', s.valid_to)`;
const withSubstitute = `substitution s join membership sm on sm.id = s.substitute_membership_id join person p on p.id = sm.person_id`;

/** SQL: today's substitutes and coming ones of the membership `m`, as `SubstitutionView`s. */
export const substitutesOf = (
  m: string,
): string => `coalesce((select jsonb_agg(${substitution} order by s.valid_from, s.id) from ${withSubstitute}
                     where s.membership_id = ${m}.id and (s.valid_to is null or s.valid_to >= app.today())), '[]')`;

const people = statement(
  'organization-people',
  `select m.id as membership_id, m.person_id, p.given_name, p.surname, m.role, m.title, m.valid_from::text, m.valid_to::text,
          exists (select from public_office f where f.membership_id = m.id and f.valid_from <= app.today()
                  and (f.valid_to is null or f.valid_to >= app.today())) as office_holder,
          ${substitutesOf('m')} as substitutes
     from membership m join person p on p.id = m.person_id
    where m.organization_id = app.organization() and m.ended_at is null and (m.valid_to is null or m.valid_to >= app.today())
      and ($1::uuid is null or (p.surname, p.given_name, m.id) >
           (select lp.surname, lp.given_name, l.id from membership l join person lp on lp.id = l.person_id where l.id = $1))
    order by p.surname, p.given_name, m.id limit $2`,
);

/** Members of the organization one acts for, by name; those who have left are not listed. */
@Injectable()
export class PeopleQuery {
  constructor(private readonly database: Database) {}

  listPeople(after: string | null, limit: number): Promise<ColleagueRow[]> {
    return this.database.rows<ColleagueRow>(people, [after, limit]);
  }
}
