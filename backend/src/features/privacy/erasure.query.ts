import { Injectable } from '@nestjs/common';
import type { ErasureRequestView, HoldView } from '@rinnalla/shared/privacy/erasure-routes';
import type { CaseFacts, ErasurePlan } from '@rinnalla/shared/privacy/erasure';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

/** What an erasure did, as it is kept: rules by their codes, so that the words may be read in any language. */
export interface KeptReport {
  going: string[];
  kept: Omit<ErasurePlan['kept'][number], 'referralId'>[];
  clientGoes: boolean;
  counts: ErasurePlan['counts'];
  holdersAsked: number;
}

export interface ErasureRequestRow {
  id: string;
  version: number;
  client_id: string;
  state: ErasureRequestView['state'];
  case_numbers: string[];
  asked_at: Date;
  asked_by_name: string;
  due_on: string;
  is_held: boolean;
  decided_at: Date | null;
  decided_by_name: string | null;
  refusal: NonNullable<ErasureRequestView['decided']>['refusal'];
  report: KeptReport | null;
}

export interface HoldRow {
  id: string;
  version: number;
  client_id: string;
  case_number: string | null;
  act: string;
  reason: string;
  from_day: string;
  to_day: string | null;
  set_at: Date;
  set_by_name: string;
  ended_at: Date | null;
  ended_by_name: string | null;
}

const requestColumns = `q.id, q.version, q.client_id, q.state, app.cases_of_request(q.id) as case_numbers, q.asked_at, q.asked_by_name, q.due_on::text,
  app.request_is_held(q.id) as is_held, q.decided_at, q.decided_by_name, q.refusal, q.report`;
const holdColumns = `h.id, h.version, h.client_id, h.case_number, h.act, h.reason, h.from_day::text, h.to_day::text, h.set_at, h.set_by_name, h.ended_at, h.ended_by_name`;

const requests = statement(
  'erasure-requests',
  `select ${requestColumns} from erasure_request q where q.organization_id = (select app.privacy_organization())
    order by q.state <> 'asked', coalesce(q.decided_at, q.asked_at) desc, q.id limit 200`,
);
const oneRequest = statement(
  'erasure-request',
  `select ${requestColumns} from erasure_request q where q.id = $1 and q.organization_id = (select app.privacy_organization())`,
);
const requestWithCases = statement(
  'erasure-request-with-cases',
  `select ${requestColumns}, f.cases from erasure_request q cross join lateral app.erasure_facts(q.id) f
    where q.id = $1 and q.organization_id = (select app.privacy_organization())`,
);
const requestOfClient = statement(
  'erasure-request-of-client',
  `select ${requestColumns} from erasure_request q where q.client_id = $1 order by q.asked_at desc, q.id limit 1`,
);
const holds = statement(
  'legal-holds',
  `select ${holdColumns} from legal_hold h where h.organization_id = (select app.privacy_organization())
    order by h.ended_at is not null, h.set_at desc, h.id limit 200`,
);
const holdsOfClient = statement(
  'legal-holds-of-client',
  `select ${holdColumns} from legal_hold h where h.client_id = $1 and h.ended_at is null order by h.set_at, h.id`,
);
const oneHold = statement('legal-hold', `select ${holdColumns} from legal_hold h where h.id = $1`);

/** Requests and holds of the own organization; of a client, for who may read the client. Row-level security says the same. */
@Injectable()
export class ErasureQuery {
  constructor(private readonly database: Database) {}

  listRequests(): Promise<ErasureRequestRow[]> {
    return this.database.rows<ErasureRequestRow>(requests);
  }

  findRequest(requestId: string): Promise<ErasureRequestRow | undefined> {
    return this.database.row<ErasureRequestRow>(oneRequest, [requestId]);
  }

  findOfClient(clientId: string): Promise<ErasureRequestRow | undefined> {
    return this.database.row<ErasureRequestRow>(requestOfClient, [clientId]);
  }

  /** With what the plan of an erasure asks of each of the client's cases. */
  findRequestWithCases(requestId: string): Promise<(ErasureRequestRow & { cases: CaseFacts[] }) | undefined> {
    return this.database.row(requestWithCases, [requestId]);
  }

  listHolds(): Promise<HoldRow[]> {
    return this.database.rows<HoldRow>(holds);
  }

  listHoldsOf(clientId: string): Promise<HoldRow[]> {
    return this.database.rows<HoldRow>(holdsOfClient, [clientId]);
  }

  findHold(holdId: string): Promise<HoldRow | undefined> {
    return this.database.row<HoldRow>(oneHold, [holdId]);
  }
}

/** Names every field that leaves the server. */
export const presentHold = (row: HoldRow, today: string): HoldView => ({
  id: row.id,
  version: row.version,
  caseNumber: row.case_number,
  act: row.act,
  reason: row.reason,
  from: row.from_day,
  to: row.to_day,
  setBy: row.set_by_name,
  setAt: row.set_at.toISOString(),
  ended: row.ended_at && { by: row.ended_by_name ?? '', at: row.ended_at.toISOString() },
  stands: row.ended_at === null && row.from_day <= today && (row.to_day === null || row.to_day >= today),
});
