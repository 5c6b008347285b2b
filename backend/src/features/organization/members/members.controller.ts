import { Controller } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import { memberRoutes } from '@rinnalla/shared/organization/member-routes';
import { handoverRoutes } from '@rinnalla/shared/organization/handover-routes';
import { officeRoutes } from '@rinnalla/shared/organization/office-routes';
import { CurrentMember } from '../../../platform/http/actor.js';
import { Handles, Input } from '../../../platform/http/handles.js';
import { ChangeMember } from './change-member.js';
import { EndMember } from './end-member.js';
import { KeepOffice } from './keep-office.js';
import { InviteMember } from './invite-member.js';
import { ResetMemberFactors } from './reset-member-factors.js';
import { ReadMembers } from './read-members.js';

type Routes = typeof memberRoutes;
type Offices = typeof officeRoutes;
type Handovers = typeof handoverRoutes;

/** The people of an organization, for those who lead it. */
@Controller()
export class MembersController {
  constructor(
    private readonly reading: ReadMembers,
    private readonly inviting: InviteMember,
    private readonly changing: ChangeMember,
    private readonly offices: KeepOffice,
    private readonly ending: EndMember,
    private readonly factors: ResetMemberFactors,
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

  @Handles(memberRoutes.resetFactors)
  resetFactors(@CurrentMember() member: Member, @Input() { params }: ParsedOf<Routes['resetFactors']>) {
    return this.factors.execute(member, params.membershipId);
  }

  @Handles(memberRoutes.change)
  change(@CurrentMember() member: Member, @Input() { params, body }: ParsedOf<Routes['change']>) {
    return this.changing.execute(member, params.membershipId, body);
  }

  @Handles(officeRoutes.give)
  giveOffice(@CurrentMember() member: Member, @Input() { params, body }: ParsedOf<Offices['give']>) {
    return this.offices.give(member, params.membershipId, body);
  }

  @Handles(officeRoutes.change)
  changeOffice(@CurrentMember() member: Member, @Input() { params, body }: ParsedOf<Offices['change']>) {
    return this.offices.change(member, params, body);
  }

  @Handles(officeRoutes.end)
  endOffice(@CurrentMember() member: Member, @Input() { params }: ParsedOf<Offices['end']>) {
    return this.offices.end(member, params);
  }

  @Handles(handoverRoutes.duties)
  duties(@CurrentMember() member: Member, @Input() { params }: ParsedOf<Handovers['duties']>) {
    return this.ending.duties(member, params.membershipId);
  }

  @Handles(handoverRoutes.end)
  end(@CurrentMember() member: Member, @Input() { params, body }: ParsedOf<Handovers['end']>) {
    return this.ending.execute(member, params.membershipId, body);
  }
}
