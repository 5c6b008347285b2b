import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No session exists before the second factor: no policy knows the person, so a half-open door has nothing to read. These are its doors. */
export class ProvePeople1780000002520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* Enters a sign-in that is under way: from here on its person's proofs are in reach, and nothing else is. */
      create function app.enter_sign_in(token text, at timestamptz) returns table (
        id uuid, method text, person_id uuid, second_factor_at timestamptz, challenge text, totp_secret text, provider_id uuid,
        account_token_id uuid, session_id uuid, state text, nonce text, code_verifier text,
        email text, given_name text, surname text, demonstration boolean,
        has_authenticator boolean, has_passkey boolean, has_password boolean
      ) language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        return query
          select s.id, s.method, s.person_id, s.second_factor_at, s.challenge, s.totp_secret, s.provider_id, s.account_token_id,
                 s.session_id, s.state, s.nonce, s.code_verifier, p.email, p.given_name, p.surname, coalesce(p.demonstration, false),
                 exists (select from authenticator a where a.person_id = s.person_id),
                 exists (select from passkey k where k.person_id = s.person_id),
                 exists (select from credential c where c.person_id = s.person_id)
            from sign_in s left join person p on p.id = s.person_id
           where s.token_hash = decode(token, 'hex') and s.closed_at is null and s.expires_at > at and p.disabled_at is null;
        if not found then return; end if;
        perform set_config('app.sign_in', s.id::text, true),
                set_config('app.signing_in', coalesce(s.person_id::text, ''), true),
                set_config('app.enrolling', case when exists (select from authenticator a where a.person_id = s.person_id)
                                                   or exists (select from passkey k where k.person_id = s.person_id)
                                                 then '' else coalesce(s.person_id::text, '') end, true)
           from sign_in s where s.token_hash = decode(token, 'hex');
      end $$;

      create function app.begin_sign_in(token text, how text, who uuid, given jsonb, at timestamptz) returns uuid
      language sql security definer set search_path = public, pg_temp as $$
        delete from sign_in where expires_at < at - interval '1 day';
        insert into sign_in (token_hash, method, person_id, provider_id, account_token_id, session_id, challenge, state, nonce, code_verifier, created_at, expires_at)
        values (decode(token, 'hex'), how, who, (given->>'providerId')::uuid, (given->>'accountTokenId')::uuid, (given->>'sessionId')::uuid,
                given->>'challenge', given->>'state', given->>'nonce', given->>'codeVerifier', at, at + interval '15 minutes')
        returning id
      $$;

      /* The only way to a session: out of a whole sign-in, which closes with it. */
      drop function app.open_session;
      create function app.open_session(token text, device jsonb, exempt boolean, at timestamptz) returns uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        today date := (at at time zone 'Europe/Helsinki')::date;
        whole record;
        valid uuid[];
        opened uuid;
      begin
        update sign_in s set closed_at = at from person p
         where s.id = app.sign_in() and s.closed_at is null and s.expires_at > at
           and p.id = s.person_id and p.disabled_at is null
           and (s.second_factor_at is not null or (exempt and p.demonstration))
        returning s.person_id, s.method, (select i.organization_id from identity_provider i where i.id = s.provider_id) as organization_id into whole;
        if not found then raise exception 'A sign-in that is not whole opens no session.' using errcode = '42501'; end if;
        select array_agg(m.id) into valid from membership m
         where m.person_id = whole.person_id and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
           and (whole.organization_id is null or m.organization_id = whole.organization_id);
        insert into session (token_hash, person_id, membership_id, created_at, last_seen_at, expires_at, confirmed_at, method, browser, system, organization_id)
        values (decode(token, 'hex'), whole.person_id, case when cardinality(valid) = 1 then valid[1] end,
                at, at, at + interval '12 hours', at, whole.method, device->>'browser', device->>'system', whole.organization_id)
        returning id into opened;
        return opened;
      end $$;

      /* The same sign-in under a new token, acting for the membership given or for the one before; its end does not move. */
      create function app.renew_session(renewed uuid, token text, acting uuid, at timestamptz) returns uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        today date := (at at time zone 'Europe/Helsinki')::date;
        opened uuid;
      begin
        insert into session (token_hash, person_id, membership_id, created_at, last_seen_at, expires_at, confirmed_at, method, browser, system, organization_id)
        select decode(token, 'hex'), s.person_id, coalesce(acting, s.membership_id), s.created_at, at, s.expires_at, s.confirmed_at,
               s.method, s.browser, s.system, s.organization_id
          from session s
         where s.id = renewed and s.person_id = app.person() and s.revoked_at is null and s.expires_at > at
           and (acting is null or exists (
             select from membership m where m.id = acting and m.person_id = s.person_id
                and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
                and (s.organization_id is null or m.organization_id = s.organization_id)))
        returning id into opened;
        if opened is not null then update session set revoked_at = at where id = renewed; end if;
        return opened;
      end $$;

      drop function app.find_credential;
      create function app.find_credential(address text) returns table (person_id uuid, password_hash text, demonstration boolean)
      language sql stable security definer set search_path = public, pg_temp as $$
        select c.person_id, c.password_hash, p.demonstration
          from person p join credential c on c.person_id = p.id
         where lower(p.email) = lower(address) and p.disabled_at is null
      $$;
      drop function app.count_sign_in;

      create function app.find_passkey(credential text) returns table (
        id uuid, person_id uuid, public_key bytea, counter bigint, transports text[], given_name text, surname text
      ) language sql stable security definer set search_path = public, pg_temp as $$
        select k.id, k.person_id, k.public_key, k.counter, k.transports, p.given_name, p.surname
          from passkey k join person p on p.id = k.person_id and p.disabled_at is null
         where k.credential_id = credential
      $$;
      create function app.find_identity(provider uuid, who text) returns table (person_id uuid)
      language sql stable security definer set search_path = public, pg_temp as $$
        select i.person_id from identity i join person p on p.id = i.person_id and p.disabled_at is null
         where i.provider_id = provider and i.subject = who
      $$;

      /* Sets the password of who is signed in, or of whom a token names; the former sessions are worth nothing. */
      create function app.keep_password(hash text, at timestamptz) returns void
      language sql security definer set search_path = public, pg_temp as $$
        insert into credential (person_id, password_hash, changed_at) select app.account(), hash, at where app.account() is not null
        on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at
      $$;

      /* Ends the sessions of who is signed in or signing in, but for the one that is kept. */
      create function app.end_sessions(kept uuid, at timestamptz) returns integer
      language sql security definer set search_path = public, pg_temp as $$
        with ended as (
          update session set revoked_at = at
           where person_id = app.account() and revoked_at is null and id is distinct from kept returning 1)
        select count(*)::integer from ended
      $$;
      create function app.end_demonstration(at timestamptz) returns void
      language sql security definer set search_path = public, pg_temp as $$
        update session set revoked_at = at
         where revoked_at is null and person_id in (select id from person where demonstration)
      $$;

      /* Another role is another right: its sessions end, and the next sign-in has a new token. */
      create function app.end_sessions_of_membership() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update session set revoked_at = now() where membership_id = new.id and revoked_at is null;
        return null;
      end $$;
      create trigger end_sessions_of_membership after update of role on membership for each row
        when (old.role is distinct from new.role) execute function app.end_sessions_of_membership();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger end_sessions_of_membership on membership;
      drop function app.end_sessions_of_membership, app.end_demonstration, app.end_sessions, app.keep_password, app.find_identity, app.find_passkey,
        app.find_credential, app.renew_session, app.open_session, app.begin_sign_in, app.enter_sign_in;
      create function app.find_credential(address text) returns table (person_id uuid, password_hash text, locked_until timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
        select c.person_id, c.password_hash, c.locked_until
          from person p join credential c on c.person_id = p.id
         where lower(p.email) = lower(address) and p.disabled_at is null
      $$;
      create function app.count_sign_in(who uuid, succeeded boolean, at timestamptz) returns void
      language sql security definer set search_path = public, pg_temp as $$
        update credential
           set failed_count = case when succeeded then 0 else failed_count + 1 end,
               locked_until = case when succeeded then null
                                   when failed_count + 1 >= 5 then at + interval '15 minutes'
                                   else locked_until end
         where person_id = who
      $$;
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
    `);
  }
}
