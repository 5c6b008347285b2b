import { Injectable } from '@nestjs/common';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { displayName, type Member } from '@rinnalla/shared/organization/actor';
import { isProviderRole } from '@rinnalla/shared/organization/role';
import type { DeletionTaskView } from '@rinnalla/shared/privacy/deletion-routes';
import { keptDutiesOn } from '@rinnalla/shared/privacy/kept-duties';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { DeletionTaskQuery, presentDeletionTask } from './deletion-task.query.js';

const confirmDeletion = statement(
  'confirm-deletion',
  'update deletion_task set done_at = $2, done_by = $3, done_by_name = $4, kept = $5 where id = $1 and done_at is null',
);

/** The holder says that it has deleted everything but what a duty makes it keep. Whoever says it second changes nothing. */
@Injectable()
export class ConfirmDeletion {
  constructor(
    private readonly tasks: DeletionTaskQuery,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(member: Member, taskId: string, kept: readonly string[]): Promise<DeletionTaskView> {
    const task = isProviderRole(member.role)
      ? await this.tasks.findForHolder(taskId, member.organization.id)
      : undefined;
    if (!task) throw new Problem('notFound');
    if (task.done_at) return presentDeletionTask(task);
    const now = this.clock.now();
    const known = keptDutiesOn(helsinkiDateOf(now)).map(({ code }) => code);
    if (kept.some((code) => !known.includes(code)))
      throw new Problem('invalidInput', { fields: [{ path: 'body.kept', code: 'notInList' }] });
    const name = displayName(member);
    await this.database.row(confirmDeletion, [taskId, now, member.personId, name, kept]);
    this.database.log({
      action: 'confirmDeletion',
      objectType: 'referral',
      objectId: task.referral_id,
      clientId: task.client_id,
      details: { kept },
    });
    this.database.happened({
      name: 'deletionConfirmed',
      payload: {
        referralId: task.referral_id,
        version: task.version,
        senderOrganizationId: task.sender_organization_id,
        providerOrganizationId: member.organization.id,
        handlerId: task.handler_id,
        nonDisclosure: task.non_disclosure,
      },
    });
    return presentDeletionTask({ ...task, done_at: now, done_by_name: name, kept: [...kept] });
  }
}
