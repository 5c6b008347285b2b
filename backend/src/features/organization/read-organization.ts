import { Injectable } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { membershipId } from '@rinnalla/shared/kernel/id';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { OrganizationView, organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { presentColleague, presentMembership, presentOrganization } from './organization.presenter.js';
import { OrganizationQuery } from './organization.query.js';
import { PeopleQuery } from './people.query.js';

/** The organization one acts for, its people, and one's own memberships. */
@Injectable()
export class ReadOrganization {
  constructor(
    private readonly organizations: OrganizationQuery,
    private readonly people: PeopleQuery,
  ) {}

  async execute(member: Member): Promise<OrganizationView> {
    return presentOrganization(await this.organizations.getOwn(), member.role);
  }

  async listPeople({
    after,
    limit,
  }: ParsedOf<typeof organizationRoutes.people>['query']): Promise<
    ResponseOf<typeof organizationRoutes.people>
  > {
    const cursor = after === undefined ? null : membershipId.safeParse(after).data;
    if (cursor === undefined)
      throw new Problem('invalidInput', { fields: [{ path: 'query.after', code: 'invalid' }] });
    const rows = await this.people.listPeople(cursor, limit + 1);
    const items = rows.slice(0, limit);
    return {
      items: items.map(presentColleague),
      next: rows.length > limit ? (items.at(-1)?.membership_id ?? null) : null,
    };
  }

  async listMemberships(): Promise<ResponseOf<typeof organizationRoutes.memberships>> {
    return { items: (await this.organizations.listOwnMemberships()).map(presentMembership) };
  }
}
