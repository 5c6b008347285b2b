import { Controller } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import { organizationRoutes } from '@rinnalla/shared/organization/organization-routes';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { AppointSubstitute } from './appoint-substitute.js';
import { ChangeOrganization } from './change-organization.js';
import { EndSubstitution } from './end-substitution.js';
import { ReadOrganization } from './read-organization.js';

@Controller()
export class OrganizationController {
  constructor(
    private readonly reading: ReadOrganization,
    private readonly changing: ChangeOrganization,
    private readonly appointing: AppointSubstitute,
    private readonly ending: EndSubstitution,
  ) {}

  @Handles(organizationRoutes.read)
  read(@CurrentMember() member: Member) {
    return this.reading.execute(member);
  }

  @Handles(organizationRoutes.change)
  change(@CurrentMember() member: Member, @Input() { body }: ParsedOf<typeof organizationRoutes.change>) {
    return this.changing.execute(member, body);
  }

  @Handles(organizationRoutes.people)
  people(@CurrentMember() _member: Member, @Input() { query }: ParsedOf<typeof organizationRoutes.people>) {
    return this.reading.listPeople(query);
  }

  @Handles(organizationRoutes.memberships)
  memberships() {
    return this.reading.listMemberships();
  }

  @Handles(organizationRoutes.appointSubstitute)
  appointSubstitute(
    @CurrentMember() member: Member,
    @Input() { body }: ParsedOf<typeof organizationRoutes.appointSubstitute>,
  ) {
    return this.appointing.execute(member, body);
  }

  @Handles(organizationRoutes.endSubstitution)
  endSubstitution(
    @CurrentMember() member: Member,
    @Input() { params }: ParsedOf<typeof organizationRoutes.endSubstitution>,
  ) {
    return this.ending.execute(member, params.substitutionId);
  }
}
