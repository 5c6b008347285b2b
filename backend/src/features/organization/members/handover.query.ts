import { Injectable } from '@nestjs/common';
import type { DutyKind } from '@rinnalla/shared/organization/handover-routes';
import type { Role } from '@rinnalla/shared/organization/role';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';

export interface DutyRow {
  kind: DutyKind;
  id: string;
  case_number: string | null;
  status: string | null;
  due_at: Date | null;
  meeting_at: Date | null;
  away_name: string | null;
}
export interface SuccessorRow {
  membership_id: string;
  name: string;
  role: Role;
  is_heir: boolean;
}

const duties = statement('led-duties', 'select * from app.led_duties($1, $2)');
const successors = statement('led-successors', 'select * from app.led_successors($1)');

/** What a member of the led organization answers for, and who could take it over. */
@Injectable()
export class HandoverQuery {
  constructor(private readonly database: Database) {}

  listDuties(membershipId: string): Promise<DutyRow[]> {
    return this.database.rows<DutyRow>(duties, [membershipId, this.database.transaction.at]);
  }

  listSuccessors(membershipId: string): Promise<SuccessorRow[]> {
    return this.database.rows<SuccessorRow>(successors, [membershipId]);
  }
}
