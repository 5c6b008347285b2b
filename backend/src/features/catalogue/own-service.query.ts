import { Injectable } from '@nestjs/common';
import type { ServiceStatus } from '@rinnalla/shared/catalogue/service-lifecycle';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { type OfferingRow, offeringsOf } from './offering-row.js';
import type { ServiceContentRow } from './service-columns.js';
import { contentSelected } from './service-page.query.js';

export interface OwnServiceRow extends ServiceContentRow {
  id: string;
  organization_id: string;
  organization_name: Localized;
  version: number;
  status: ServiceStatus;
  origin: 'local' | 'ptv' | 'demonstration';
  assured_at: Date | null;
  published_at: Date | null;
  updated_at: Date;
  offerings: OfferingRow[];
}

export interface OwnServiceCardRow {
  id: string;
  version: number;
  status: ServiceStatus;
  origin: 'local' | 'ptv' | 'demonstration';
  title: Localized;
  category: string | null;
  assured_at: Date | null;
  updated_at: Date;
  /** Where the next page begins: title as it is sorted, and id. */
  sort_title: string;
  offerings: OfferingRow[];
}

const own = statement(
  'own-service',
  `select s.id, s.organization_id, g.name as organization_name, s.version, s.status, s.origin, s.assured_at, s.published_at, s.updated_at,
          ${contentSelected}, ${offeringsOf('s.id')} as offerings
     from service s join organization g on g.id = s.organization_id
    where s.id = $1 and s.organization_id = (select app.managed_organization())`,
);

const list = statement(
  'own-services',
  `select s.id, s.version, s.status, s.origin, s.title, s.category, s.assured_at, s.updated_at,
          coalesce(s.title ->> 'fi', s.title ->> 'sv', '') as sort_title, ${offeringsOf('s.id')} as offerings
     from service s
    where s.organization_id = (select app.case_organization()) and ($1::text is null or s.status = $1)
      and (coalesce(s.title ->> 'fi', s.title ->> 'sv', ''), s.id) > ($2::text, $3::uuid)
    order by coalesce(s.title ->> 'fi', s.title ->> 'sv', ''), s.id
    limit $4`,
);

const offeringOwner = statement(
  'offering-service',
  `select service_id as "serviceId" from offering where id = $1 and organization_id = (select app.case_organization())`,
);

/** A service in its own organization's hands; anybody else's is not found. */
@Injectable()
export class OwnServiceQuery {
  constructor(private readonly database: Database) {}

  async get(serviceId: string): Promise<OwnServiceRow> {
    const row = await this.database.row<OwnServiceRow>(own, [serviceId]);
    if (!row) throw new Problem('notFound');
    return row;
  }

  /** One row more than asked tells that there is a next page. */
  list(
    status: ServiceStatus | undefined,
    after: { title: string; id: string },
    limit: number,
  ): Promise<OwnServiceCardRow[]> {
    return this.database.rows<OwnServiceCardRow>(list, [status ?? null, after.title, after.id, limit + 1]);
  }

  async getServiceOfOffering(offeringId: string): Promise<string> {
    const row = await this.database.row<{ serviceId: string }>(offeringOwner, [offeringId]);
    if (!row) throw new Problem('notFound');
    return row.serviceId;
  }
}
