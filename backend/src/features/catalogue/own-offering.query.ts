import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { type OfferingRow, offeringsOf } from './offering-row.js';

const own = statement(
  'own-offering',
  `select ${offeringsOf('chosen.service_id')} as offerings
     from offering chosen where chosen.id = $1 and chosen.organization_id = (select app.case_organization())`,
);

@Injectable()
export class OwnOfferingQuery {
  constructor(private readonly database: Database) {}

  /** Another organization's offering is not found. */
  async get(offeringId: string): Promise<OfferingRow> {
    const row = await this.database.row<{ offerings: OfferingRow[] }>(own, [offeringId]);
    const found = row?.offerings.find(({ id }) => id === offeringId);
    if (!found) throw new Problem('notFound');
    return found;
  }
}
