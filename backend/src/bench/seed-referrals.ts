import { oneOf, type Scale, seededId, spread } from './scale.js';

/** As often as they stand here: most referrals of some years are over, a third are under way. */
const statuses = [
  'sent',
  'sent',
  'acknowledged',
  'acknowledged',
  'clarification',
  'waitlisted',
  'accepted',
  'accepted',
  'started',
  'started',
  'started',
  'closing',
  'completed',
  'completed',
  'completed',
  'completed',
  'completed',
  'interrupted',
  'declined',
  'declined',
  'withdrawn',
];
const urgencies = ['K1', 'K2', 'K3', 'K3', 'K3', 'K4'];
const over = `('completed', 'interrupted', 'declined', 'withdrawn')`;
/** Nobody at the association has taken it yet. */
const untaken = `('sent', 'acknowledged', 'withdrawn')`;

export const referralsSql = ({ clients, services, referrals }: Scale): string => `
  create temporary table taker as
    select distinct on (organization_id) organization_id, person_id from membership where role = 'providerManager' order by organization_id, person_id;
  insert into referral (id, case_number, version, status, status_since, client_id, sender_organization_id, handler_id, handler_name, provider_organization_id,
                        service_id, offering_id, assignee_id, assignee_name, urgency, sent_at, due_at, answer_started_at, answer_due_at, created_at, updated_at)
  select ${seededId('referral', 'n')}, 'B-2026-' || n, case when r.state = 'sent' then 2 else 3 end, r.state, at, c.id, c.organization_id, c.handler_id, 'Henkilö Numero',
         s.organization_id, s.id, case when r.state not in ${untaken} then ${seededId('offering', 'service_number')} end,
         case when r.state not in ${untaken} then t.person_id end, case when r.state not in ${untaken} then 'Henkilö Numero' end, ${oneOf(urgencies, 'n', 'urgency')},
         at, case when r.state not in ${over} then at + interval '5 days' end, at, at + interval '5 days', at, at
    from (select n, ${oneOf(statuses, 'n', 'status')} as state, 1 + ${spread('n', 'service', services)} as service_number,
                 timestamptz '2026-11-20 08:00+02' - make_interval(mins => ${spread('n', 'minutes', 525_600)}) as at
            from generate_series(1, ${referrals}) n) r
    join client c on c.id = ${seededId('client', `1 + (n - 1) % ${clients}`)}
    join service s on s.id = ${seededId('service', 'service_number')}
    join taker t on t.organization_id = s.organization_id
   order by 1`;

/** What the triggers would copy is written here: triggers and foreign keys are off while so much is poured in. */
export const contentSql = (which = 'true'): string => `
  insert into referral_content (referral_id, sender_organization_id, provider_organization_id, handler_id, non_disclosure, open_to_provider,
                                first_name, goal, needs, background, plan_type, language, age_band, municipality_code)
  select r.id, r.sender_organization_id, r.provider_organization_id, r.handler_id, r.non_disclosure, r.status not in ('draft', 'declined', 'withdrawn', 'expired', 'entered_in_error'),
         c.first_name, c.goal, c.needs, 'On tehnyt kotona puutöitä ja haluaa rauhallisen alun.', 'employment', 'fi', '30–39', c.home_municipality_code
    from referral r join client c on c.id = r.client_id
   where ${which}
   order by r.id`;

/** Of every tenth: a plan is not always there. */
export const planExtractsSql = `
  insert into referral_plan_extract (referral_id, extract)
  select r.id, 'Tavoitteena rauhallinen alku työpajalla.' from referral r where right(r.id::text, 1) in ('0', '7')`;

export const stepsSql = `
  insert into referral_step (referral_id, version, action, from_status, to_status, at, person_id, actor_name, organization_id, organization_name, role)
  select r.id, 2, 'send', 'draft', 'sent', r.sent_at, r.handler_id, r.handler_name, o.id, o.name, 'coach'
    from referral r join organization o on o.id = r.sender_organization_id
  union all
  select r.id, 3, case r.status when 'acknowledged' then 'acknowledge' when 'clarification' then 'ask' when 'waitlisted' then 'waitlist' when 'declined' then 'decline'
                                when 'accepted' then 'accept' when 'withdrawn' then 'withdraw' when 'started' then 'start' else 'finish' end,
         'sent', r.status, r.status_since, t.person_id, 'Henkilö Numero', o.id, o.name, 'providerManager'
    from referral r join organization o on o.id = r.provider_organization_id join taker t on t.organization_id = o.id
   where r.status <> 'sent'
  order by 1, 2;
  insert into referral_question (id, referral_id, field, question, asked_at, answer, answered_at)
  select ${seededId('question', 'r.id::text')}, r.id, 'startWish', 'Sopiiko aloitus jo ensi viikolla?', r.sent_at + interval '1 day',
         case when r.status <> 'clarification' then 'Sopii.' end, case when r.status <> 'clarification' then r.sent_at + interval '2 days' end
    from referral r where r.status = 'clarification' or r.case_number like '%7';
  insert into referral_alternative (referral_id, rank, service_id)
  select r.id, 1, r.service_id from referral r where r.case_number like '%3'`;
