import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { type ConsentWithdrawal, ConsentWithdrawals } from '../client/consent-withdrawals.facade.js';
import { TakeStep } from './take-step.js';

const disclosedReferrals = statement(
  'disclosed-referrals',
  `select id, version, status from referral
    where client_id = $1 and service_id = $2 and status <> 'draft' and disclosure_ended_at is null order by id for update`,
);
const endDisclosure = statement(
  'end-disclosure',
  `update referral set disclosure_ended_at = $2, version = version + 1, updated_at = $2 where id = $1
   returning version, sender_organization_id as "senderOrganizationId", provider_organization_id as "providerOrganizationId",
             handler_id as "handlerId", non_disclosure as "nonDisclosure"`,
);

const waiting: readonly ReferralStatus[] = ['sent', 'acknowledged', 'clarification', 'waitlisted', 'offered'];
const holding: readonly ReferralStatus[] = ['started', 'paused', 'closing', 'completed', 'interrupted'];

/**
 * The client has taken the consent back. What waits is withdrawn by the system, a promised place is given back, and a
 * period that runs or has ended goes on as the client and the association agree, but without what the sender disclosed.
 */
@Injectable()
export class EndDisclosure implements OnModuleInit {
  constructor(
    private readonly withdrawals: ConsentWithdrawals,
    private readonly takeStep: TakeStep,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.withdrawals.follow((withdrawal) => this.execute(withdrawal));
  }

  private async execute({ member, clientId, serviceId, at }: ConsentWithdrawal): Promise<void> {
    const referrals = await this.database.rows<{ id: string; version: number; status: ReferralStatus }>(
      disclosedReferrals,
      [clientId, serviceId],
    );
    for (const { id, version, status } of referrals) {
      if (waiting.includes(status)) await this.takeStep.withdrawForWantOfConsent(member, id, version);
      if (status === 'accepted')
        await this.takeStep.execute(member, id, {
          action: 'not_started',
          reason: 'consent_withdrawn',
          version,
        });
      if (holding.includes(status)) await this.close(id, clientId, at);
    }
  }

  private async close(referralId: string, clientId: string, at: Date): Promise<void> {
    const ended = await this.database.row<Record<string, string | number | boolean>>(endDisclosure, [
      referralId,
      at,
    ]);
    if (!ended) return;
    this.database.log({ action: 'endDisclosure', objectType: 'referral', objectId: referralId, clientId });
    this.database.happened({ name: 'disclosureEnded', payload: { referralId, ...ended } });
  }
}
