import { Injectable } from '@nestjs/common';
import type { Role } from '@rinnalla/shared/organization/role';
import type { LogRowView } from '@rinnalla/shared/log/log-routes';
import { Database } from '../../platform/database/database.js';
import { type Statement, statement } from '../../platform/database/statement.js';

export interface LogRowRecord {
  id: string;
  at: Date;
  person_id: string | null;
  person_name: string | null;
  role: Role | null;
  office_holder: boolean;
  action: string;
  object_type: string;
  case_number: string | null;
  client_id: string | null;
  purpose: string | null;
  result: LogRowView['result'];
}

export interface LogWanted {
  organizationId: string;
  clientId: string | null;
  personId: string | null;
  action: string | null;
  result: string | null;
  from: Date | null;
  to: Date | null;
  after: { at: Date; id: string } | null;
  count: number;
}

/** Each has an index of its own; what else is asked is looked at on the way. */
const searchBy = (name: string, key: string): Statement =>
  statement(
    name,
    `select e.id::text, e.at, e.person_id, p.given_name || ' ' || p.surname as person_name, e.role, e.office_holder, e.action, e.object_type,
            case when e.object_type = 'referral' then app.log_case_number(e.object_id) end as case_number, e.client_id, e.purpose, e.result
       from audit_event e left join person p on p.id = e.person_id
      where e.organization_id = $1 and ${key}
        and ($4::text is null or e.action = $4) and ($5::text is null or e.result = $5)
        and e.at >= coalesce($6::timestamptz, '-infinity') and e.at < coalesce($7::timestamptz, 'infinity')
        and (e.at, e.id) < (coalesce($8::timestamptz, 'infinity'), coalesce($9::bigint, 0))
      order by e.at desc, e.id desc limit $10`,
  );
const byClient = searchBy(
  'search-log-by-client',
  'e.client_id = $2::uuid and ($3::uuid is null or e.person_id = $3)',
);
const byPerson = searchBy('search-log-by-person', '$2::uuid is null and e.person_id = $3::uuid');
const byTime = searchBy('search-log-by-time', '$2::uuid is null and $3::uuid is null');
const clientOfCase = statement('log-client-of-case', 'select app.log_client_of_case($1) as id');

/** The own organization's rows, for its data protection officer: row-level security says so as well. */
@Injectable()
export class LogSearchQuery {
  constructor(private readonly database: Database) {}

  list(wanted: LogWanted): Promise<LogRowRecord[]> {
    const { organizationId, clientId, personId, action, result, from, to, after, count } = wanted;
    const by = clientId ? byClient : personId ? byPerson : byTime;
    return this.database.rows<LogRowRecord>(by, [
      organizationId,
      clientId,
      personId,
      action,
      result,
      from,
      to,
      after?.at ?? null,
      after?.id ?? null,
      count,
    ]);
  }

  async findClientOfCase(caseNumber: string): Promise<string | undefined> {
    return (await this.database.row<{ id: string | null }>(clientOfCase, [caseNumber]))?.id ?? undefined;
  }
}
