import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A token is made by the job that mails it: it stands in the mail alone, and its hash here. */
export class SendTokensByJob1780000002540 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.invite_person;
      /* A colleague becomes a person of the product; one whose address is known stays who they are. Told is whether they have a way in. */
      create function app.invite_person(address text, given text, family text, tongue text)
      returns table (person_id uuid, has_way_in boolean) language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if not exists (select from membership m where m.id = app.membership() and m.role in ('providerManager', 'serviceManager', 'administrator')) then
          raise exception 'Only those who lead invite.' using errcode = '42501';
        end if;
        insert into person (email, given_name, surname, language) values (address, given, family, tongue)
        on conflict (lower(email)) do nothing;
        return query
          select p.id, exists (select from credential c where c.person_id = p.id) or exists (select from identity i where i.person_id = p.id)
            from person p where lower(p.email) = lower(address);
      end $$;

      /* Of several invitations the last one counts. No row: the person has a way in by now, or is disabled. */
      create function app.begin_invitation(who uuid, organization uuid, inviter uuid, token text, at timestamptz)
      returns table (email text, language text, organization_name jsonb, inviter_name text)
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform from person p
          where p.id = who and p.disabled_at is null
            and not exists (select from credential c where c.person_id = p.id) and not exists (select from identity i where i.person_id = p.id)
          for update;
        if not found then return; end if;
        update account_token t set used_at = at where t.person_id = who and t.purpose = 'invitation' and t.used_at is null;
        insert into account_token (token_hash, person_id, purpose, organization_id, created_by, created_at, expires_at)
        values (decode(token, 'hex'), who, 'invitation', organization, inviter, at, at + interval '7 days');
        return query
          select p.email, p.language, o.name, (select i.given_name || ' ' || i.surname from person i where i.id = inviter)
            from person p left join organization o on o.id = organization where p.id = who;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.begin_invitation, app.invite_person;
      create function app.invite_person(address text, given text, family text, tongue text, token text, at timestamptz)
      returns table (person_id uuid, invited boolean) language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        return;
      end $$;
    `);
  }
}
