import { Injectable } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { grantableRoles, mayAdministerPeople } from '@rinnalla/shared/organization/member-permissions';
import type { memberRoutes, MemberView } from '@rinnalla/shared/organization/member-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { administratorOf, presentMember } from './member.presenter.js';
import { MemberQuery, type MemberRow } from './member.query.js';

type Routes = typeof memberRoutes;

/** The list of people for those who lead; everybody else is refused before the database shows nothing. */
@Injectable()
export class ReadMembers {
  constructor(
    private readonly members: MemberQuery,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async search(
    reader: Member,
    { name, ended, after, limit }: ParsedOf<Routes['search']>['body'],
  ): Promise<ResponseOf<Routes['search']>> {
    assertAdministers(reader);
    const rows = await this.members.list({ name, ended, after, limit: limit + 1 });
    const items = rows.slice(0, limit);
    this.database.log({
      action: 'listMembers',
      objectType: 'organization',
      objectId: reader.organization.id,
    });
    return {
      items: items.map((row) => this.present(row, reader)),
      next: rows.length > limit ? (items.at(-1)?.membership_id ?? null) : null,
      grantableRoles: rolesFor(reader),
    };
  }

  async read(reader: Member, membershipId: string): Promise<ResponseOf<Routes['read']>> {
    assertAdministers(reader);
    return { member: await this.view(reader, membershipId), grantableRoles: rolesFor(reader) };
  }

  async view(reader: Member, membershipId: string): Promise<MemberView> {
    return this.present(await this.members.get(membershipId), reader);
  }

  private present(row: MemberRow, reader: Member): MemberView {
    return presentMember(row, reader, helsinkiDateOf(this.clock.now()));
  }
}

export const assertAdministers = ({ role }: Member): void => {
  if (!mayAdministerPeople(role)) throw new Problem('notAllowed', { reason: 'notAManager' });
};

const rolesFor = (reader: Member): Role[] => [...grantableRoles(administratorOf(reader))];
