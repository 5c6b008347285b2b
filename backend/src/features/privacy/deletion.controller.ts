import { Controller } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { Member } from '@rinnalla/shared/organization/actor';
import { deletionRoutes } from '@rinnalla/shared/privacy/deletion-routes';
import { CurrentMember } from '../../platform/http/actor.js';
import { Handles, Input } from '../../platform/http/handles.js';
import { ConfirmDeletion } from './confirm-deletion.js';
import { ReadDeletionTasks } from './read-deletion-tasks.js';

@Controller()
export class DeletionController {
  constructor(
    private readonly reading: ReadDeletionTasks,
    private readonly confirming: ConfirmDeletion,
  ) {}

  @Handles(deletionRoutes.open)
  open(@CurrentMember() member: Member): Promise<ResponseOf<typeof deletionRoutes.open>> {
    return this.reading.open(member);
  }

  @Handles(deletionRoutes.ofReferral)
  ofReferral(
    @CurrentMember() member: Member,
    @Input() { params }: ParsedOf<typeof deletionRoutes.ofReferral>,
  ) {
    return this.reading.ofReferral(member, params.referralId);
  }

  @Handles(deletionRoutes.confirm)
  confirm(
    @CurrentMember() member: Member,
    @Input() { params, body }: ParsedOf<typeof deletionRoutes.confirm>,
  ) {
    return this.confirming.execute(member, params.taskId, body.kept);
  }
}
