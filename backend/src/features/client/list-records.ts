import { Injectable } from '@nestjs/common';
import type { ClientRecordView } from '@rinnalla/shared/client/client-routes';
import { isConsentInForce } from '@rinnalla/shared/client/data-regime';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { asLocalDate } from '@rinnalla/shared/kernel/local-date';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ClientAccess } from './client-access.js';

const clientRecords = statement(
  'client-records',
  `select r.kind, r.id, r.service_id, s.title as service_title, o.name as recipient, r.recorded_at, r.basis, t.version as text_version,
          r.language, r.way, r.valid_until::text, r.withdrawn_at
     from (select 'legalBasis' as kind, id, service_id, null::uuid as recipient_id, recorded_at, basis, null::uuid as text_id, null as language, null as way,
                  null::date as valid_until, null::timestamptz as withdrawn_at from legal_basis_record where client_id = $1
           union all
           select 'informing', id, service_id, null, recorded_at, null, text_id, language, way, null, null from informing_record where client_id = $1
           union all
           select 'consent', id, service_id, recipient_organization_id, recorded_at, null, text_id, language, way, valid_until, withdrawn_at from consent_record where client_id = $1) r
     left join disclosure_text t on t.id = r.text_id
     left join service s on s.id = r.service_id
     left join organization o on o.id = coalesce(r.recipient_id, s.organization_id)
    order by r.recorded_at desc, r.kind`,
);

interface RecordRow {
  kind: ClientRecordView['kind'];
  id: string;
  service_id: string | null;
  service_title: Localized | null;
  recipient: Localized | null;
  recorded_at: Date;
  basis: string | null;
  text_version: number | null;
  language: ClientRecordView['language'];
  way: ClientRecordView['way'];
  valid_until: string | null;
  withdrawn_at: Date | null;
}

/** The three records of a client, side by side and never as one. */
@Injectable()
export class ListRecords {
  constructor(
    private readonly access: ClientAccess,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(member: Member, clientId: string): Promise<{ items: ClientRecordView[] }> {
    await this.access.getReadable(member, clientId);
    const items = await this.list(clientId);
    this.database.log({ action: 'readRecords', objectType: 'client', objectId: clientId, clientId });
    return { items };
  }

  async list(clientId: string): Promise<ClientRecordView[]> {
    const now = this.clock.now();
    const rows = await this.database.rows<RecordRow>(clientRecords, [clientId]);
    return rows.map((row) => presentRecord(row, now));
  }
}

/** Names every field that leaves the server. */
const presentRecord = (row: RecordRow, now: Date): ClientRecordView => ({
  kind: row.kind,
  id: row.id,
  serviceId: row.service_id,
  serviceTitle: row.service_title ?? {},
  recipient: row.recipient ?? {},
  recordedAt: row.recorded_at.toISOString(),
  basis: row.basis,
  textVersion: row.text_version,
  language: row.language,
  way: row.way,
  validUntil: row.valid_until,
  withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  inForce:
    row.valid_until !== null &&
    isConsentInForce(
      { validUntil: asLocalDate(row.valid_until), withdrawnAt: row.withdrawn_at },
      helsinkiDateOf(now),
    ),
});
