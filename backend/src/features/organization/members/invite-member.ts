import { Injectable } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { mayGiveRole } from '@rinnalla/shared/organization/member-permissions';
import type { memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import { AccountFacade } from '../../account/account.facade.js';
import { AdministeredMember } from './administered-member.js';
import { administratorOf } from './member.presenter.js';
import { assertAdministers, ReadMembers } from './read-members.js';

const insertMembership = statement(
  'insert-membership',
  `insert into membership (person_id, organization_id, role, title, valid_from, valid_to, invited_at, updated_at, updated_by)
   values ($1, app.organization(), $2, $3, $4, $5, $6, $7, app.person()) returning id`,
);
const revokeInvitations = statement('revoke-invitations', 'select app.revoke_invitations($1, $2)');
const withdrawMembership = statement(
  'withdraw-membership',
  `update membership set valid_to = greatest(app.today(), valid_from) - 1, ended_at = $2, ended_by = app.person(), updated_at = $2, updated_by = app.person(), version = version + 1
    where id = $1 and ended_at is null returning id`,
);

type Routes = typeof memberRoutes;

/** Invitations: a membership that waits for its person, who asks again, and who takes it back. */
@Injectable()
export class InviteMember {
  constructor(
    private readonly accounts: AccountFacade,
    private readonly administered: AdministeredMember,
    private readonly reading: ReadMembers,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async invite(by: Member, given: ParsedOf<Routes['invite']>['body']): Promise<ResponseOf<Routes['invite']>> {
    assertAdministers(by);
    if (!mayGiveRole(administratorOf(by), given.role))
      throw new Problem('notAllowed', { reason: 'roleAboveOwn' });
    const now = this.clock.now();
    if (given.validFrom < helsinkiDateOf(now))
      throw new Problem('invalidInput', { fields: [{ path: 'body.validFrom', code: 'inThePast' }] });
    const { personId, isInvited } = await this.accounts.invite(by, given);
    if (personId === by.personId) throw new Problem('notAllowed', { reason: 'ownMembership' });
    const row = await this.database.row<{ id: string }>(insertMembership, [
      personId,
      given.role,
      given.title,
      given.validFrom,
      given.validTo ?? null,
      isInvited ? now : null,
      now,
    ]);
    if (!row) throw new Error('The membership was not inserted.');
    this.database.log({
      action: 'addMembership',
      objectType: 'membership',
      objectId: row.id,
      details: { role: given.role, validFrom: given.validFrom, validTo: given.validTo ?? null },
    });
    return { member: await this.reading.view(by, row.id), isInvited };
  }

  async inviteAgain(by: Member, membershipId: string): Promise<ResponseOf<Routes['inviteAgain']>> {
    const { row } = await this.getInvited(by, membershipId);
    this.accounts.inviteAgain(by, row.person_id);
    return { member: await this.reading.view(by, membershipId) };
  }

  async withdraw(by: Member, membershipId: string): Promise<ResponseOf<Routes['withdrawInvitation']>> {
    const { row } = await this.getInvited(by, membershipId);
    const now = this.clock.now();
    if (!(await this.database.row(withdrawMembership, [membershipId, now])))
      throw await this.administered.changedMeanwhile(membershipId);
    await this.database.row(revokeInvitations, [row.person_id, now]);
    this.database.log({ action: 'withdrawInvitation', objectType: 'membership', objectId: membershipId });
    return { member: await this.reading.view(by, membershipId) };
  }

  private async getInvited(by: Member, membershipId: string) {
    const found = await this.administered.get(by, membershipId);
    if (found.status !== 'invited') throw new Problem('wrongStatus', { reason: 'notInvited' });
    return found;
  }
}
