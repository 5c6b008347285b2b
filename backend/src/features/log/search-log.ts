import { Injectable } from '@nestjs/common';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { startOfDay } from '@rinnalla/shared/kernel/helsinki-time';
import { addDays } from '@rinnalla/shared/kernel/local-date';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { LogRowView, logRoutes } from '@rinnalla/shared/log/log-routes';
import { mayReadLog } from '@rinnalla/shared/log/log-permissions';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { type LogRowRecord, LogSearchQuery } from './log-search.query.js';

type Asked = ParsedOf<typeof logRoutes.search>['body'];

/** The data protection officer reads the own organization's log. Which filters were used is logged; with a client, of whom. */
@Injectable()
export class SearchLog {
  constructor(
    private readonly search: LogSearchQuery,
    private readonly database: Database,
  ) {}

  async execute(member: Member, asked: Asked): Promise<ResponseOf<typeof logRoutes.search>> {
    if (!mayReadLog(member.role)) throw new Problem('notAllowed', { reason: 'notTheDataProtectionOfficer' });
    const clientId = asked.caseNumber ? await this.clientOf(asked.caseNumber) : (asked.clientId ?? null);
    const rows = await this.search.list({
      organizationId: member.organization.id,
      clientId,
      personId: asked.personId ?? null,
      action: asked.action ?? null,
      result: asked.result ?? null,
      from: asked.from ? startOfDay(asked.from) : null,
      to: asked.to ? startOfDay(addDays(asked.to, 1)) : null,
      after: asked.after ? cursorOf(asked.after) : null,
      count: asked.limit + 1,
    });
    const items = rows.slice(0, asked.limit);
    const by = (['caseNumber', 'clientId', 'personId', 'action', 'result', 'from', 'to'] as const).filter(
      (name) => asked[name],
    );
    this.database.log({
      action: 'searchLog',
      objectType: 'log',
      ...(clientId ? { clientId } : {}),
      details: { by, count: items.length },
    });
    const last = items.at(-1);
    return {
      items: items.map(presentLogRow),
      next: rows.length > asked.limit && last ? `${last.at.toISOString()}_${last.id}` : null,
    };
  }

  private async clientOf(caseNumber: string): Promise<string> {
    const clientId = await this.search.findClientOfCase(caseNumber);
    if (!clientId)
      throw new Problem('invalidInput', { fields: [{ path: 'body.caseNumber', code: 'notInList' }] });
    return clientId;
  }
}

const cursorOf = (text: string): { at: Date; id: string } => {
  const [at = '', id = ''] = text.split('_');
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime()) || !/^\d{1,18}$/.test(id))
    throw new Problem('invalidInput', { fields: [{ path: 'body.after', code: 'invalid' }] });
  return { at: instant, id };
};

/** Names every field that leaves the server: ids and closed words, no detail. */
const presentLogRow = (row: LogRowRecord): LogRowView => ({
  id: row.id,
  at: row.at.toISOString(),
  person: row.person_id ? { id: row.person_id, name: row.person_name ?? '' } : null,
  role: row.role,
  officeHolder: row.office_holder,
  action: row.action,
  objectType: row.object_type,
  caseNumber: row.case_number,
  clientId: row.client_id,
  purpose: row.purpose,
  result: row.result,
});
