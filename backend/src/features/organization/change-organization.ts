import { Injectable } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { mayChangeOrganization } from '@rinnalla/shared/organization/organization-permissions';
import type { OrganizationView, organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { OrganizationQuery, type OrganizationRow } from './organization.query.js';
import { ReadOrganization } from './read-organization.js';

const updateOrganization = statement(
  'update-organization',
  `update organization set business_id = coalesce(business_id, $1), description = $2, languages = $3, email = $4, phone = $5, website = $6,
          updated_at = $7, updated_by = app.person(), version = version + 1
    where id = app.organization() and version = $8 returning id`,
);

/** A manager saves the organization's contact and description, from the version that was read. */
@Injectable()
export class ChangeOrganization {
  constructor(
    private readonly organizations: OrganizationQuery,
    private readonly reading: ReadOrganization,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(
    member: Member,
    given: ParsedOf<typeof organizationRoutes.change>['body'],
  ): Promise<OrganizationView> {
    if (!mayChangeOrganization(member.role)) throw new Problem('notAllowed', { reason: 'notAManager' });
    const before = await this.organizations.getOwn();
    if (before.version !== given.version) throw changedMeanwhile(before);
    if (given.businessId && before.business_id && given.businessId !== before.business_id) {
      throw new Problem('notAllowed', { reason: 'businessIdOnRecord' });
    }
    const saved = await this.database.row(updateOrganization, [
      given.businessId ?? null,
      given.description ?? {},
      given.languages,
      given.email ?? null,
      given.phone ?? null,
      given.website ?? null,
      this.clock.now(),
      given.version,
    ]);
    if (!saved) throw changedMeanwhile(await this.organizations.getOwn());
    this.database.log({
      action: 'changeOrganization',
      objectType: 'organization',
      objectId: before.id,
      details: { version: given.version + 1 },
    });
    return this.reading.execute(member);
  }
}

/** `details`: who was first, when, and the version that stands. */
const changedMeanwhile = (row: OrganizationRow): Problem =>
  new Problem('changedMeanwhile', {
    details: {
      actorName: row.updated_by_name,
      at: row.updated_at?.toISOString() ?? null,
      version: row.version,
    },
  });
