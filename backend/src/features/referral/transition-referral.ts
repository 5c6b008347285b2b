import { Injectable } from '@nestjs/common';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import type { TransitionInput } from '@rinnalla/shared/referral/transition-input';
import { ReferralPages } from './referral-pages.js';
import { TakeStep } from './take-step.js';

/** One use case for every plain transition: the table says what each of them is. */
@Injectable()
export class TransitionReferral {
  constructor(
    private readonly takeStep: TakeStep,
    private readonly pages: ReferralPages,
  ) {}

  async execute(member: Member, referralId: string, input: TransitionInput): Promise<ReferralView> {
    await this.takeStep.execute(member, referralId, input);
    return this.pages.view(member, referralId);
  }
}
