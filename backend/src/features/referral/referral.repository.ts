import { Injectable } from '@nestjs/common';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { CapacityChange } from '@rinnalla/shared/referral/capacity-change';
import type { ReferralAction } from '@rinnalla/shared/referral/referral-action';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { type ReferralRecord, type ReferralState, stateAssignments, stateDefinition } from './referral-record.js';

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

/**
 * Everything of a step in one statement: the referral, its history, questions, the client as it is when the referral leaves,
 * the unmet need, the places. Volatile functions stand where each is called once.
 */
const take = statement(
  'referral-step-taken',
  `with n as (select * from jsonb_to_record($3::jsonb) as n (${stateDefinition})),
        s as (select * from jsonb_to_record($4::jsonb) as s (action text, at timestamptz, person_id uuid, actor_name text,
                organization_id uuid, organization_name jsonb, role text, reason text, note text, details jsonb)),
        changed as (
          update referral r set version = $2 + 1, updated_at = s.at, ${stateAssignments}
            from n, s where r.id = $1 and r.version = $2 returning r.id),
        step as (
          insert into referral_step (referral_id, version, action, from_status, to_status, at, person_id, actor_name, organization_id, organization_name, role, reason, note, details)
          select $1, $2 + 1, s.action, $5, n.status, s.at, s.person_id, s.actor_name, s.organization_id, s.organization_name, s.role, s.reason, s.note, s.details from n, s),
        asked as (
          insert into referral_question (referral_id, field, question, asked_at)
          select $1, q.field, q.question, s.at from s, jsonb_to_recordset($6::jsonb) as q (field text, question text)),
        answered as (
          update referral_question q set answer = a.answer, answered_at = s.at
            from s, jsonb_to_recordset($7::jsonb) as a ("questionId" uuid, answer text)
           where q.referral_id = $1 and q.id = a."questionId"),
        -- What leaves is what is known of the client when it leaves.
        content as (
          update referral_content k
             set first_name = c.first_name, language = c.language, plan_type = c.plan_type, municipality_code = c.home_municipality_code
            from referral r join client c on c.id = r.client_id, s
           where k.referral_id = $1 and r.id = $1 and s.action = 'send'),
        unmet as (
          insert into unmet_need (referral_id, service_id, category, municipality_code, reason, at)
          select $1, r.service_id, v.category, k.municipality_code, $8, s.at
            from s, referral r join referral_content k on k.referral_id = r.id left join service v on v.id = r.service_id
           where r.id = $1 and $8::text is not null)
   select (select count(*)::int from changed) as changed,
          case when $9::uuid is null then true else app.move_places($1, $9, $10, $11, $12) end as moved,
          case when $13::boolean then app.take_back_unmet_need($1) end as taken_back`,
);

@Injectable()
export class ReferralRepository {
  constructor(private readonly database: Database) {}

  /** Writes a step that was decided on a locked referral. Refuses with `noFreePlace` when the offering cannot take it. */
  async take(before: ReferralRecord, after: ReferralState, step: Step): Promise<void> {
    const { action, at, person, organization, role, reason, note, details } = step;
    const { reserved, inUse, waitlist } = step.capacity;
    const moves = reserved !== 0 || inUse !== 0 || waitlist !== 0;
    const row = await this.database.row<{ changed: number; moved: boolean }>(take, [
      before.id,
      before.version,
      JSON.stringify(after),
      JSON.stringify({
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
      }),
      before.status,
      JSON.stringify(step.asked),
      JSON.stringify(step.answered),
      step.unmetNeed,
      moves ? (after.offeringId ?? before.offeringId) : null,
      reserved,
      inUse,
      waitlist,
      step.takesBackUnmetNeed,
    ]);
    if (row?.changed !== 1) throw new Problem('changedMeanwhile');
    if (!row.moved) throw new Problem('notFound');
  }
}
