import type { Pool } from 'pg';
import type { ReferralSetting } from './referrals.js';

/**
 * Referrals by the thousand, written as the owner: so many of each setting's municipality to its association. Deterministic in
 * everything that lists look at.
 */
export const manyReferrals = async (
  owner: Pool,
  counts: readonly (readonly [ReferralSetting, number])[],
): Promise<void> => {
  for (const [{ municipalityId, associationId, sanna, pekka, serviceId, clientId }, count] of counts) {
    await owner.query(
      `insert into referral (case_number, status, status_since, client_id, sender_organization_id, handler_id, handler_name, provider_organization_id,
                             service_id, assignee_id, urgency, sent_at, due_at, closing_report_at, created_at, updated_at)
       select 'N-' || left($1::text, 8) || '-' || n, status, at, $6, $1::uuid, $2, 'Sanna Koskinen', $3, $5, case when n % 3 = 0 then $4::uuid end, 'K3',
              case when status <> 'draft' then at end, case when n % 16 < 9 then at + make_interval(days => n % 40) end,
              case when n % 2 = 0 then at end, at, at
         from generate_series(1, $7::int) n,
              lateral (select timestamptz '2026-11-24T08:00+02:00' - make_interval(hours => n % 700) as at,
                       (array['draft', 'sent', 'acknowledged', 'clarification', 'waitlisted', 'offered', 'accepted', 'started', 'paused', 'closing',
                              'completed', 'interrupted', 'declined', 'withdrawn', 'expired', 'entered_in_error'])[1 + (n / 2) % 16] as status) x`,
      [municipalityId, sanna.personId, associationId, pekka.personId, serviceId, clientId, count],
    );
    await owner.query(
      `insert into referral_content (referral_id, first_name, goal, plan_type, language)
       select id, 'Anna', 'Haluaisin päästä ulos kotoa.', 'none', 'fi' from referral where sender_organization_id = $1`,
      [municipalityId],
    );
  }
  await owner.query(
    `insert into referral_step (referral_id, version, action, from_status, to_status, at, actor_name, role)
     select id, version, 'send', 'draft', status, created_at, 'Sanna Koskinen', 'coach' from referral where status <> 'draft'`,
  );
  await owner.query('analyze referral; analyze referral_content; analyze referral_step');
};
