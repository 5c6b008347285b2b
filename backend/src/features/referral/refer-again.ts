import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { isFinal } from '@rinnalla/shared/referral/referral-status';
import { areaDetails } from './area-details.js';
import { DraftRepository } from './draft.repository.js';
import { DraftReferral } from './draft-referral.js';
import { ReferralPages } from './referral-pages.js';

/** A new draft to another service with the sender's own content; nothing that the receiver wrote comes along. */
@Injectable()
export class ReferAgain {
  constructor(
    private readonly pages: ReferralPages,
    private readonly drafts: DraftRepository,
    private readonly draftReferral: DraftReferral,
  ) {}

  async execute(member: Member, referralId: string, serviceId: string): Promise<ReferralView> {
    const { page, side } = await this.pages.open(member, referralId);
    if (side !== 'sender') throw new Problem('notAllowed', { reason: 'notYourPart' });
    if (!isFinal(page.status))
      throw new Problem('wrongStatus', {
        reason: 'wrongStatus',
        details: { status: page.status, version: page.version },
      });
    // Nothing is left to refer with.
    if (page.recordedAt) throw new Problem('notFound');
    const service = await this.drafts.findServiceForClient(serviceId, page.clientId);
    if (!service) throw new Problem('notFound');
    if (!service.isOpen)
      throw new Problem('unprocessable', {
        reason: 'serviceNotOpenForMunicipality',
        fields: [{ path: 'body.serviceId', code: 'invalid' }],
        details: areaDetails(service.area),
      });
    return this.draftReferral.execute(member, {
      clientId: page.clientId,
      previousReferralId: referralId,
      suggestedByReferralId: page.suggestedService?.id === serviceId ? referralId : undefined,
      serviceId,
      goal: page.goal ?? '',
      needs: page.needs ?? [],
      background: page.content?.background,
      agreed: page.content?.agreed,
      binding: page.content?.binding ?? false,
      contactWishes: page.content?.contactWishes,
      urgency: page.urgency,
      urgencyReason: page.urgencyReason,
      startWish: page.startWish,
      alternativeServiceIds: page.alternatives.map(({ id }) => id).filter((id) => id !== serviceId),
    });
  }
}
