import { Injectable } from '@nestjs/common';
import type { DisclosureLanguage } from '@rinnalla/shared/client/disclosure-text';
import type { RecordWay } from '@rinnalla/shared/client/needs';
import type { LocalDate } from '@rinnalla/shared/kernel/local-date';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

/** In which words and how the client was told or asked. */
export interface Told {
  textId: string;
  language: DisclosureLanguage;
  way: RecordWay;
}

/** What a consent covers, group by group: the card and goal, contact, and the plan's extract. */
const consentFieldGroups = ['need', 'contact', 'plan'];

const insertLegalBasis = statement(
  'insert-legal-basis',
  `insert into legal_basis_record (organization_id, client_id, service_id, basis, recorded_by, recorded_at)
   values ($1, $2, $3, $4, $5, $6)`,
);
const insertInforming = statement(
  'insert-informing',
  `insert into informing_record (organization_id, client_id, service_id, text_id, language, way, recorded_by, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const insertConsent = statement(
  'insert-consent',
  `insert into consent_record (organization_id, client_id, service_id, text_id, language, way, recorded_by, recorded_at,
                               recipient_organization_id, valid_until, field_groups)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
);
const withdrawConsents = statement(
  'withdraw-consents',
  `update consent_record set withdrawn_at = $3, withdrawn_by = app.person()
    where client_id = $1 and service_id = $2 and withdrawn_at is null and valid_until >= $4::date returning id`,
);

/** Adds records; none is ever changed but by the consent's withdrawal. */
@Injectable()
export class DisclosureRecordRepository {
  constructor(private readonly database: Database) {}

  async insertLegalBasis(
    member: Member,
    clientId: string,
    serviceId: string,
    basis: string,
    at: Date,
  ): Promise<void> {
    await this.database.row(insertLegalBasis, [
      member.organization.id,
      clientId,
      serviceId,
      basis,
      member.personId,
      at,
    ]);
  }

  async insertInforming(
    member: Member,
    clientId: string,
    serviceId: string,
    told: Told,
    at: Date,
  ): Promise<void> {
    await this.database.row(insertInforming, values(member, clientId, serviceId, told, at));
  }

  async insertConsent(
    member: Member,
    clientId: string,
    serviceId: string,
    told: Told & { recipientId: string; validUntil: LocalDate },
    at: Date,
  ): Promise<string | undefined> {
    const row = await this.database.row<{ id: string }>(insertConsent, [
      ...values(member, clientId, serviceId, told, at),
      told.recipientId,
      told.validUntil,
      consentFieldGroups,
    ]);
    return row?.id;
  }

  /** Ids of the consents that ended; none when none was in force. */
  async withdraw(clientId: string, serviceId: string, at: Date, today: LocalDate): Promise<string[]> {
    return (await this.database.rows<{ id: string }>(withdrawConsents, [clientId, serviceId, at, today])).map(
      (row) => row.id,
    );
  }
}

const values = (member: Member, clientId: string, serviceId: string, told: Told, at: Date): unknown[] => [
  member.organization.id,
  clientId,
  serviceId,
  told.textId,
  told.language,
  told.way,
  member.personId,
  at,
];
