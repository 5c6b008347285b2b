import { Injectable } from '@nestjs/common';
import type { OwnServiceView } from '@rinnalla/shared/catalogue/service';
import { type ServiceAction, statusAfter } from '@rinnalla/shared/catalogue/service-lifecycle';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { checkOf } from './own-service.presenter.js';
import { OwnServiceQuery } from './own-service.query.js';
import { OwnServices, publishRefusal } from './own-services.js';
import { contentOfRow } from './service-columns.js';
import { ServiceRepository } from './service.repository.js';

/** Publishes, pauses, archives or confirms a service, as the table of its life says. */
@Injectable()
export class ChangeServiceStatus {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly services: ServiceRepository,
    private readonly query: OwnServiceQuery,
    private readonly own: OwnServices,
  ) {}

  async execute(serviceId: string, action: ServiceAction, version: number): Promise<OwnServiceView> {
    const service = await this.query.get(serviceId);
    if (service.version !== version) throw new Problem('changedMeanwhile');
    const status = statusAfter(service.status, action);
    if (!status) throw new Problem('wrongStatus');
    if (action === 'publish') {
      const { errors } = checkOf(contentOfRow(service), service.offerings, this.own.circumstances);
      if (errors.length > 0) throw publishRefusal(errors);
    }
    if (action === 'confirm') await this.services.confirm(serviceId, version, this.clock.now());
    else await this.services.saveStatus(serviceId, version, status, this.clock.now());
    this.database.log({ action: `${action}Service`, objectType: 'service', objectId: serviceId });
    return this.own.view(serviceId);
  }
}
