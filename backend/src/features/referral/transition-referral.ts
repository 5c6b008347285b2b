import { Injectable } from '@nestjs/common';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { TakenStep } from '@rinnalla/shared/referral/referral';
import type { TransitionInput } from '@rinnalla/shared/referral/transition-input';
import { LapseOffers } from './lapse-offers.js';
import { instant } from './referral-row.presenter.js';
import { TakeStep } from './take-step.js';

/** One use case for every plain transition: the table says what each of them is. */
@Injectable()
export class TransitionReferral {
  constructor(
    private readonly takeStep: TakeStep,
    private readonly lapses: LapseOffers,
  ) {}

  async execute(member: Member, referralId: string, input: TransitionInput): Promise<TakenStep> {
    const { version, status, firstMeetingAt, plannedStartOn, dueAt } = await this.takeStep.execute(
      member,
      referralId,
      input,
    );
    if (status === 'offered' && dueAt) await this.lapses.plan(member, { referralId, version, at: dueAt });
    return {
      id: referralId,
      version,
      status,
      firstMeetingAt: instant(firstMeetingAt),
      plannedStartOn,
      dueAt: instant(dueAt),
    };
  }
}
