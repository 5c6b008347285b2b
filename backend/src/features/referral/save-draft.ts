import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type DraftContent, DraftRepository } from './draft.repository.js';
import { KeepPlanExtract } from './keep-plan-extract.js';
import { ReferralPages } from './referral-pages.js';

/** Saves the whole draft, from the version that was read. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly pages: ReferralPages,
    private readonly extracts: KeepPlanExtract,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(
    member: Member,
    referralId: string,
    { version, planExtract, ...content }: DraftContent & { version: number },
  ): Promise<ReferralView> {
    const saved = await this.drafts.save(referralId, version, content, this.clock.now());
    let opened = await this.pages.open(member, referralId);
    if (!saved) throw refusal(opened.page.status, opened.page.version, version);
    if (planExtract !== undefined) {
      await this.extracts.execute(member, { referralId, clientId: opened.page.clientId }, planExtract);
      opened = await this.pages.open(member, referralId);
    }
    const { page, side } = opened;
    this.database.log({
      action: 'saveDraft',
      objectType: 'referral',
      objectId: referralId,
      clientId: page.clientId,
      details: { version: page.version },
    });
    return this.pages.present(member, { page, side });
  }
}

const refusal = (status: string, version: number, saved: number): Problem => {
  if (version !== saved) return new Problem('changedMeanwhile', { details: { status, version } });
  if (status !== 'draft')
    return new Problem('wrongStatus', { reason: 'wrongStatus', details: { status, version } });
  return new Problem('unprocessable', {
    reason: 'serviceNotPublished',
    fields: [{ path: 'body.serviceId', code: 'notInList' }],
  });
};
