import { Controller } from '@nestjs/common';
import { clientRoutes } from '@rinnalla/shared/client/client-routes';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { ListRecords } from './list-records.js';
import { ReadDisclosure } from './read-disclosure.js';
import { RecordConsent } from './record-consent.js';
import { RecordInforming } from './record-informing.js';
import { WithdrawConsent } from './withdraw-consent.js';

@Controller()
export class DisclosureController {
  constructor(
    private readonly listing: ListRecords,
    private readonly reading: ReadDisclosure,
    private readonly informing: RecordInforming,
    private readonly consenting: RecordConsent,
    private readonly withdrawing: WithdrawConsent,
  ) {}

  @Handles(clientRoutes.records)
  records(@CurrentMember() member: Member, @Input() { params }: ParsedOf<typeof clientRoutes.records>) {
    return this.listing.execute(member, params.clientId);
  }

  @Handles(clientRoutes.disclosureRecords)
  read(
    @CurrentMember() member: Member,
    @Input() { params }: ParsedOf<typeof clientRoutes.disclosureRecords>,
  ) {
    return this.reading.execute(member, params.clientId, params.serviceId);
  }

  @Handles(clientRoutes.recordInforming)
  inform(
    @CurrentMember() member: Member,
    @Input() { params, body }: ParsedOf<typeof clientRoutes.recordInforming>,
  ) {
    return this.informing.execute(member, params.clientId, params.serviceId, body);
  }

  @Handles(clientRoutes.recordConsent)
  consent(
    @CurrentMember() member: Member,
    @Input() { params, body }: ParsedOf<typeof clientRoutes.recordConsent>,
  ) {
    return this.consenting.execute(member, params.clientId, params.serviceId, body);
  }

  @Handles(clientRoutes.withdrawConsent)
  withdraw(
    @CurrentMember() member: Member,
    @Input() { params }: ParsedOf<typeof clientRoutes.withdrawConsent>,
  ) {
    return this.withdrawing.execute(member, params.clientId, params.serviceId);
  }
}
