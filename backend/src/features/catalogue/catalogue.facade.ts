import { Injectable } from '@nestjs/common';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { Problem } from '@rinnalla/shared/kernel/problem';
import {
  type Fitting,
  type FittingService,
  type OfferingForReferral,
  type ServiceForReferral,
  ServiceForReferralQuery,
} from './service-for-referral.query.js';

export type { Fitting, FittingService };

/** By how many places a referral's step changes an offering's counters. */
export interface PlaceMove {
  reserved?: -1 | 0 | 1;
  inUse?: -1 | 0 | 1;
  waitlist?: -1 | 0 | 1;
}

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

  /** Locks an offering of the acting organization until the transaction ends. Refuses with `notFound`. */
  async lockOffering(offeringId: string): Promise<OfferingForReferral> {
    const offering = await this.query.lockOffering(offeringId);
    if (!offering) throw new Problem('notFound');
    return offering;
  }

  /**
   * Moves places with a referral's step. Refuses with `noFreePlace` when none is left (the offering's own constraint),
   * and with `notFound` when the referral is not the acting organization's or the offering not of its service.
   */
  async movePlaces(referralId: string, offeringId: string, move: PlaceMove): Promise<void> {
    const moved = await this.query.movePlaces(
      referralId,
      offeringId,
      move.reserved ?? 0,
      move.inUse ?? 0,
      move.waitlist ?? 0,
    );
    if (!moved) throw new Problem('notFound');
  }

  /** Up to three services like this one that work where the client is and have a free place. */
  listThreeThatFit(serviceId: string, fitting: Fitting): Promise<FittingService[]> {
    return this.query.listFitting(serviceId, fitting);
  }
}
