import { Injectable } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { mayAppointSubstitute, mayStandIn } from '@rinnalla/shared/organization/organization-permissions';
import type { organizationRoutes, SubstitutionView } from '@rinnalla/shared/organization/organization-routes';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type NewSubstitution, SubstitutionRepository } from './substitution.repository.js';

/** Somebody of the same organization stands in for a case worker from a day on: they see and do what that worker would. */
@Injectable()
export class AppointSubstitute {
  constructor(
    private readonly substitutions: SubstitutionRepository,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(
    member: Member,
    body: ParsedOf<typeof organizationRoutes.appointSubstitute>['body'],
  ): Promise<SubstitutionView> {
    const given: NewSubstitution = {
      membershipId: body.membershipId ?? member.membershipId,
      substituteMembershipId: body.substituteMembershipId,
      validFrom: body.validFrom,
      validTo: body.validTo ?? null,
    };
    if (!mayAppointSubstitute(member, given)) throw new Problem('notAllowed', { reason: 'notToAppoint' });
    if (given.validFrom < helsinkiDateOf(this.clock.now())) throw wrongField('validFrom', 'inThePast');
    if (given.membershipId === given.substituteMembershipId)
      throw wrongField('substituteMembershipId', 'duplicate');
    await this.getCaseWorker('membershipId', given.membershipId, given);
    const substitute = await this.getCaseWorker(
      'substituteMembershipId',
      given.substituteMembershipId,
      given,
    );
    if (await this.substitutions.isDouble(given)) throw new Problem('alreadyExists');
    const id = await this.substitutions.insert(given);
    this.database.log({
      action: 'appointSubstitute',
      objectType: 'membership',
      objectId: given.membershipId,
      details: { ...given, substitutionId: id },
    });
    this.database.happened({
      name: 'substitutionBegun',
      payload: { substitutionId: id, personId: substitute.person_id },
    });
    return { id, ...given, substituteName: substitute.name };
  }

  /** A member of this organization on the first day, who meets clients; anybody else is not in the list to choose from. */
  private async getCaseWorker(field: string, membershipId: string, { validFrom }: NewSubstitution) {
    const found = await this.substitutions.findMember(membershipId, validFrom);
    if (!found || !mayStandIn(found.role)) throw wrongField(field, 'notInList');
    return found;
  }
}

const wrongField = (field: string, code: 'inThePast' | 'duplicate' | 'notInList'): Problem =>
  new Problem('invalidInput', { fields: [{ path: `body.${field}`, code }] });
