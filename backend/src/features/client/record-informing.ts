import { Injectable } from '@nestjs/common';
import { legalBasisOf } from '@rinnalla/shared/client/legal-basis';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ClientAccess } from './client-access.js';
import { DisclosureRecordRepository, type Told } from './disclosure-record.repository.js';
import { DisclosureQuery } from './disclosure.query.js';
import type { DisclosureView } from './disclosure.presenter.js';
import { ReadDisclosure } from './read-disclosure.js';

/** The client was told what goes where. Right for every regime, and never a consent. */
@Injectable()
export class RecordInforming {
  constructor(
    private readonly access: ClientAccess,
    private readonly disclosure: DisclosureQuery,
    private readonly records: DisclosureRecordRepository,
    private readonly reading: ReadDisclosure,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(member: Member, clientId: string, serviceId: string, told: Told): Promise<DisclosureView> {
    await this.access.getChangeable(member, clientId);
    const service = await this.disclosure.getService(serviceId);
    const now = this.clock.now();
    const today = helsinkiDateOf(now);
    if ((await this.disclosure.getText('informing', today)).id !== told.textId) throw notTheTextInForce();
    const basis = legalBasisOf(
      { dataRegime: service.data_regime, statutoryBases: service.statutory_bases },
      today,
    );
    await this.records.insertLegalBasis(member, clientId, serviceId, basis, now);
    await this.records.insertInforming(member, clientId, serviceId, told, now);
    this.database.log({
      action: 'recordInforming',
      objectType: 'service',
      objectId: serviceId,
      clientId,
      details: { basis },
    });
    return this.reading.view(member, clientId, serviceId);
  }
}

/** The words that the client heard are not those in force: a newer version came, or a text of the other kind was named. */
export const notTheTextInForce = (): Problem =>
  new Problem('invalidInput', { fields: [{ path: 'body.textId', code: 'notInList' }] });
