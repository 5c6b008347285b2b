import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { stageOf } from '@rinnalla/shared/referral/disclosure';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { Database } from '../../platform/database/database.js';
import { readingOf } from './referral-row.presenter.js';
import { type OpenPage, ReferralPages } from './referral-pages.js';
import { TakeStep } from './take-step.js';

/** Opens one referral. That a provider's worker opens what was sent is a step of its own: the sender sees that it was seen. */
@Injectable()
export class ReadReferral {
  constructor(
    private readonly pages: ReferralPages,
    private readonly takeStep: TakeStep,
    private readonly database: Database,
  ) {}

  async execute(member: Member, referralId: string): Promise<ReferralView> {
    const opened = await this.pages.open(member, referralId);
    const { page, side } = opened;
    const current =
      side === 'provider' && page.status === 'sent' ? await this.acknowledged(member, opened) : opened;
    this.database.log({
      action: 'readReferral',
      objectType: 'referral',
      objectId: referralId,
      clientId: page.clientId,
      details: { side, stage: stageOf(readingOf(current.page, side, 'card')) },
    });
    return this.pages.present(member, current);
  }

  private async acknowledged(member: Member, { page }: OpenPage): Promise<OpenPage> {
    try {
      await this.takeStep.execute(member, page.id, { action: 'acknowledge', version: page.version });
    } catch (error) {
      // A colleague was quicker to open it, or to answer: what stands now is read.
      if (!(error instanceof Problem) || (error.code !== 'changedMeanwhile' && error.code !== 'wrongStatus'))
        throw error;
    }
    return this.pages.open(member, page.id);
  }
}
