import { Injectable } from '@nestjs/common';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { datePieces } from '@rinnalla/shared/kernel/local-date';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { ReferralView } from '@rinnalla/shared/referral/referral';
import { mayBegin } from '@rinnalla/shared/referral/referral-permissions';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ClientFacade } from '../client/client.facade.js';
import { type DraftContent, DraftRepository } from './draft.repository.js';
import { KeepPlanExtract } from './keep-plan-extract.js';
import { ReferralPages } from './referral-pages.js';

export interface DraftRequest extends DraftContent {
  clientId: string;
  previousReferralId?: string | null | undefined;
  /** The referral whose provider suggested this service. */
  suggestedByReferralId?: string | undefined;
}

/** Begins a referral that only the sender sees. It belongs to the client's handler, whoever writes it. */
@Injectable()
export class DraftReferral {
  constructor(
    private readonly clients: ClientFacade,
    private readonly drafts: DraftRepository,
    private readonly pages: ReferralPages,
    private readonly extracts: KeepPlanExtract,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(
    member: Member,
    { clientId, previousReferralId, suggestedByReferralId, planExtract, ...content }: DraftRequest,
  ): Promise<ReferralView> {
    if (!mayBegin(member.role)) throw new Problem('notFound');
    const at = this.clock.now();
    const client = await this.clients.clientForReferral(clientId);
    const referralId = await this.drafts.insert({
      client,
      content,
      organizationId: member.organization.id,
      at,
      year: datePieces(helsinkiDateOf(at)).year,
      previousReferralId: previousReferralId ?? null,
      suggestedByReferralId: suggestedByReferralId ?? null,
    });
    await this.extracts.execute(member, { referralId, clientId }, planExtract);
    this.database.log({ action: 'draftReferral', objectType: 'referral', objectId: referralId, clientId });
    return this.pages.view(member, referralId);
  }
}
