import { Injectable } from '@nestjs/common';
import type { DataRegime } from '@rinnalla/shared/catalogue/funding';
import { recordNeededBy, isConsentInForce } from '@rinnalla/shared/client/data-regime';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { asLocalDate } from '@rinnalla/shared/kernel/local-date';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const newestInforming = statement(
  'newest-informing',
  `select recorded_at as at from informing_record where client_id = $1 and service_id = $2 order by recorded_at desc limit 1`,
);
// A consent names its recipient: one given to an organization that no longer runs the service does not count.
const newestConsent = statement(
  'newest-consent',
  `select c.id, c.recorded_at, c.valid_until::text, c.withdrawn_at
     from consent_record c join service s on s.id = c.service_id and s.organization_id = c.recipient_organization_id
    where c.client_id = $1 and c.service_id = $2
    order by c.recorded_at desc, c.withdrawn_at desc nulls first limit 1`,
);

export interface ConsentRow {
  id: string;
  recorded_at: Date;
  valid_until: string;
  withdrawn_at: Date | null;
}

/** What is on record of a client for a service. The newest record counts. */
@Injectable()
export class DisclosureRecordQuery {
  constructor(private readonly database: Database) {}

  async findInformedAt(clientId: string, serviceId: string): Promise<Date | undefined> {
    return (await this.database.row<{ at: Date }>(newestInforming, [clientId, serviceId]))?.at;
  }

  findConsent(clientId: string, serviceId: string): Promise<ConsentRow | undefined> {
    return this.database.row<ConsentRow>(newestConsent, [clientId, serviceId]);
  }

  async isPresent(clientId: string, serviceId: string, dataRegime: DataRegime, at: Date): Promise<boolean> {
    if (recordNeededBy[dataRegime] === 'informing')
      return (await this.findInformedAt(clientId, serviceId)) !== undefined;
    const consent = await this.findConsent(clientId, serviceId);
    return consent !== undefined && isInForce(consent, at);
  }
}

const isInForce = (consent: ConsentRow, at: Date): boolean =>
  isConsentInForce(
    { validUntil: asLocalDate(consent.valid_until), withdrawnAt: consent.withdrawn_at },
    helsinkiDateOf(at),
  );
