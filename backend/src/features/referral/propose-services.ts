import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { referralRoutes } from '@rinnalla/shared/referral/referral-routes';
import { presentProposal } from './referral.presenter.js';
import { ReferralPages } from './referral-pages.js';

/** Services that could take the client instead: for the provider its own first. */
@Injectable()
export class ProposeServices {
  constructor(private readonly pages: ReferralPages) {}

  async execute(member: Member, referralId: string): Promise<ResponseOf<typeof referralRoutes.proposals>> {
    const opened = await this.pages.open(member, referralId);
    return { items: (await this.pages.propose(opened)).map(presentProposal) };
  }
}
