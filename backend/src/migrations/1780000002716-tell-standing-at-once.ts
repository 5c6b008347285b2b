import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Asked every second for all sockets of a node: one look-up for each session, and no session is touched by it. */
export class TellStandingAtOnce1780000002716 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.standing_sessions;
      create function app.standing_sessions(tokens text[], at timestamptz)
      returns table (token text, membership_id uuid, role text, office_holder boolean)
      language sql stable security definer set search_path = public, pg_temp as $$
        with day as (select (at at time zone 'Europe/Helsinki')::date as today),
             asked as (select given.token, decode(given.token, 'hex') as hash from unnest(tokens) as given (token))
        select a.token, m.id, m.role,
               exists (select from public_office f where f.membership_id = m.id and f.valid_from <= d.today and (f.valid_to is null or f.valid_to >= d.today))
          from asked a cross join day d
          join session s on s.token_hash = a.hash and s.revoked_at is null and s.expires_at > at and s.last_seen_at > at - interval '60 minutes'
          join person p on p.id = s.person_id and p.disabled_at is null
          left join membership m on m.id = s.membership_id and m.valid_from <= d.today and (m.valid_to is null or m.valid_to >= d.today)
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.standing_sessions;
      create function app.standing_sessions(tokens text[], at timestamptz)
      returns table (token text, membership_id uuid, role text) language plpgsql as $$
      begin
        foreach token in array tokens loop
          for membership_id, role in select e.membership_id, e.role from app.enter(token, at) e loop
            return next;
          end loop;
        end loop;
      end $$;
    `);
  }
}
