import type { LogAction } from '@rinnalla/shared/log/log-action';
import { Injectable } from '@nestjs/common';
import type { OfferingContent, OwnOfferingView } from '@rinnalla/shared/catalogue/offering';
import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import { mayKeepPlaces } from '@rinnalla/shared/catalogue/service-permissions';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { presentOwnOffering } from './offering.presenter.js';
import type { OfferingRow } from './offering-row.js';
import { checkOf } from './own-service.presenter.js';
import { type OwnServiceRow, OwnServiceQuery } from './own-service.query.js';
import { OwnServices, publishRefusal } from './own-services.js';
import { OwnOfferingQuery } from './own-offering.query.js';
import { contentOfRow } from './service-columns.js';
import { ServiceRepository } from './service.repository.js';

/** Adds and saves offerings, and sets their free places. */
@Injectable()
export class WriteOffering {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly services: ServiceRepository,
    private readonly query: OwnServiceQuery,
    private readonly offerings: OwnOfferingQuery,
    private readonly own: OwnServices,
  ) {}

  async add(serviceId: string, offering: OfferingContent): Promise<OwnServiceView> {
    const service = await this.query.get(serviceId);
    const id = await this.services.addOffering(
      serviceId,
      codeFor(offering, service.offerings),
      offering,
      this.clock.now(),
    );
    return this.written(serviceId, service, 'addOffering', id);
  }

  async save(offeringId: string, version: number, offering: OfferingContent): Promise<OwnServiceView> {
    const serviceId = await this.query.getServiceOfOffering(offeringId);
    const service = await this.query.get(serviceId);
    const before = service.offerings.find(({ id }) => id === offeringId);
    if (before?.version !== version) throw new Problem('changedMeanwhile');
    const taken = before.reserved + before.inUse;
    if (offering.capacityMax < taken) {
      throw new Problem('unprocessable', {
        fields: [{ path: 'body.offering.capacityMax', code: 'tooSmall', limit: taken }],
      });
    }
    const others = service.offerings.filter(({ id }) => id !== offeringId);
    await this.services.saveOffering(
      offeringId,
      version,
      codeFor(offering, others),
      offering,
      this.clock.now(),
    );
    return this.written(serviceId, service, 'saveOffering', offeringId);
  }

  async setFreePlaces(
    member: Member,
    offeringId: string,
    version: number,
    freePlaces: number,
  ): Promise<OwnOfferingView> {
    if (!mayKeepPlaces(member, member.organization.id)) throw new Problem('notFound');
    await this.offerings.get(offeringId);
    await this.services.setFreePlaces(offeringId, version, freePlaces, this.clock.now());
    this.database.log({
      action: 'setFreePlaces',
      objectType: 'offering',
      objectId: offeringId,
      details: { freePlaces },
    });
    return presentOwnOffering(await this.offerings.get(offeringId));
  }

  /** A published service must pass the check with the offering as it is now; else nothing is saved. */
  private async written(
    serviceId: string,
    before: OwnServiceRow,
    action: LogAction,
    offeringId: string,
  ): Promise<OwnServiceView> {
    if (before.status === 'published') {
      const now = await this.query.get(serviceId);
      const { errors } = checkOf(contentOfRow(now), now.offerings, this.own.circumstances);
      if (errors.length > 0) throw publishRefusal(errors);
    }
    this.database.log({ action, objectType: 'offering', objectId: offeringId });
    return this.own.view(serviceId);
  }
}

/** The given code, or one from its month; numbered when the service has it already. */
const codeFor = (offering: OfferingContent, others: readonly OfferingRow[]): string => {
  const wished = offering.code || offering.startsOn?.slice(0, 7) || 'jatkuva';
  const taken = new Set(others.map(({ code }) => code));
  let code = wished;
  for (let number = 2; taken.has(code); number++) code = `${wished}-${number}`;
  return code;
};
