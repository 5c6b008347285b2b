import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays } from '@rinnalla/shared/kernel/local-date';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { type ConsentWithdrawal, ConsentWithdrawals } from '../client/consent-withdrawals.facade.js';

const deleteWithinDays = 14;

/** Every referral to the service that has ever left the sender's hands, once. */
const askHolders = statement(
  'ask-holders-to-delete',
  `insert into deletion_task (referral_id, organization_id, sender_organization_id, case_number, cause, asked_at, due_on)
   select r.id, r.provider_organization_id, r.sender_organization_id, r.case_number, 'consentWithdrawn', $3, $4::date
     from referral r
    where r.client_id = $1 and r.service_id = $2 and r.sent_at is not null
      and not exists (select from deletion_task t where t.referral_id = r.id and t.cause = 'consentWithdrawn')
   on conflict do nothing
   returning referral_id, organization_id`,
);

/** When a client takes a consent back, each organization that was told something is asked to delete it. */
@Injectable()
export class AskToDelete implements OnModuleInit {
  constructor(
    private readonly withdrawals: ConsentWithdrawals,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.withdrawals.follow((withdrawal) => this.execute(withdrawal));
  }

  private async execute({ clientId, serviceId, at, today }: ConsentWithdrawal): Promise<void> {
    const asked = await this.database.rows<{ referral_id: string; organization_id: string }>(askHolders, [
      clientId,
      serviceId,
      at,
      addDays(today, deleteWithinDays),
    ]);
    for (const { referral_id: referralId, organization_id: organizationId } of asked) {
      this.database.log({ action: 'askToDelete', objectType: 'referral', objectId: referralId, clientId });
      this.database.happened({ name: 'deletionAsked', payload: { referralId, organizationId } });
    }
  }
}
