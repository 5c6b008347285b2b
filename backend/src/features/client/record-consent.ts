import { Injectable } from '@nestjs/common';
import { checkConsentEnd, recordNeededBy } from '@rinnalla/shared/client/data-regime';
import { legalBasisOf } from '@rinnalla/shared/client/legal-basis';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import type { LocalDate } from '@rinnalla/shared/kernel/local-date';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ClientAccess } from './client-access.js';
import { DisclosureRecordRepository, type Told } from './disclosure-record.repository.js';
import { DisclosureQuery } from './disclosure.query.js';
import type { DisclosureView } from './disclosure.presenter.js';
import { ReadDisclosure } from './read-disclosure.js';
import { notTheTextInForce } from './record-informing.js';

/** The client's permission for one service and its organization, for at most twelve months. */
@Injectable()
export class RecordConsent {
  constructor(
    private readonly access: ClientAccess,
    private readonly disclosure: DisclosureQuery,
    private readonly records: DisclosureRecordRepository,
    private readonly reading: ReadDisclosure,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(
    member: Member,
    clientId: string,
    serviceId: string,
    told: Told & { validUntil: LocalDate },
  ): Promise<DisclosureView> {
    await this.access.getChangeable(member, clientId);
    const service = await this.disclosure.getService(serviceId);
    // Asking for a permission that the law does not need would let the client believe that no stops it.
    if (recordNeededBy[service.data_regime] !== 'consent')
      throw new Problem('unprocessable', { reason: 'consentNotNeeded' });
    const now = this.clock.now();
    const today = helsinkiDateOf(now);
    const wrongEnd = checkConsentEnd(told.validUntil, today);
    if (wrongEnd)
      throw new Problem('invalidInput', { fields: [{ path: 'body.validUntil', code: wrongEnd }] });
    if ((await this.disclosure.getText('consent', today)).id !== told.textId) throw notTheTextInForce();
    const basis = legalBasisOf(
      { dataRegime: service.data_regime, statutoryBases: service.statutory_bases },
      today,
    );
    await this.records.insertLegalBasis(member, clientId, serviceId, basis, now);
    const consentId = await this.records.insertConsent(
      member,
      clientId,
      serviceId,
      { ...told, recipientId: service.organization_id },
      now,
    );
    this.database.log({
      action: 'recordConsent',
      objectType: 'service',
      objectId: serviceId,
      clientId,
      details: { basis, consentId },
    });
    return this.reading.view(member, clientId, serviceId);
  }
}
