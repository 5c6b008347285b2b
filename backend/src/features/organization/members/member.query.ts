import { Injectable } from '@nestjs/common';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { OfficeView } from '@rinnalla/shared/organization/member-routes';
import type { SubstitutionView } from '@rinnalla/shared/organization/organization-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import { substitutesOf } from '../people.query.js';

export interface MemberRow {
  membership_id: string;
  person_id: string;
  version: number;
  given_name: string;
  surname: string;
  email: string;
  role: Role;
  title: Localized;
  valid_from: string;
  valid_to: string | null;
  invited_at: Date | null;
  ended_at: Date | null;
  ended_by_name: string | null;
  updated_at: Date | null;
  updated_by_name: string | null;
  has_way_in: boolean;
  invitation_sent_at: Date | null;
  invitation_expires_at: Date | null;
  substitutes: SubstitutionView[];
  offices: OfficeView[];
}

const offices = `coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'version', f.version, 'authority', f.authority, 'task', f.task,
            'validFrom', f.valid_from, 'validTo', f.valid_to, 'grantedByName', g.given_name || ' ' || g.surname) order by f.valid_from, f.id)
            from public_office f left join person g on g.id = f.granted_by
           where f.membership_id = m.id and f.ended_at is null and (f.valid_to is null or f.valid_to >= app.today())), '[]')`;
const isOver = '(m.ended_at is not null or m.valid_to < app.today())';
const columns = `m.id as membership_id, m.person_id, m.version, p.given_name, p.surname, p.email, m.role, m.title, m.valid_from::text, m.valid_to::text,
          m.invited_at, m.ended_at, e.given_name || ' ' || e.surname as ended_by_name, m.updated_at, u.given_name || ' ' || u.surname as updated_by_name,
          coalesce(i.has_way_in, true) as has_way_in, i.sent_at as invitation_sent_at, i.expires_at as invitation_expires_at,
          ${substitutesOf('m')} as substitutes, ${offices} as offices`;
const members = (at: string): string => `membership m join person p on p.id = m.person_id
     left join person e on e.id = m.ended_by left join person u on u.id = m.updated_by
     left join app.led_invitations(${at}) i on i.person_id = m.person_id
    where m.organization_id = (select app.led_organization())`;

const findMembers = statement(
  'find-members',
  `select ${columns} from ${members('$1')}
      and coalesce(${isOver}, false) = $2
      and ($3 = '' or starts_with(lower(p.surname || ' ' || p.given_name), lower($3)) or starts_with(lower(p.given_name || ' ' || p.surname), lower($3))
           or starts_with(lower(p.email), lower($3)))
      and ($4::uuid is null or (p.surname, p.given_name, m.id) >
           (select lp.surname, lp.given_name, l.id from membership l join person lp on lp.id = l.person_id where l.id = $4))
    order by p.surname, p.given_name, m.id limit $5`,
);
const findMember = statement('find-member', `select ${columns} from ${members('$1')} and m.id = $2`);

/** Memberships of the organization that the reader leads; row-level security shows no other's. */
@Injectable()
export class MemberQuery {
  constructor(private readonly database: Database) {}

  list({
    name,
    ended,
    after,
    limit,
  }: {
    name: string;
    ended: boolean;
    after: string | undefined;
    limit: number;
  }): Promise<MemberRow[]> {
    const { at } = this.database.transaction;
    return this.database.rows<MemberRow>(findMembers, [at, ended, name, after ?? null, limit]);
  }

  async get(membershipId: string): Promise<MemberRow> {
    const row = await this.database.row<MemberRow>(findMember, [this.database.transaction.at, membershipId]);
    if (!row) throw new Problem('notFound');
    return row;
  }
}
