import type { TransitionInput } from '@rinnalla/shared/referral/transition-input';
import { type Statement, statement } from '../../platform/database/statement.js';
import { openForClient } from './open-for-client.js';
import { partyOfStep, recordColumns } from './referral-record.js';

type Action = TransitionInput['action'];

/** What a decision may ask besides the referral's own row. */
type FactGroup =
  | 'draft'
  | 'service'
  | 'place'
  | 'queue'
  | 'groupDay'
  | 'contact'
  | 'suggestion'
  | 'questions'
  | 'lastStep'
  | 'ending';

/** PostgreSQL readies every part of a statement whenever it runs, also those that are not reached: an action asks no more than it needs. */
const asked: Record<Action, readonly FactGroup[]> = {
  send: ['draft', 'service'],
  acknowledge: [],
  ask: ['questions'],
  answer: ['questions'],
  accept: ['place', 'contact'],
  waitlist: ['place'],
  offer: ['place', 'queue'],
  take_offer: ['groupDay'],
  refuse_offer: [],
  decline: ['suggestion'],
  withdraw: [],
  not_started: [],
  start: ['service', 'place'],
  finish: [],
  report: ['ending'],
  approve: ['ending'],
  undo: ['lastStep'],
};

const place = `place as materialized (
  select o.id, o.available, o.ends_on, o.status
    from r join offering o on o.service_id = r.service_id
     and o.id = coalesce($2::uuid, r.offering_id,
                         (select first.id from offering first where $6::boolean and first.service_id = r.service_id and first.status = 'open'
                           order by first.starts_on nulls first, first.code limit 1))
     for update of o)`;
const lastStep = `last_step as (
  select s.* from r join referral_step s on s.referral_id = r.id where s.action <> 'reassign' order by s.version desc limit 1)`;

interface Fact {
  group: FactGroup;
  sql: string;
  /** What stands for it when it is not asked. */
  unasked: string;
}

