import { Injectable } from '@nestjs/common';
import { mayUseRegister } from '@rinnalla/shared/client/client-permissions';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const statutoryService = statement(
  'referral-of-statutory-service',
  `select cardinality(s.statutory_bases) > 0 as statutory from referral r join service s on s.id = r.service_id
    where r.id = $1 and r.status = 'draft'`,
);
const keepExtract = statement(
  'keep-plan-extract',
  `insert into referral_plan_extract (referral_id, extract) values ($1, $2)
   on conflict (referral_id) do update set extract = excluded.extract where referral_plan_extract.extract is distinct from excluded.extract
   returning 1`,
);
const dropExtract = statement(
  'drop-plan-extract',
  'delete from referral_plan_extract where referral_id = $1 returning 1',
);

/**
 * What goes along of the authority's plan. Left as it is when it is not named, so that a colleague without virkasuhde, who
 * does not see it, saves the rest of the draft. The association reads it from the promise of a place on.
 */
@Injectable()
export class KeepPlanExtract {
  constructor(private readonly database: Database) {}

  async execute(
    member: Member,
    { referralId, clientId }: { referralId: string; clientId: string },
    extract: string | null | undefined,
  ): Promise<void> {
    if (extract === undefined) return;
    if (!mayUseRegister(member)) throw new Problem('notAllowed', { reason: 'noOffice' });
    const changed = extract
      ? await this.keep(referralId, extract)
      : await this.database.row(dropExtract, [referralId]);
    if (!changed) return;
    this.database.log({
      action: 'copyPlanExtract',
      objectType: 'referral',
      objectId: referralId,
      clientId,
      details: { removed: !extract },
    });
  }

  private async keep(referralId: string, extract: string): Promise<unknown> {
    const row = await this.database.row<{ statutory: boolean }>(statutoryService, [referralId]);
    if (!row?.statutory)
      throw new Problem('unprocessable', {
        reason: 'voluntaryService',
        fields: [{ path: 'body.planExtract', code: 'notInList' }],
      });
    return this.database.row(keepExtract, [referralId, extract]);
  }
}
