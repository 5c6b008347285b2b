import { Injectable } from '@nestjs/common';
import type { DataRegime } from '@rinnalla/shared/catalogue/funding';
import type { DisclosureRecord } from '@rinnalla/shared/client/data-regime';
import type { DisclosureTextBody } from '@rinnalla/shared/client/disclosure-text';
import type { LocalDate } from '@rinnalla/shared/kernel/local-date';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

export interface ReceivingServiceRow {
  id: string;
  title: Localized;
  data_regime: DataRegime;
  statutory_bases: string[];
  organization_id: string;
  organization_name: Localized;
}

export interface DisclosureTextRow {
  id: string;
  kind: DisclosureRecord;
  version: number;
  body: DisclosureTextBody;
}

const receivingService = statement(
  'receiving-service',
  `select s.id, s.title, s.data_regime, s.statutory_bases, o.id as organization_id, o.name as organization_name
     from service s join organization o on o.id = s.organization_id
    where s.id = $1`,
);
const textInForce = statement(
  'disclosure-text-in-force',
  `select id, kind, version, body from disclosure_text
    where kind = $1 and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date)
    order by version desc limit 1`,
);
const newestLegalBasis = statement(
  'newest-legal-basis',
  'select basis from legal_basis_record where client_id = $1 and service_id = $2 order by recorded_at desc limit 1',
);

/** The service that would receive, the words in force, and the legal basis on record. */
@Injectable()
export class DisclosureQuery {
  constructor(private readonly database: Database) {}

  async getService(serviceId: string): Promise<ReceivingServiceRow> {
    const row = await this.database.row<
      Omit<ReceivingServiceRow, 'data_regime'> & { data_regime: DataRegime | null }
    >(receivingService, [serviceId]);
    if (!row) throw new Problem('notFound');
    // Services carried in from PTV have told no regime: nobody can be referred to them here.
    if (row.data_regime === null) throw new Problem('unprocessable', { reason: 'dataRegimeMissing' });
    return { ...row, data_regime: row.data_regime };
  }

  async getText(kind: DisclosureRecord, day: LocalDate): Promise<DisclosureTextRow> {
    const row = await this.database.row<DisclosureTextRow>(textInForce, [kind, day]);
    if (!row) throw new Problem('unprocessable', { reason: 'disclosureTextMissing' });
    return row;
  }

  async findLegalBasis(clientId: string, serviceId: string): Promise<string | undefined> {
    return (await this.database.row<{ basis: string }>(newestLegalBasis, [clientId, serviceId]))?.basis;
  }
}