/** By the names of `LockedReferral`. */
const facts: Record<string, Fact> = {
  goal: { group: 'draft', sql: 'k.goal', unasked: 'null' },
  draftTexts: {
    group: 'draft',
    sql: `jsonb_build_array(k.goal, k.background, k.agreed, k.contact_wishes)`,
    unasked: `'[]'::jsonb`,
  },
  client: {
    group: 'draft',
    sql: `case when c.id is not null then jsonb_build_object('firstName', c.first_name, 'birthYear', c.birth_year, 'nonDisclosure', c.non_disclosure) end`,
    unasked: 'null',
  },
  service: {
    group: 'service',
    sql: `case when s.id is not null then jsonb_build_object(
            'takesReferrals', s.status = 'published' and s.referral_mode <> 'self' and s.origin <> 'ptv', 'dataRegime', s.data_regime,
            'ageMin', s.age_min, 'ageMax', s.age_max, 'reportingDuty', s.reporting_duty, 'typicalWeeks', s.duration_weeks->'typical') end`,
    unasked: 'null',
  },
  openForClient: {
    group: 'draft',
    sql: `coalesce(${openForClient('s', 'c', 'r.sender_organization_id')}, false)`,
    unasked: 'false',
  },
  area: {
    group: 'draft',
    sql: '(select m.region_name from municipality m where m.code = any (s.municipalities) group by m.region_name order by count(*) desc limit 1)',
    unasked: 'null',
  },
  informed: {
    group: 'draft',
    sql: 'exists (select from informing_record i where i.client_id = r.client_id and i.service_id = r.service_id)',
    unasked: 'false',
  },
  // The newest consent counts, and only for the organization that runs the service now.
  consented: {
    group: 'draft',
    sql: `coalesce((select n.withdrawn_at is null and n.valid_until >= $5::date from consent_record n
                     where n.client_id = r.client_id and n.service_id = r.service_id and n.recipient_organization_id = r.provider_organization_id
                     order by n.recorded_at desc, n.withdrawn_at desc nulls first limit 1), false)`,
    unasked: 'false',
  },
  duplicateOpen: {
    group: 'draft',
    sql: `exists (select from referral d where d.client_id = r.client_id and d.service_id = r.service_id and d.id <> r.id
                   and d.status <> 'draft' and d.list_group <> 'ended')`,
    unasked: 'false',
  },
  offering: {
    group: 'place',
    sql: `(select jsonb_build_object('id', p.id, 'freePlaces', p.available, 'endsOn', p.ends_on, 'isOpen', p.status = 'open') from place p)`,
    unasked: 'null',
  },
  isFirstInQueue: {
    group: 'queue',
    sql: 'coalesce((select w.place_in_queue = 1 from app.queue_position(r.id) w), false)',
    unasked: 'false',
  },
  // Unlocked: the sender, who asks, changes nothing of the offering.
  groupDay: {
    group: 'groupDay',
    sql: '(select o.starts_on::text from offering o where o.id = r.offering_id)',
    unasked: 'null',
  },
  contactName: {
    group: 'contact',
    sql: `(select p.given_name || ' ' || p.surname from membership m join person p on p.id = m.person_id
            where m.person_id = $3 and m.organization_id = r.provider_organization_id and m.role in ('providerWorker', 'providerManager')
              and m.valid_from <= $5::date and (m.valid_to is null or m.valid_to >= $5::date) limit 1)`,
    unasked: 'null',
  },
  suggestionExists: {
    group: 'suggestion',
    sql: `exists (select from service w where w.id = $4 and w.id <> r.service_id and w.status = 'published')`,
    unasked: 'false',
  },
  questions: {
    group: 'questions',
    sql: `coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'field', q.field, 'answered', q.answered_at is not null))
                     from referral_question q where q.referral_id = r.id), '[]')`,
    unasked: `'[]'::jsonb`,
  },
  lastStep: {
    group: 'lastStep',
    sql: `(select jsonb_build_object('action', l.action, 'party', ${partyOfStep('l')}, 'from', l.from_status, 'at', l.at, 'version', l.version,
                                     'actorName', l.actor_name) from last_step l)`,
    unasked: 'null',
  },
  followed: {
    group: 'lastStep',
    sql: `coalesce((select l.action in ('accept', 'waitlist', 'decline') and app.was_followed(r.id, l.at) from last_step l), false)`,
    unasked: 'false',
  },
  endedEarly: {
    group: 'ending',
    sql: `coalesce((select (e.details->>'early')::boolean from referral_step e where e.referral_id = r.id and e.action = 'finish'
                     order by e.version desc limit 1), false)`,
    unasked: 'false',
  },
};

/** Locks the referral, then the offering, and reads the facts. $1 referral, $2 offering, $3 contact, $4 suggested service, $5 today, $6 any offering. */
const lockedTo = (action: Action): Statement => {
  const asks = (group: FactGroup): boolean => asked[action].includes(group);
  const columns = Object.entries(facts).map(
    ([name, { group, sql, unasked }]) => `${asks(group) ? sql : unasked} as "${name}"`,
  );
  return statement(
    `referral-locked-to-${action}`,
    `with r as materialized (select * from referral where id = $1 for update)${asks('place') ? `, ${place}` : ''}${asks('lastStep') ? `, ${lastStep}` : ''}
     select ${recordColumns}, app.my_people() as people, ${columns.join(', ')}
       from r
       ${asks('draft') ? `left join referral_content k on k.referral_id = r.id left join client c on c.id = r.client_id and r.status = 'draft'` : ''}
       ${asks('service') ? 'left join service s on s.id = r.service_id' : ''}
      -- Tells the types of what this action does not ask.
      where true or ($2::uuid, $3::uuid, $4::uuid, $5::date, $6::boolean) is null`,
  );
};

export const lockedReferral = Object.fromEntries(
  (Object.keys(asked) as Action[]).map((action) => [action, lockedTo(action)]),
) as Record<Action, Statement>;
