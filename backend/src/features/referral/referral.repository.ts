import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { CapacityChange } from '@rinnalla/shared/referral/capacity-change';
import type { ReferralAction } from '@rinnalla/shared/referral/referral-action';
import type { QueryResultRow } from 'pg';
import { Database } from '../../platform/database/database.js';
import { type Statement, statement } from '../../platform/database/statement.js';
import { type Call, call } from '../../platform/database/statement-flight.js';
import {
  type ReferralRecord,
  type ReferralState,
  stateAssignments,
  stateDefinition,
} from './referral-record.js';

/** A step with everything that is written for it. */
export interface Step {
  action: ReferralAction;
  at: Date;
  person: { id: string; name: string };
  organization: { id: string; name: object };
  role: string;
  reason: string | null;
  note: string | null;
  details: Record<string, unknown>;
  asked: readonly { field: string; question: string }[];
  answered: readonly { questionId: string; answer: string }[];
  /** The reason for which the need stays unmet. */
  unmetNeed: string | null;
  takesBackUnmetNeed: boolean;
  capacity: CapacityChange;
}

/** What a step may bring along; $6 holds what these need. Volatile functions stand where each is called once. */
const parts = {
  asked: `asked as (
    insert into referral_question (referral_id, field, question, asked_at)
    select $1, q.field, q.question, s.at from s, jsonb_to_recordset($6::jsonb->'asked') as q (field text, question text))`,
  answered: `answered as (
    update referral_question q set answer = a.answer, answered_at = s.at
      from s, jsonb_to_recordset($6::jsonb->'answered') as a ("questionId" uuid, answer text)
     where q.referral_id = $1 and q.id = a."questionId")`,
  // What leaves is what is known of the client when it leaves.
  content: `content as (
    update referral_content k
       set first_name = c.first_name, language = c.language, plan_type = c.plan_type, municipality_code = c.home_municipality_code
      from referral r join client c on c.id = r.client_id
     where k.referral_id = $1 and r.id = $1)`,
  unmet: `unmet as (
    insert into unmet_need (referral_id, service_id, category, municipality_code, reason, at)
    select $1, r.service_id, v.category, k.municipality_code, $6::jsonb->>'unmetNeed', s.at
      from s, referral r join referral_content k on k.referral_id = r.id left join service v on v.id = r.service_id
     where r.id = $1)`,
  moved: `moved as (
    select app.move_places($1, p."offeringId", p.reserved, p."inUse", p.waitlist) as moved
      from jsonb_to_record($6::jsonb->'places') as p ("offeringId" uuid, reserved integer, "inUse" integer, waitlist integer))`,
  takenBack: `taken_back as (select app.take_back_unmet_need($1) as taken_back)`,
};
type Part = keyof typeof parts;

const made = new Map<string, Statement>();

/**
 * Everything of a step in one statement: the referral, its history, and the parts that this step has. PostgreSQL readies
 * every part of a statement whenever it runs, so there is one for each set of parts.
 */
const takenWith = (having: readonly Part[]): Statement => {
  const name = ['referral-step-taken', ...having].join('-');
  const known = made.get(name);
  if (known) return known;
  const statementOfParts = statement(
    name,
    `with n as (select * from jsonb_to_record($3::jsonb) as n (${stateDefinition})),
        s as (select * from jsonb_to_record($4::jsonb) as s (action text, at timestamptz, person_id uuid, actor_name text,
                organization_id uuid, organization_name jsonb, role text, reason text, note text, details jsonb)),
        changed as (
          update referral r set version = $2 + 1, updated_at = s.at, ${stateAssignments}
            from n, s where r.id = $1 and r.version = $2 returning r.id),
        step as (
          insert into referral_step (referral_id, version, action, from_status, to_status, at, person_id, actor_name, organization_id, organization_name, role, reason, note, details)
          select $1, $2 + 1, s.action, $5, n.status, s.at, s.person_id, s.actor_name, s.organization_id, s.organization_name, s.role, s.reason, s.note, s.details from n, s)
        ${having.map((part) => `, ${parts[part]}`).join('')}
   select (select count(*)::int from changed) as changed, ${having.includes('moved') ? '(select moved from moved)' : 'true'} as moved
          ${having.includes('takenBack') ? ', (select taken_back from taken_back)' : ''}
    where $6::jsonb is not null`,
  );
  made.set(name, statementOfParts);
  return statementOfParts;
};

@Injectable()
export class ReferralRepository {
  constructor(private readonly database: Database) {}

  /** Writes a step that was decided on a locked referral, and what goes with it in the same message. Refuses with `noFreePlace` when the offering cannot take it. */
  async take(
    before: ReferralRecord,
    after: ReferralState,
    step: Step,
    beside: readonly Call[],
  ): Promise<QueryResultRow[][]> {
    const [[taken], ...others] = (await this.database.together([
      stepCall(before, after, step),
      ...beside,
    ])) as [QueryResultRow[], ...QueryResultRow[][]];
    if (taken?.['changed'] !== 1) throw new Problem('changedMeanwhile');
    if (!taken['moved']) throw new Problem('notFound');
    return others;
  }
}

const stepCall = (before: ReferralRecord, after: ReferralState, step: Step): Call => {
  const { action, at, person, organization, role, reason, note, details } = step;
  const row = {
    action,
    at,
    person_id: person.id,
    actor_name: person.name,
    organization_id: organization.id,
    organization_name: organization.name,
    role,
    reason,
    note,
    details,
  };
  const { asked, answered, unmetNeed, capacity } = step;
  const places = { offeringId: after.offeringId ?? before.offeringId, ...capacity };
  return call(takenWith(partsOf(step)), [
    before.id,
    before.version,
    JSON.stringify(after),
    JSON.stringify(row),
    before.status,
    JSON.stringify({ asked, answered, unmetNeed, places }),
  ]);
};

const partsOf = ({
  action,
  asked,
  answered,
  unmetNeed,
  takesBackUnmetNeed,
  capacity: { reserved, inUse, waitlist },
}: Step): Part[] => [
  ...(asked.length > 0 ? (['asked'] as const) : []),
  ...(answered.length > 0 ? (['answered'] as const) : []),
  ...(action === 'send' ? (['content'] as const) : []),
  ...(unmetNeed !== null ? (['unmet'] as const) : []),
  ...(reserved !== 0 || inUse !== 0 || waitlist !== 0 ? (['moved'] as const) : []),
  ...(takesBackUnmetNeed ? (['takenBack'] as const) : []),
];
