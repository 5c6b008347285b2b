import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The three doors through which an unknown caller touches people and sessions; nothing else does without context. */
export class SignPeopleIn1780000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* Opens the request: sets who acts for the rest of the transaction, and says who it is.
         No row: nobody is signed in, and every policy sees nulls. */
      create function app.enter(token text, at timestamptz) returns table (
        session_id uuid, person_id uuid, given_name text, surname text, language text,
        membership_id uuid, role text, organization_id uuid, organization_name jsonb, organization_kind text,
        office_holder boolean
      ) language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        today date := (at at time zone 'Europe/Helsinki')::date;
        entering record;
      begin
        select s.id as session_id, s.last_seen_at, p.id as person_id, p.given_name, p.surname, p.language,
               m.id as membership_id, m.role, m.organization_id, o.name as organization_name, o.kind,
               exists (select from public_office f where f.membership_id = m.id
                       and f.valid_from <= today and (f.valid_to is null or f.valid_to >= today)) as office_holder
          into entering
          from session s
          join person p on p.id = s.person_id and p.disabled_at is null
          left join membership m on m.id = s.membership_id
               and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
          left join organization o on o.id = m.organization_id
         where s.token_hash = decode(token, 'hex') and s.revoked_at is null
           and s.expires_at > at and s.last_seen_at > at - interval '60 minutes';
        if not found then return; end if;
        if entering.last_seen_at < at - interval '1 minute' then
          update session set last_seen_at = at where id = entering.session_id;
        end if;
        perform set_config('app.person', entering.person_id::text, true),
                set_config('app.organization', coalesce(entering.organization_id::text, ''), true),
                set_config('app.membership', coalesce(entering.membership_id::text, ''), true),
                set_config('app.case_organization', case when entering.role in ('coach', 'coordinator', 'providerWorker', 'providerManager') then entering.organization_id::text else '' end, true),
                set_config('app.managed_organization', case when entering.role = 'providerManager' then entering.organization_id::text else '' end, true),
                set_config('app.log_organization', case when entering.role = 'dataProtectionOfficer' then entering.organization_id::text else '' end, true);
        return query select entering.session_id, entering.person_id, entering.given_name, entering.surname, entering.language,
                            entering.membership_id, entering.role, entering.organization_id, entering.organization_name, entering.kind,
                            entering.office_holder;
      end $$;

      create function app.find_credential(address text) returns table (person_id uuid, password_hash text, locked_until timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
        select c.person_id, c.password_hash, c.locked_until
          from person p join credential c on c.person_id = p.id
         where lower(p.email) = lower(address) and p.disabled_at is null
      $$;

      /* Counts a sign-in attempt: five failures in a row close the account's door for fifteen minutes. */
      create function app.count_sign_in(who uuid, succeeded boolean, at timestamptz) returns void
      language sql security definer set search_path = public, pg_temp as $$
        update credential
           set failed_count = case when succeeded then 0 else failed_count + 1 end,
               locked_until = case when succeeded then null
                                   when failed_count + 1 >= 5 then at + interval '15 minutes'
                                   else locked_until end
         where person_id = who
      $$;

      /* Opens a session. The person acts for the given membership, or for the only one they have. */
      create function app.open_session(who uuid, token text, acting uuid, at timestamptz) returns uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        today date := (at at time zone 'Europe/Helsinki')::date;
        valid uuid[];
        opened uuid;
      begin
        select array_agg(id) into valid from membership
         where person_id = who and valid_from <= today and (valid_to is null or valid_to >= today);
        insert into session (token_hash, person_id, membership_id, created_at, last_seen_at, expires_at)
        values (decode(token, 'hex'), who,
                case when acting = any (valid) then acting when cardinality(valid) = 1 then valid[1] end,
                at, at, at + interval '12 hours')
        returning id into opened;
        return opened;
      end $$;

      create function app.close_session(closed uuid, at timestamptz) returns void
      language sql security definer set search_path = public, pg_temp as $$
        update session set revoked_at = at where id = closed and revoked_at is null
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop function app.close_session, app.open_session, app.count_sign_in, app.find_credential, app.enter',
    );
  }
}
