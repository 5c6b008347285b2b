import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { AccountFacade } from '../../account/account.facade.js';
import { AdministeredMember } from './administered-member.js';
import { ReadMembers } from './read-members.js';

/** Somebody has lost their phone and their recovery codes: who leads takes the lost factors away. */
@Injectable()
export class ResetMemberFactors {
  constructor(
    private readonly accounts: AccountFacade,
    private readonly administered: AdministeredMember,
    private readonly reading: ReadMembers,
  ) {}

  async execute(by: Member, membershipId: string): Promise<ResponseOf<typeof memberRoutes.resetFactors>> {
    const { status } = await this.administered.get(by, membershipId);
    if (status === 'invited' || status === 'coming')
      throw new Problem('wrongStatus', { reason: 'notInForce' });
    await this.accounts.resetFactors(by, membershipId);
    return { member: await this.reading.view(by, membershipId) };
  }
}
