import { Injectable } from '@nestjs/common';
import type { ParsedOf } from '@rinnalla/shared/contract/define-route';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { displayName, type Member } from '@rinnalla/shared/organization/actor';
import {
  emergencyHours,
  type emergencyRoutes,
  mayOpenInEmergency,
  type OpeningView,
} from '@rinnalla/shared/privacy/emergency-routes';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

interface OpeningRow {
  id: string;
  case_number: string;
  client_id: string;
  referral_id: string | null;
  handler_id: string;
  person_id: string;
  organization_id: string;
  membership_id: string;
  person_name: string;
  purpose: OpeningView['purpose'];
  explanation: string;
  opened_at: Date;
  ends_at: Date;
}

const open = statement(
  'open-in-emergency',
  'select e.*, null::uuid as referral_id from app.open_in_emergency($1, $2, $3, $4, $5) e',
);
const recent = statement(
  'recent-openings',
  `select e.*, (select r.id from referral r where r.case_number = e.case_number) as referral_id
     from emergency_opening e where e.opened_at > $1 order by e.opened_at desc, e.id`,
);
const close = statement(
  'close-opening',
  `update emergency_opening set ends_at = greatest($2, opened_at + interval '1 millisecond')
    where id = $1 and membership_id = app.membership() and ends_at > $2 returning client_id, case_number, organization_id, handler_id`,
);
const referralOfCase = statement(
  'referral-of-case',
  'select id, version from referral where case_number = $1',
);

const shownDays = 30;
const hourMs = 3_600_000;

/** Opening a case that is kept from a coordinator: for a reason, for a while, seen by those who keep it. */
@Injectable()
export class EmergencyOpenings {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async open(
    member: Member,
    { caseNumber, purpose, explanation }: ParsedOf<typeof emergencyRoutes.open>['body'],
  ): Promise<OpeningView> {
    if (!mayOpenInEmergency(member.role)) throw new Problem('notAllowed', { reason: 'notACoordinator' });
    const endsAt = new Date(this.database.transaction.at.getTime() + emergencyHours * hourMs);
    const row = await this.database.row<OpeningRow>(open, [
      caseNumber,
      purpose,
      explanation,
      displayName(member),
      endsAt,
    ]);
    if (!row) throw new Problem('invalidInput', { fields: [{ path: 'body.caseNumber', code: 'notInList' }] });
    const referral = await this.referralOf(caseNumber);
    this.database.log({
      action: 'openInEmergency',
      objectType: 'referral',
      objectId: referral.id,
      clientId: row.client_id,
      purpose,
      details: { endsAt: endsAt.toISOString() },
    });
    this.tell('openedInEmergency', row, referral);
    return this.present(member, { ...row, referral_id: referral.id });
  }

  /** Row-level security says whose: the opener's, the handler's, the data protection officer's. */
  async list(member: Member): Promise<{ items: OpeningView[] }> {
    const since = new Date(this.clock.now().getTime() - shownDays * 24 * hourMs);
    const rows = await this.database.rows<OpeningRow>(recent, [since]);
    if (rows.length > 0)
      this.database.log({
        action: 'listEmergencyOpenings',
        objectType: 'emergencyOpening',
        details: { count: rows.length },
      });
    return { items: rows.map((row) => this.present(member, row)) };
  }

  async close(openingId: string): Promise<{ closed: true }> {
    const row = await this.database.row<OpeningRow>(close, [openingId, this.clock.now()]);
    if (!row) throw new Problem('notFound');
    this.database.log({
      action: 'closeEmergencyOpening',
      objectType: 'client',
      objectId: row.client_id,
      clientId: row.client_id,
    });
    return { closed: true };
  }

  private async referralOf(caseNumber: string): Promise<{ id: string; version: number }> {
    const found = await this.database.row<{ id: string; version: number }>(referralOfCase, [caseNumber]);
    if (!found) throw new Problem('notFound');
    return found;
  }

  /** To the handler's own open pages, as anything else of a case with a non-disclosure order. */
  private tell(name: string, row: OpeningRow, referral: { id: string; version: number }): void {
    this.database.happened({
      name,
      payload: {
        openingId: row.id,
        byPersonId: row.person_id,
        referralId: referral.id,
        version: referral.version,
        senderOrganizationId: row.organization_id,
        handlerId: row.handler_id,
        nonDisclosure: true,
        // The other side has no part in it.
        wasSent: false,
      },
    });
  }

  /** Names every field that leaves the server. */
  private present(member: Member, row: OpeningRow): OpeningView {
    const isMine = row.membership_id === member.membershipId;
    return {
      id: row.id,
      caseNumber: row.case_number,
      clientId: row.client_id,
      referralId: isMine ? row.referral_id : null,
      openedBy: row.person_name,
      isMine,
      purpose: row.purpose,
      explanation: row.explanation,
      openedAt: row.opened_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      isOpen: row.ends_at > this.clock.now(),
    };
  }
}
