import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@rinnalla/shared/kernel/local-date';
import type { Role } from '@rinnalla/shared/organization/role';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

export interface StandInRow {
  membership_id: string;
  person_id: string;
  name: string;
  role: Role;
}

export interface SubstitutionRow {
  id: string;
  membership_id: string;
  substitute_membership_id: string;
  substitute_person_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface NewSubstitution {
  membershipId: string;
  substituteMembershipId: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
}

const memberOnDay = statement(
  'member-on-day',
  `select m.id as membership_id, m.person_id, p.given_name || ' ' || p.surname as name, m.role
     from membership m join person p on p.id = m.person_id
    where m.id = $1 and m.organization_id = app.organization() and m.valid_from <= $2::date and (m.valid_to is null or m.valid_to >= $2::date)`,
);
const overlapping = statement(
  'overlapping-substitution',
  `select id from substitution where membership_id = $1 and substitute_membership_id = $2
      and (valid_to is null or valid_to >= $3::date) and ($4::date is null or valid_from <= $4::date) limit 1`,
);
const insertSubstitution = statement(
  'insert-substitution',
  `insert into substitution (organization_id, membership_id, substitute_membership_id, valid_from, valid_to)
   values (app.organization(), $1, $2, $3, $4) returning id`,
);
const findSubstitution = statement(
  'substitution',
  `select s.id, s.membership_id, s.substitute_membership_id, m.person_id as substitute_person_id, s.valid_from::text, s.valid_to::text
     from substitution s join membership m on m.id = s.substitute_membership_id where s.id = $1`,
);
const endSubstitution = statement(
  'end-substitution',
  'update substitution set valid_to = $2::date where id = $1',
);
const removeSubstitution = statement('remove-substitution', 'delete from substitution where id = $1');

/** Substitutions of the organization one acts for, as row-level security shows them. */
@Injectable()
export class SubstitutionRepository {
  constructor(private readonly database: Database) {}

  findMember(membershipId: string, day: LocalDate): Promise<StandInRow | undefined> {
    return this.database.row<StandInRow>(memberOnDay, [membershipId, day]);
  }

  async isDouble(given: NewSubstitution): Promise<boolean> {
    return (await this.database.row(overlapping, valuesOf(given))) !== undefined;
  }

  async insert(given: NewSubstitution): Promise<string> {
    return (await this.database.row<{ id: string }>(insertSubstitution, valuesOf(given)))?.id ?? '';
  }

  find(substitutionId: string): Promise<SubstitutionRow | undefined> {
    return this.database.row<SubstitutionRow>(findSubstitution, [substitutionId]);
  }

  async end(substitutionId: string, lastDay: LocalDate): Promise<void> {
    await this.database.row(endSubstitution, [substitutionId, lastDay]);
  }

  async remove(substitutionId: string): Promise<void> {
    await this.database.row(removeSubstitution, [substitutionId]);
  }
}

const valuesOf = (given: NewSubstitution): unknown[] => [
  given.membershipId,
  given.substituteMembershipId,
  given.validFrom,
  given.validTo,
];
