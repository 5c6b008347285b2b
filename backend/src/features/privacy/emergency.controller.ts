import { Controller } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import { emergencyRoutes } from '@rinnalla/shared/privacy/emergency-routes';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { EmergencyOpenings } from './emergency-openings.js';

@Controller()
export class EmergencyController {
  constructor(private readonly openings: EmergencyOpenings) {}

  @Handles(emergencyRoutes.open)
  open(@CurrentMember() member: Member, @Input() { body }: ParsedOf<typeof emergencyRoutes.open>) {
    return this.openings.open(member, body);
  }

  @Handles(emergencyRoutes.list)
  list(@CurrentMember() member: Member) {
    return this.openings.list(member);
  }

  @Handles(emergencyRoutes.close)
  close(@CurrentMember() _member: Member, @Input() { params }: ParsedOf<typeof emergencyRoutes.close>) {
    return this.openings.close(params.openingId);
  }
}
