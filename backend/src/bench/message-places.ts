import type pg from 'pg';
import { type PreparedCase } from './prepare-cases.js';
import { sessionTokenOf } from './scale.js';

/**
 * Conversations in which somebody may write, ten for each person, in turns: one person's messages are paced
 * (20 in 10 seconds), so the writers must be many.
 */
export const messagePlaces = async (superuser: pg.Pool): Promise<PreparedCase[]> => {
  const { rows } = await superuser.query<Omit<PreparedCase, 'token'> & { email: string }>(
    `with place as (
       select m.person_id, m.organization_id, c.id, row_number() over (partition by m.person_id order by md5(c.id::text)) as nth
         from membership m
         join referral r on m.organization_id in (r.sender_organization_id, r.provider_organization_id) and r.list_group = 'running'
         join conversation c on c.referral_id = r.id and c.audience_organization_id is null and c.open_to_provider)
     select place.id, 0 as version, place.person_id as "personId", place.organization_id as "organizationId", d.email
       from place join person d on d.id = place.person_id where nth <= 10 order by nth, md5(d.id::text)`,
  );
  return rows.map(({ email, ...place }) => ({
    ...place,
    token: sessionTokenOf(Number(/\d+/.exec(email)?.[0])),
  }));
};
