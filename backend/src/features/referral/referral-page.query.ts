import { Injectable } from '@nestjs/common';
import type { ContactWay, PlanType } from '@rinnalla/shared/client/needs';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { Role } from '@rinnalla/shared/organization/role';
import type { ReferralAction } from '@rinnalla/shared/referral/referral-action';
import type { Side } from '@rinnalla/shared/referral/referral';
import type { ReferralStatus } from '@rinnalla/shared/referral/referral-status';
import { Database } from '../../platform/database/database.js';
import { type Statement, statement } from '../../platform/database/statement.js';
import { partyOfStep } from './referral-record.js';
import { type ReferralRowRecord, rowColumns, rowTables } from './row-columns.js';

export interface PageStep {
  version: number;
  action: ReferralAction;
  from: ReferralStatus | null;
  to: ReferralStatus;
  at: string;
  actorName: string;
  organization: Localized;
  side: Side | 'system';
  reason: string | null;
  note: string | null;
  details: Record<string, unknown>;
}

interface PageOffering {
  id: string;
  code: string;
  startsOn: string | null;
  continuous: boolean;
  freePlaces: number;
  waitlistLength: number;
}

/** One referral with everything that its page may show. Identity and contact are null until the stage includes them. */
export interface ReferralPageRecord extends ReferralRowRecord {
  people: string[];
  content: {
    background: string | null;
    agreed: string | null;
    planType: PlanType;
    planExtract: string | null;
    binding: boolean;
    language: string;
    ageBand: string | null;
    contactWishes: string | null;
  } | null;
  identity: {
    surname: string;
    identityCode: string | null;
    way: ContactWay | null;
    phone: string | null;
    email: string | null;
    wishes: string | null;
  } | null;
  service: { reportingDuty: string; municipalities: string[]; area: Localized | null } | null;
  offering:
    | (PageOffering & { startInstructions: Localized; transport: Localized; address: string | null })
    | null;
  offerings: PageOffering[];
  steps: PageStep[];
  questions: { id: string; field: string; question: string; askedAt: string; answer: string | null }[];
  queue: { position: number; length: number } | null;
  suggestedService: { id: string; title: Localized } | null;
  followed: boolean;
  alternatives: { id: string; title: Localized }[];
  nextReferralId: string | null;
  team: { name: string; organizationId: string; role: Role }[];
}

const offeringFields = `'id', o.id, 'code', o.code, 'startsOn', o.starts_on, 'continuous', o.intake = 'continuous',
  'freePlaces', greatest(o.available, 0), 'waitlistLength', o.waitlist_length`;

const placesToPromise = `case when r.status in ('sent', 'acknowledged', 'waitlisted') then coalesce((
            select jsonb_agg(jsonb_build_object(${offeringFields}) order by o.starts_on nulls first, o.code)
              from offering o where o.service_id = r.service_id and o.status = 'open' and (o.ends_on is null or o.ends_on >= $2::date)
               -- A place is offered where the client waits.
               and (r.status <> 'waitlisted' or o.id = r.offering_id)), '[]') else '[]' end`;
const alternatives = `coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title) order by a.rank)
            from referral_alternative a join service g on g.id = a.service_id where a.referral_id = r.id), '[]')`;

