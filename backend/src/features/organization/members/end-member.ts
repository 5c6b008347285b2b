import { Injectable } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { displayName, type Member } from '@rinnalla/shared/organization/actor';
import type { handoverRoutes } from '@rinnalla/shared/organization/handover-routes';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import { AdministeredMember } from './administered-member.js';
import { HandoverQuery } from './handover.query.js';
import { assertAdministers, ReadMembers } from './read-members.js';
import { type HandedOver, TellHandover } from './tell-handover.js';

const endMembership = statement('end-membership', 'select * from app.end_membership($1, $2, $3, $4, $5, $6)');

type Routes = typeof handoverRoutes;

/** Ends a colleague's membership and leaves nothing without an owner: in one transaction, against the version that was seen. */
@Injectable()
export class EndMember {
  constructor(
    private readonly administered: AdministeredMember,
    private readonly handovers: HandoverQuery,
    private readonly telling: TellHandover,
    private readonly reading: ReadMembers,
    private readonly database: Database,
  ) {}

  async duties(by: Member, membershipId: string): Promise<ResponseOf<Routes['duties']>> {
    assertAdministers(by);
    await this.reading.view(by, membershipId);
    const items = await this.handovers.listDuties(membershipId);
    const successors = await this.handovers.listSuccessors(membershipId);
    this.database.log({ action: 'listDuties', objectType: 'membership', objectId: membershipId });
    return {
      items: items.map((row) => ({
        kind: row.kind,
        id: row.id,
        caseNumber: row.case_number,
        status: row.status,
        dueAt: row.due_at?.toISOString() ?? null,
        hasMeetingAhead: row.meeting_at !== null,
        awayName: row.away_name,
      })),
      successors: successors.map((row) => ({
        membershipId: row.membership_id,
        name: row.name,
        role: row.role,
        isHeir: row.is_heir,
      })),
    };
  }

  async execute(
    by: Member,
    membershipId: string,
    { version, takers, othersTo }: ParsedOf<Routes['end']>['body'],
  ): Promise<ResponseOf<Routes['end']>> {
    const { row } = await this.administered.getToEnd(by, membershipId);
    if (row.version !== version) throw await this.administered.changedMeanwhile(membershipId);
    await this.refuseStrangers(membershipId, [...takers.map((taker) => taker.membershipId), othersTo]);
    const handedOver = await this.database.rows<HandedOver>(endMembership, [
      membershipId,
      version,
      JSON.stringify(takers),
      othersTo ?? null,
      displayName(by),
      this.database.transaction.at,
    ]);
    if (handedOver.length === 0) throw await this.administered.changedMeanwhile(membershipId);
    const count = this.telling.execute(handedOver, by.personId);
    this.database.log({
      action: 'endMembership',
      objectType: 'membership',
      objectId: membershipId,
      details: { handedOver: count, version: version + 1 },
    });
    return { member: await this.reading.view(by, membershipId), handedOver: count };
  }

  /** Only who is in the list to choose from takes anything over. */
  private async refuseStrangers(membershipId: string, named: readonly (string | null | undefined)[]) {
    const known = new Set(
      (await this.handovers.listSuccessors(membershipId)).map((row) => row.membership_id),
    );
    if (named.some((taker) => taker && !known.has(taker)))
      throw new Problem('invalidInput', { fields: [{ path: 'body.othersTo', code: 'notInList' }] });
  }
}
