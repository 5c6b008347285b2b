import { Injectable } from '@nestjs/common';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { Problem } from '@rinnalla/shared/kernel/problem';
import {
  type Fitting,
  type FittingService,
  type ServiceForReferral,
  ServiceForReferralQuery,
} from './service-for-referral.query.js';

export type { Fitting, FittingService };

/** What other features may ask of the catalogue, in the current transaction and as the acting person. */
@Injectable()
export class CatalogueFacade {
  constructor(private readonly query: ServiceForReferralQuery) {}

  /** The service with its offerings and free places, also when it is no longer published. Refuses with `notFound`. */
  async getServiceForReferral(serviceId: string): Promise<ServiceForReferral> {
    const service = await this.query.find(serviceId);
    if (!service) throw new Problem('notFound');
    return service;
  }

  /** Titles of services that the reader may see, by id. */
  findTitles(serviceIds: readonly string[]): Promise<Map<string, Localized>> {
    return this.query.findTitles(serviceIds);
  }

  /** Up to three services like this one that work where the client is and have a free place. */
  listThreeThatFit(serviceId: string, fitting: Fitting): Promise<FittingService[]> {
    return this.query.listFitting(serviceId, fitting);
  }
}
