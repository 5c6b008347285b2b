import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations and new passwords by tokens that are sent and serve once; and how often anything may be tried. */
export class InvitePeople1780000002530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* A colleague becomes a person of the product; one whose address is known stays who they are. Told is whether they have a way in. */
      create function app.invite_person(address text, given text, family text, tongue text, token text, at timestamptz)
      returns table (person_id uuid, invited boolean) language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        found_id uuid;
      begin
        if not exists (select from membership m where m.id = app.membership() and m.role in ('providerManager', 'serviceManager', 'administrator')) then
          raise exception 'Only those who lead invite.' using errcode = '42501';
        end if;
        insert into person (email, given_name, surname, language) values (address, given, family, tongue)
        on conflict (lower(email)) do nothing;
        select p.id into found_id from person p where lower(p.email) = lower(address);
        person_id := found_id;
        invited := not exists (select from credential c where c.person_id = found_id)
               and not exists (select from identity i where i.person_id = found_id);
        if invited then
          update account_token t set used_at = at where t.person_id = found_id and t.purpose = 'invitation' and t.used_at is null;
          insert into account_token (token_hash, person_id, purpose, organization_id, created_by, created_at, expires_at)
          values (decode(token, 'hex'), found_id, 'invitation', app.organization(), app.person(), at, at + interval '7 days');
        end if;
        return next;
      end $$;

      create function app.begin_password_reset(address text, token text, at timestamptz)
      returns table (person_id uuid, email text, language text) language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        return query
          select p.id, p.email, p.language from person p join credential c on c.person_id = p.id
           where lower(p.email) = lower(address) and p.disabled_at is null and not p.demonstration;
        update account_token t set used_at = at from person p
         where lower(p.email) = lower(address) and t.person_id = p.id and t.purpose = 'passwordReset' and t.used_at is null;
        insert into account_token (token_hash, person_id, purpose, created_at, expires_at)
        select decode(token, 'hex'), p.id, 'passwordReset', at, at + interval '30 minutes' from person p join credential c on c.person_id = p.id
         where lower(p.email) = lower(address) and p.disabled_at is null and not p.demonstration;
      end $$;

      create function app.find_account_token(token text, wanted text, at timestamptz) returns table (
        id uuid, person_id uuid, email text, given_name text, surname text, language text, organization_id uuid, organization_name jsonb
      ) language sql stable security definer set search_path = public, pg_temp as $$
        select t.id, p.id, p.email, p.given_name, p.surname, p.language, o.id, o.name
          from account_token t join person p on p.id = t.person_id and p.disabled_at is null
          left join organization o on o.id = t.organization_id
         where t.token_hash = decode(token, 'hex') and t.purpose = wanted and t.used_at is null and t.expires_at > at
      $$;
      /* Once: the second one who comes with the same token gets nothing. What goes on is done as that person. */
      create function app.use_account_token(token text, wanted text, at timestamptz) returns table (person_id uuid)
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update account_token t set used_at = at from person p
         where t.token_hash = decode(token, 'hex') and t.purpose = wanted and t.used_at is null and t.expires_at > at
           and p.id = t.person_id and p.disabled_at is null
        returning t.person_id into person_id;
        if person_id is null then return; end if;
        perform set_config('app.signing_in', person_id::text, true);
        return next;
      end $$;

      /* Counts one more try in each bucket; false when any is over its limit. Buckets in order, so that two never wait for each other. */
      create function app.take(buckets text[], limits integer[], seconds integer[], at timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        one record;
        now_taken integer;
        is_within boolean := true;
      begin
        delete from attempt where ends_at < at - interval '1 hour';
        for one in select b, l, s from unnest(buckets, limits, seconds) as given (b, l, s) order by b loop
          insert into attempt (bucket, taken, ends_at) values (decode(one.b, 'hex'), 1, at + make_interval(secs => one.s))
          on conflict (bucket) do update set
            taken = case when attempt.ends_at <= at then 1 else attempt.taken + 1 end,
            ends_at = case when attempt.ends_at <= at then excluded.ends_at else attempt.ends_at end
          returning taken into now_taken;
          is_within := is_within and now_taken <= one.l;
        end loop;
        return is_within;
      end $$;
      create function app.give_back(buckets text[]) returns void language sql security definer set search_path = public, pg_temp as $$
        delete from attempt where bucket in (select decode(b, 'hex') from unnest(buckets) b)
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.give_back, app.take, app.use_account_token, app.find_account_token, app.begin_password_reset, app.invite_person;
    `);
  }
}