/** One for each side: PostgreSQL readies every part of a statement whenever it runs, also what only the other side reads. $1 referral, $2 today. */
const pageFor = (side: Side): Statement => {
  const onlyFor = (reader: Side, sql: string, otherwise: string): string =>
    side === reader ? sql : otherwise;
  return statement(
    `referral-page-${side}`,
    `with last_answer as (
     select s.* from referral_step s where s.referral_id = $1 and s.action in ('accept', 'waitlist', 'decline') order by s.version desc limit 1)
   select ${rowColumns}, -- Who has opened it in an emergency reads it as who stands in for the handler; acting is another question.
          case when r.client_id = any ((select app.opened_clients())::uuid[]) then app.my_people() || r.handler_id else app.my_people() end as people,
          case when k.referral_id is not null then jsonb_build_object('background', k.background, 'agreed', k.agreed, 'planType', k.plan_type,
            'planExtract', (select e.extract from referral_plan_extract e where e.referral_id = r.id), 'binding', k.binding, 'language', k.language, 'ageBand', k.age_band, 'contactWishes', k.contact_wishes) end as content,
          -- The tables of identity and contact are not even opened before the stage that includes them.
          case when ${onlyFor('sender', 'true', `r.status in ('accepted', 'started', 'paused', 'closing', 'completed', 'interrupted')`)} then (
            select jsonb_build_object('surname', i.surname, 'identityCode', i.identity_code, 'way', t.way, 'phone', t.phone, 'email', t.email, 'wishes', t.wishes)
              from client_identity i left join client_contact t on t.client_id = i.client_id where i.client_id = r.client_id) end as identity,
          case when s.id is not null then jsonb_build_object('reportingDuty', s.reporting_duty, 'municipalities', s.municipalities,
            'area', case when s.nationwide then '{"fi": "Koko Suomi", "sv": "Hela Finland", "en": "All of Finland"}'::jsonb else
              (select m.region_name from municipality m where m.code = any (s.municipalities) group by m.region_name order by count(*) desc limit 1) end) end as service,
          (select jsonb_build_object(${offeringFields}, 'startInstructions', o.start_instructions, 'transport', o.transport,
                  'address', (select nullif(concat_ws(', ', l.street_address, nullif(concat_ws(' ', l.postal_code, (select y.name->>'fi' from municipality y where y.code = l.municipality_code)), '')), '')
                                from offering_location l
                               where l.offering_id = o.id and l.street_address is not null and l.visibility <> 'never'))
             from offering o where o.id = r.offering_id) as offering,
          ${onlyFor('provider', placesToPromise, `'[]'::jsonb`)} as offerings,
          coalesce((select jsonb_agg(jsonb_build_object('version', p.version, 'action', p.action, 'from', p.from_status, 'to', p.to_status, 'at', p.at,
                      'actorName', p.actor_name, 'organization', p.organization_name, 'side', ${partyOfStep('p')}, 'reason', p.reason, 'note', p.note,
                      'details', p.details) order by p.version)
                      from referral_step p where p.referral_id = r.id), '[]') as steps,
          coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'field', q.field, 'question', q.question, 'askedAt', q.asked_at, 'answer', q.answer)
                      order by q.asked_at, q.id) from referral_question q where q.referral_id = r.id), '[]') as questions,
          case when r.status = 'waitlisted' then (select jsonb_build_object('position', w.place_in_queue, 'length', w.queue_length)
            from app.queue_position(r.id) w) end as queue,
          -- By key: joined to the answer, the whole catalogue would be read for the one service it may name.
          (select jsonb_build_object('id', g.id, 'title', g.title) from service g
            where g.id = (select (a.details->>'suggestedServiceId')::uuid from last_answer a)) as "suggestedService",
          ${onlyFor('provider', 'coalesce((select a.version = r.version and app.was_followed(r.id, a.at) from last_answer a), false)', 'false')} as followed,
          ${onlyFor('sender', alternatives, `'[]'::jsonb`)} as alternatives,
          ${onlyFor('sender', '(select n.id from referral n where n.previous_referral_id = r.id order by n.created_at desc limit 1)', 'null')} as "nextReferralId",
          coalesce((select jsonb_agg(jsonb_build_object('name', t.name, 'organizationId', t.organization_id, 'role', t.role))
                      from app.case_team(r.id, $2::date) t), '[]') as team
     from referral r ${rowTables}
    where r.id = $1`,
  );
};
const pages: Record<Side, Statement> = { sender: pageFor('sender'), provider: pageFor('provider') };

@Injectable()
export class ReferralPageQuery {
  constructor(private readonly database: Database) {}

  find(referralId: string, side: Side, today: string): Promise<ReferralPageRecord | undefined> {
    return this.database.row<ReferralPageRecord>(pages[side], [referralId, today]);
  }
}
