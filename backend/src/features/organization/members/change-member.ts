import { Injectable } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { type FieldProblemCode, Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { leavesCaseWork, mayGiveRole } from '@rinnalla/shared/organization/member-permissions';
import type { memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import { AdministeredMember } from './administered-member.js';
import { HandoverQuery } from './handover.query.js';
import { administratorOf } from './member.presenter.js';
import type { MemberRow } from './member.query.js';
import { ReadMembers } from './read-members.js';

const updateMembership = statement(
  'update-membership',
  `update membership set role = $3, title = $4, valid_from = $5, valid_to = $6, version = version + 1, updated_at = $7, updated_by = app.person()
    where id = $1 and version = $2 and ended_at is null returning id`,
);

type Changed = ParsedOf<typeof memberRoutes.change>['body'];

/** Role, title and days of another's membership. What the database triggers from it: sessions end with the role, sockets ask again. */
@Injectable()
export class ChangeMember {
  constructor(
    private readonly administered: AdministeredMember,
    private readonly handovers: HandoverQuery,
    private readonly reading: ReadMembers,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(
    by: Member,
    membershipId: string,
    given: Changed,
  ): Promise<ResponseOf<typeof memberRoutes.change>> {
    const { row } = await this.administered.get(by, membershipId);
    if (row.version !== given.version) throw await this.administered.changedMeanwhile(membershipId);
    if (!mayGiveRole(administratorOf(by), given.role))
      throw new Problem('notAllowed', { reason: 'roleAboveOwn' });
    if (leavesCaseWork(row.role, given.role) && (await this.handovers.listDuties(membershipId)).length > 0)
      throw new Problem('wrongStatus', { reason: 'hasDuties' });
    const now = this.clock.now();
    checkDays(row, given, helsinkiDateOf(now));
    const saved = await this.database.row(updateMembership, [
      membershipId,
      given.version,
      given.role,
      given.title,
      given.validFrom,
      given.validTo ?? null,
      now,
    ]);
    if (!saved) throw await this.administered.changedMeanwhile(membershipId);
    this.database.log({
      action: 'changeMembership',
      objectType: 'membership',
      objectId: membershipId,
      details: {
        version: given.version + 1,
        role: given.role,
        formerRole: row.role,
        validFrom: given.validFrom,
        validTo: given.validTo ?? null,
      },
    });
    return { member: await this.reading.view(by, membershipId) };
  }
}

/** What has begun has begun; and what has passed is no last day: an end now has an act of its own. */
const checkDays = (row: MemberRow, given: Changed, today: string): void => {
  const validFromMoves = given.validFrom !== row.valid_from;
  if (validFromMoves && (row.valid_from <= today || given.validFrom < today))
    throw refused('validFrom', 'inThePast');
  if (given.validTo && given.validTo < today) throw refused('validTo', 'inThePast');
};

const refused = (field: string, code: FieldProblemCode): Problem =>
  new Problem('invalidInput', { fields: [{ path: `body.${field}`, code }] });
