import { Injectable } from '@nestjs/common';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { addDays } from '@rinnalla/shared/kernel/local-date';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { mayEndSubstitution } from '@rinnalla/shared/organization/organization-permissions';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { SubstitutionRepository } from './substitution.repository.js';

/** Ends a substitution at once: yesterday was its last day; one that has not lasted a day leaves only its log rows. */
@Injectable()
export class EndSubstitution {
  constructor(
    private readonly substitutions: SubstitutionRepository,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(member: Member, substitutionId: string): Promise<{ ended: true }> {
    const today = helsinkiDateOf(this.clock.now());
    const found = await this.substitutions.find(substitutionId);
    if (!found) throw new Problem('notFound');
    if (!mayEndSubstitution(member, { membershipId: found.membership_id }))
      throw new Problem('notAllowed', { reason: 'notToAppoint' });
    if (found.valid_to !== null && found.valid_to < today)
      throw new Problem('wrongStatus', { reason: 'hasEnded' });
    if (found.valid_from >= today) await this.substitutions.remove(substitutionId);
    else await this.substitutions.end(substitutionId, addDays(today, -1));
    this.database.log({
      action: 'endSubstitution',
      objectType: 'membership',
      objectId: found.membership_id,
      details: {
        substitutionId,
        substituteMembershipId: found.substitute_membership_id,
        validFrom: found.valid_from,
      },
    });
    this.database.happened({
      name: 'substitutionEnded',
      payload: { substitutionId, personId: found.substitute_person_id },
    });
    return { ended: true };
  }
}
