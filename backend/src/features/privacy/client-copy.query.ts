import { Injectable } from '@nestjs/common';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

export interface CopiedClient {
  firstName: string;
  surname: string;
  identityCode: string | null;
  birthYear: number | null;
  language: string;
  goal: string;
  needs: string[];
  planType: string;
  homeMunicipality: string | null;
  nonDisclosure: boolean;
  nonDisclosureUntil: string | null;
  contactWay: string;
  phone: string | null;
  email: string | null;
  wishes: string | null;
  since: string;
}

export interface CopiedReferral {
  caseNumber: string;
  service: Localized | null;
  provider: Localized;
  status: string;
  sentAt: string | null;
  goal: string | null;
  needs: string[];
  background: string | null;
  agreed: string | null;
  planExtract: string | null;
  contactWishes: string | null;
  steps: {
    at: string;
    action: string;
    organization: Localized;
    reason: string | null;
    note: string | null;
  }[];
  questions: { question: string; answer: string | null }[];
  /** What both sides wrote on the shared case, by organization; removed words are gone. */
  messages: ({ at: string; organization: Localized } & CopiedWords)[];
  /** What the own organization wrote for itself: the client's data as well (GDPR Art. 15). */
  notes: ({ conversationId: string; seq: number; at: string } & CopiedWords)[];
  /** Files that were sent, the own organization's among its notes too; their content is given beside the copy. */
  files: CopiedFile[];
}

/** What a message says; in one that notes a call to the client, whether somebody answered. */
export interface CopiedWords {
  body: string;
  call: boolean | null;
}

export interface CopiedFile {
  conversationId: string;
  attachmentId: string;
  at: string;
  organization: Localized;
  name: string;
  type: string;
  bytes: number;
  sha256: string;
}

const standing = (e: string): string =>
  `${e}.kind in ('message', 'edit') and ${e}.body is not null
                       and not exists (select from conversation_entry g where g.conversation_id = ${e}.conversation_id and g.kind = 'redaction'
                                          and (g.details->>'concerns')::bigint = case ${e}.kind when 'edit' then (${e}.details->>'concerns')::bigint else ${e}.seq end)`;

const callOf = (e: string): string =>
  `case when ${e}.details->'card'->>'kind' = 'phoneCall' then (${e}.details->'card'->>'reached')::boolean end`;

const copiedClient = statement(
  'copied-client',
  `select c.first_name as "firstName", i.surname, i.identity_code as "identityCode", c.birth_year as "birthYear", c.language, c.goal, c.needs,
          c.plan_type as "planType", m.name->>'fi' as "homeMunicipality", c.non_disclosure as "nonDisclosure", c.non_disclosure_until::text as "nonDisclosureUntil",
          k.way as "contactWay", k.phone, k.email, k.wishes, to_json(c.created_at)#>>'{}' as since
     from client c join client_identity i on i.client_id = c.id join client_contact k on k.client_id = c.id
     left join municipality m on m.code = c.home_municipality_code
    where c.id = $1`,
);
const copiedReferrals = statement(
  'copied-referrals',
  `select r.case_number as "caseNumber", coalesce(s.title, app.service_title(r.id)) as service, o.name as provider, r.status,
          to_json(r.sent_at)#>>'{}' as "sentAt", t.goal, coalesce(t.needs, '{}') as needs, t.background, t.agreed, (select e.extract from referral_plan_extract e where e.referral_id = r.id) as "planExtract", t.contact_wishes as "contactWishes",
          coalesce((select jsonb_agg(jsonb_build_object('at', p.at, 'action', p.action, 'organization', p.organization_name, 'reason', p.reason, 'note', p.note) order by p.version)
                      from referral_step p where p.referral_id = r.id), '[]') as steps,
          coalesce((select jsonb_agg(jsonb_build_object('question', q.question, 'answer', q.answer) order by q.asked_at, q.id)
                      from referral_question q where q.referral_id = r.id), '[]') as questions,
          coalesce((select jsonb_agg(jsonb_build_object('at', e.at, 'organization', w.name, 'body', e.body, 'call', ${callOf('e')}) order by e.seq)
                      from conversation v join conversation_entry e on e.conversation_id = v.id
                      join organization w on w.id = e.organization_id
                     where v.referral_id = r.id and v.audience_organization_id is null and ${standing('e')}), '[]') as messages,
          coalesce((select jsonb_agg(jsonb_build_object('conversationId', v.id, 'seq', e.seq, 'at', e.at, 'body', e.body, 'call', ${callOf('e')}) order by e.seq)
                      from conversation v join conversation_entry e on e.conversation_id = v.id
                     where v.referral_id = r.id and v.audience_organization_id = r.sender_organization_id and ${standing('e')}), '[]') as notes,
          coalesce((select jsonb_agg(jsonb_build_object('conversationId', v.id, 'attachmentId', a.id, 'at', a.received_at, 'organization', w.name, 'name', a.name,
                                                        'type', a.type, 'bytes', a.bytes, 'sha256', a.digest) order by a.received_at, a.id)
                      from conversation v join attachment a on a.conversation_id = v.id and a.entry_seq is not null and a.state <> 'refused'
                      join organization w on w.id = a.organization_id
                     where v.referral_id = r.id and v.audience_organization_id is not distinct from
                           case when v.audience_organization_id is not null then r.sender_organization_id end), '[]') as files
     from referral r join organization o on o.id = r.provider_organization_id
     left join service s on s.id = r.service_id
     left join referral_content t on t.referral_id = r.id
    where r.client_id = $1 and r.sender_organization_id = app.client_organization()
    order by r.created_at, r.id`,
);

/** Everything of a client that the own organization holds, under the row-level security of whoever asks. */
@Injectable()
export class ClientCopyQuery {
  constructor(private readonly database: Database) {}

  findClient(clientId: string): Promise<CopiedClient | undefined> {
    return this.database.row<CopiedClient>(copiedClient, [clientId]);
  }

  listReferrals(clientId: string): Promise<CopiedReferral[]> {
    return this.database.rows<CopiedReferral>(copiedReferrals, [clientId]);
  }
}
