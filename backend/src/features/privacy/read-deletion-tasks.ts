import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { isCaseWorker, isProviderRole } from '@rinnalla/shared/organization/role';
import type { deletionRoutes } from '@rinnalla/shared/privacy/deletion-routes';
import { DeletionTaskQuery, presentDeletionTask } from './deletion-task.query.js';

/** What a holder has to delete. A list of case numbers: no person's data is read, so the reading is not logged. */
@Injectable()
export class ReadDeletionTasks {
  constructor(private readonly tasks: DeletionTaskQuery) {}

  async open(member: Member): Promise<ResponseOf<typeof deletionRoutes.open>> {
    if (!isProviderRole(member.role)) throw new Problem('notAllowed', { reason: 'notAProvider' });
    return { items: (await this.tasks.listOpen(member.organization.id)).map(presentDeletionTask) };
  }

  async ofReferral(
    member: Member,
    referralId: string,
  ): Promise<ResponseOf<typeof deletionRoutes.ofReferral>> {
    if (!isCaseWorker(member.role) || !(await this.tasks.isReferralThere(referralId)))
      throw new Problem('notFound');
    return { items: (await this.tasks.listOfReferral(referralId)).map(presentDeletionTask) };
  }
}
