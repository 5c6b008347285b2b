import { Injectable } from '@nestjs/common';
import { lastDayOfConsent, recordNeededBy } from '@rinnalla/shared/client/data-regime';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ClientAccess } from './client-access.js';
import { DisclosureRecordQuery } from './disclosure-record.query.js';
import { type DisclosureView, presentDisclosure } from './disclosure.presenter.js';
import { DisclosureQuery } from './disclosure.query.js';

/** What a service asks for before anything of a client is disclosed to it, in which words, and what is on record. */
@Injectable()
export class ReadDisclosure {
  constructor(
    private readonly access: ClientAccess,
    private readonly disclosure: DisclosureQuery,
    private readonly records: DisclosureRecordQuery,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(member: Member, clientId: string, serviceId: string): Promise<DisclosureView> {
    const view = await this.view(member, clientId, serviceId);
    this.database.log({ action: 'readDisclosure', objectType: 'client', objectId: clientId, clientId });
    return view;
  }

  /** What stands after a record of one's own, which is logged as what it was. */
  async view(member: Member, clientId: string, serviceId: string): Promise<DisclosureView> {
    await this.access.getReadable(member, clientId);
    const service = await this.disclosure.getService(serviceId);
    const now = this.clock.now();
    const today = helsinkiDateOf(now);
    return presentDisclosure({
      service,
      recordPresent: await this.records.isPresent(clientId, serviceId, service.data_regime, now),
      text: await this.disclosure.getText(recordNeededBy[service.data_regime], today),
      legalBasis: await this.disclosure.findLegalBasis(clientId, serviceId),
      informedAt: await this.records.findInformedAt(clientId, serviceId),
      consent: await this.records.findConsent(clientId, serviceId),
      consentUntilAtMost: lastDayOfConsent(today),
    });
  }
}
