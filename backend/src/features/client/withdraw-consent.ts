import { Injectable } from '@nestjs/common';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ClientAccess } from './client-access.js';
import { ConsentWithdrawals } from './consent-withdrawals.facade.js';
import { DisclosureRecordRepository } from './disclosure-record.repository.js';
import { DisclosureQuery } from './disclosure.query.js';
import type { DisclosureView } from './disclosure.presenter.js';
import { ReadDisclosure } from './read-disclosure.js';

/** The client takes the permission back. Disclosures end with it in this very transaction. */
@Injectable()
export class WithdrawConsent {
  constructor(
    private readonly access: ClientAccess,
    private readonly disclosure: DisclosureQuery,
    private readonly records: DisclosureRecordRepository,
    private readonly withdrawals: ConsentWithdrawals,
    private readonly reading: ReadDisclosure,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(member: Member, clientId: string, serviceId: string): Promise<DisclosureView> {
    await this.access.getChangeable(member, clientId);
    await this.disclosure.getService(serviceId);
    const now = this.clock.now();
    const today = helsinkiDateOf(now);
    const withdrawn = await this.records.withdraw(clientId, serviceId, now, today);
    if (withdrawn.length === 0) throw new Problem('wrongStatus', { reason: 'noConsentInForce' });
    for (const consentId of withdrawn)
      this.database.happened({ name: 'consentWithdrawn', payload: { consentId, clientId, serviceId } });
    await this.withdrawals.happen({ member, clientId, serviceId, at: now, today });
    this.database.log({ action: 'withdrawConsent', objectType: 'service', objectId: serviceId, clientId });
    return this.reading.view(member, clientId, serviceId);
  }
}
