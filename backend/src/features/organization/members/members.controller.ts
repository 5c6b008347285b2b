import { Controller } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import { memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { CurrentMember } from '../../../platform/http/actor.js';
import { Handles, Input } from '../../../platform/http/handles.js';
import { ChangeMember } from './change-member.js';
import { InviteMember } from './invite-member.js';
import { ReadMembers } from './read-members.js';

type Routes = typeof memberRoutes;

/** The people of an organization, for those who lead it. */
@Controller()
export class MembersController {
  constructor(
    private readonly reading: ReadMembers,
    private readonly inviting: InviteMember,
    private readonly changing: ChangeMember,
  ) {}

  @Handles(memberRoutes.search)
  search(@CurrentMember() member: Member, @Input() { body }: ParsedOf<Routes['search']>) {
    return this.reading.search(member, body);
  }

  @Handles(memberRoutes.read)
  read(@CurrentMember() member: Member, @Input() { params }: ParsedOf<Routes['read']>) {
    return this.reading.read(member, params.membershipId);
  }

  @Handles(memberRoutes.invite)
  invite(@CurrentMember() member: Member, @Input() { body }: ParsedOf<Routes['invite']>) {
    return this.inviting.invite(member, body);
  }

  @Handles(memberRoutes.inviteAgain)
  inviteAgain(@CurrentMember() member: Member, @Input() { params }: ParsedOf<Routes['inviteAgain']>) {
    return this.inviting.inviteAgain(member, params.membershipId);
  }

  @Handles(memberRoutes.withdrawInvitation)
  withdraw(@CurrentMember() member: Member, @Input() { params }: ParsedOf<Routes['withdrawInvitation']>) {
    return this.inviting.withdraw(member, params.membershipId);
  }

  @Handles(memberRoutes.change)
  change(@CurrentMember() member: Member, @Input() { params, body }: ParsedOf<Routes['change']>) {
    return this.changing.execute(member, params.membershipId, body);
  }
}
