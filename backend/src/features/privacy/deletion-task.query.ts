import { Injectable } from '@nestjs/common';
import type { DeletionCause, DeletionTaskView } from '@rinnalla/shared/privacy/deletion-routes';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

export interface DeletionTaskRow {
  id: string;
  referral_id: string;
  case_number: string;
  cause: DeletionCause;
  asked_at: Date;
  due_on: string;
  done_at: Date | null;
  done_by_name: string | null;
  kept: string[];
}

const columns =
  't.id, t.referral_id, t.case_number, t.cause, t.asked_at, t.due_on::text, t.done_at, t.done_by_name, t.kept';
const openTasks = statement(
  'open-deletion-tasks',
  `select ${columns} from deletion_task t where t.organization_id = $1 and t.done_at is null order by t.asked_at, t.id limit 100`,
);
const tasksOfReferral = statement(
  'deletion-tasks-of-referral',
  `select ${columns} from deletion_task t where t.referral_id = $1 order by t.asked_at, t.id`,
);
const referralThere = statement('deletion-task-referral', 'select from referral where id = $1');
const taskToConfirm = statement(
  'deletion-task-to-confirm',
  `select ${columns}, r.client_id, r.version, r.sender_organization_id, r.handler_id, r.non_disclosure
     from deletion_task t join referral r on r.id = t.referral_id
    where t.id = $1 and t.organization_id = $2 for update of t`,
);

export interface TaskToConfirm extends DeletionTaskRow {
  client_id: string;
  version: number;
  sender_organization_id: string;
  handler_id: string;
  non_disclosure: boolean;
}

@Injectable()
export class DeletionTaskQuery {
  constructor(private readonly database: Database) {}

  listOpen(organizationId: string): Promise<DeletionTaskRow[]> {
    return this.database.rows<DeletionTaskRow>(openTasks, [organizationId]);
  }

  listOfReferral(referralId: string): Promise<DeletionTaskRow[]> {
    return this.database.rows<DeletionTaskRow>(tasksOfReferral, [referralId]);
  }

  /** Whether the reader is a party of it: row-level security decides. */
  async isReferralThere(referralId: string): Promise<boolean> {
    return (await this.database.row(referralThere, [referralId])) !== undefined;
  }

  findForHolder(taskId: string, organizationId: string): Promise<TaskToConfirm | undefined> {
    return this.database.row<TaskToConfirm>(taskToConfirm, [taskId, organizationId]);
  }
}

/** Names every field that leaves the server. */
export const presentDeletionTask = (row: DeletionTaskRow): DeletionTaskView => ({
  id: row.id,
  referralId: row.referral_id,
  caseNumber: row.case_number,
  cause: row.cause,
  askedAt: row.asked_at.toISOString(),
  dueOn: row.due_on,
  done: row.done_at && { at: row.done_at.toISOString(), name: row.done_by_name ?? '', kept: row.kept },
});
