import { Injectable } from '@nestjs/common';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { ReferralView, Side } from '@rinnalla/shared/referral/referral';
import { sideOf, sideOfRole } from '@rinnalla/shared/referral/referral-permissions';
import { Clock } from '../../platform/clock/clock.js';
import { CatalogueFacade, type FittingService } from '../catalogue/catalogue.facade.js';
import { type ReferralPageRecord, ReferralPageQuery } from './referral-page.query.js';
import { presentReferral } from './referral.presenter.js';

export interface OpenPage {
  page: ReferralPageRecord;
  side: Side;
}

/** The page of a referral for the one who reads it: the code's wall before the database's own. */
@Injectable()
export class ReferralPages {
  constructor(
    private readonly pages: ReferralPageQuery,
    private readonly catalogue: CatalogueFacade,
    private readonly clock: Clock,
  ) {}

  /** An outsider is told that there is no such referral. */
  async open(member: Member, referralId: string): Promise<OpenPage> {
    const roleSide = sideOfRole(member.role);
    const page = roleSide && (await this.pages.find(referralId, roleSide, helsinkiDateOf(this.clock.now())));
    if (!page) throw new Problem('notFound');
    const reader = { organizationId: member.organization.id, role: member.role, people: page.people };
    const side = sideOf(reader, { ...page, wasSent: page.sentAt !== null });
    if (!side) throw new Problem('notFound');
    return { page, side };
  }

  async view(member: Member, referralId: string): Promise<ReferralView> {
    return this.present(member, await this.open(member, referralId));
  }

  async present(member: Member, { page, side }: OpenPage): Promise<ReferralView> {
    const proposals =
      side === 'sender' && page.status === 'declined' ? await this.propose({ page, side }) : [];
    return presentReferral(page, { side, role: member.role, now: this.clock.now() }, proposals);
  }

  /** Three services with room where the client is; of a non-disclosure client no place is known, so the service's own area counts. */
  propose({ page, side }: OpenPage): Promise<FittingService[]> {
    return this.catalogue.listThreeThatFit(page.serviceId, {
      municipalities: page.municipality ? [page.municipality] : (page.service?.municipalities ?? []),
      today: helsinkiDateOf(this.clock.now()),
      except: page.suggestedService ? [page.suggestedService.id] : [],
      ownFirst: side === 'provider' ? page.providerOrganizationId : undefined,
    });
  }
}
