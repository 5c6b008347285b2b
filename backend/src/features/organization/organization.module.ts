import { Module } from '@nestjs/common';
import { AccountModule } from '../account/account.module.js';
import { MessagingModule } from '../messaging/messaging.module.js';
import { AppointSubstitute } from './appoint-substitute.js';
import { ChangeOrganization } from './change-organization.js';
import { EndSubstitution } from './end-substitution.js';
import { AdministeredMember } from './members/administered-member.js';
import { ChangeMember } from './members/change-member.js';
import { EndMember } from './members/end-member.js';
import { ResetMemberFactors } from './members/reset-member-factors.js';
import { HandoverQuery } from './members/handover.query.js';
import { InviteMember } from './members/invite-member.js';
import { KeepOffice } from './members/keep-office.js';
import { MemberQuery } from './members/member.query.js';
import { MembersController } from './members/members.controller.js';
import { ReleaseMemberships } from './members/release-memberships.js';
import { TellHandover } from './members/tell-handover.js';
import { ReadMembers } from './members/read-members.js';
import { OrganizationController } from './organization.controller.js';
import { OrganizationQuery } from './organization.query.js';
import { PeopleQuery } from './people.query.js';
import { ReadOrganization } from './read-organization.js';
import { SubstitutionRepository } from './substitution.repository.js';

@Module({
  imports: [AccountModule, MessagingModule],
  controllers: [OrganizationController, MembersController],
  providers: [
    AdministeredMember,
    AppointSubstitute,
    ChangeMember,
    ChangeOrganization,
    EndMember,
    ResetMemberFactors,
    EndSubstitution,
    HandoverQuery,
    InviteMember,
    KeepOffice,
    MemberQuery,
    OrganizationQuery,
    PeopleQuery,
    ReadMembers,
    ReadOrganization,
    ReleaseMemberships,
    TellHandover,
    SubstitutionRepository,
  ],
})
export class OrganizationModule {}
