import { seededId } from './scale.js';

const newestSteps = `(select s.*, r.client_id from referral_step s join referral r on r.id = s.referral_id order by s.at desc, s.referral_id limit 20000) s`;

/**
 * What the requests of the last days left: log rows in their chains, events, kept answers. A system in use never has these tables
 * empty, and for an empty one PostgreSQL plans to read it whole, in every connection until its statistics come.
 */
export const tracesSql = `
  insert into audit_event (at, person_id, organization_id, role, action, object_type, object_id, client_id, entry_id, seal)
  select s.at, s.person_id, s.organization_id, s.role, s.action, 'referral', s.referral_id, s.client_id,
         ${seededId('log', 's.referral_id::text || s.version')}, md5(s.referral_id::text)
    from ${newestSteps} order by s.at, s.referral_id, s.version;
  insert into event (at, ring, name, payload)
  select s.at, ${seededId('ring', 's.referral_id::text || s.version')}, 'referralSent', jsonb_build_object('referralId', s.referral_id)
    from ${newestSteps} order by s.at, s.referral_id, s.version;
  insert into idempotency_key (person_id, key, route, body_hash, status, response, created_at)
  select s.person_id, ${seededId('key', 's.referral_id::text || s.version')}, 'POST /referrals/:referralId/transitions', md5(s.referral_id::text), 200,
         jsonb_build_object('version', s.version), s.at
    from ${newestSteps}`;
