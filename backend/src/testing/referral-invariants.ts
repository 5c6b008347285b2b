import { replay, type StepTaken } from '@rinnalla/shared/referral/referral-steps';
import type { Pool } from 'pg';

/** What does not hold: an offering whose counters are not the count of its referrals, a status that its steps do not lead to. */
export const brokenInvariants = async (owner: Pool): Promise<string[]> => {
  const offerings = await owner.query<{ broken: string }>(
    `select o.id || ': ' || o.reserved || '/' || o.in_use || '/' || o.waitlist_length || ' of ' || o.capacity_max as broken
       from offering o
       left join lateral (
         select count(*) filter (where r.status in ('accepted', 'offered')) as reserved, count(*) filter (where r.status in ('started', 'paused')) as in_use,
                count(*) filter (where r.status = 'waitlisted') as waiting
           from referral r where r.offering_id = o.id) c on true
      where (o.reserved, o.in_use, o.waitlist_length) is distinct from (c.reserved, c.in_use, c.waiting) or o.available < 0`,
  );
  const referrals = await owner.query<{
    id: string;
    status: string;
    version: number;
    steps: (StepTaken & { version: number })[];
  }>(
    `select r.id, r.status, r.version, coalesce(jsonb_agg(jsonb_build_object('action', s.action, 'from', s.from_status, 'to', s.to_status, 'version', s.version)
            order by s.version) filter (where s.version is not null), '[]') as steps
       from referral r left join referral_step s on s.referral_id = r.id group by r.id`,
  );
  const strayed = referrals.rows.filter(({ status, version, steps }) => {
    const replayed = replay(steps);
    return (
      !replayed.holds || replayed.status !== status || (steps.length > 0 && steps.at(-1)?.version !== version)
    );
  });
  return [
    ...offerings.rows.map(({ broken }) => broken),
    ...strayed.map(({ id, status }) => `${id}: ${status} is not where its steps lead`),
  ];
};
