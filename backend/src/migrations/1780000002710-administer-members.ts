import type { MigrationInterface, QueryRunner } from 'typeorm';

const authorityKinds = `('municipality', 'county', 'state')`;
const authorityRoles = `'coach', 'coordinator', 'serviceManager', 'dataProtectionOfficer', 'evaluator'`;
const providerRoles = `'providerWorker', 'providerManager'`;
const managing = `('providerManager', 'serviceManager')`;

/** Others' memberships of the led organization, in roles that the acting member may give. */
const administered = `organization_id = (select app.led_organization())
  and person_id <> (select app.person()) and role = any ((select app.grantable_roles())::text[])`;

/**
 * Those who lead keep their organization's memberships: invited, changed and ended under a version. Nobody gives a role
 * above their own or touches their own, and an organization keeps one who leads; the database refuses the rest itself.
 */
export class AdministerMembers1780000002710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table membership
        add column version integer not null default 1,
        /** Its person had no way to sign in when it was made. */
        add column invited_at timestamptz,
        add column updated_at timestamptz,
        add column updated_by uuid references person,
        /** Ended by somebody before its time; its last day is then the day before, at the earliest the day before its first. */
        add column ended_at timestamptz,
        add column ended_by uuid references person,
        drop constraint membership_check,
        add constraint membership_period_check check (valid_to is null or valid_to >= valid_from - case when ended_at is null then 0 else 1 end),
        add constraint membership_ended_check check (ended_at is null or valid_to is not null);

      create function app.led_organization() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
        select m.organization_id from membership m
         where m.id = app.membership() and m.role in ('providerManager', 'serviceManager', 'administrator')
      $$;
      /* As grantableRoles in shared/src/organization/member-permissions.ts: a test holds the two together. */
      create function app.grantable_roles() returns text[] language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce((
          select case m.role
                   when 'providerManager' then array[${providerRoles}]
                   when 'serviceManager' then array[${authorityRoles}]
                   when 'administrator' then case when o.kind in ${authorityKinds} then array[${authorityRoles}] else array[${providerRoles}] end || array['administrator']
                   else '{}' end
            from membership m join organization o on o.id = m.organization_id where m.id = app.membership()), '{}')
      $$;

      revoke update on membership from rinnalla_app;
      grant update (role, title, valid_from, valid_to, version, updated_at, updated_by, ended_at, ended_by) on membership to rinnalla_app;
      alter policy app_inserts on membership with check (${administered});
      alter policy app_updates on membership using (${administered}) with check (${administered});

      /* One role of a person in an organization at a time; two who write at once wait for each other at the person's row. */
      create function app.keep_memberships_apart() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform from person p where p.id = new.person_id for no key update;
        if exists (select from membership m
                    where m.person_id = new.person_id and m.organization_id = new.organization_id and m.role = new.role and m.id <> new.id
                      and m.valid_from <= coalesce(new.valid_to, 'infinity') and coalesce(m.valid_to, 'infinity') >= new.valid_from
                      and m.ended_at is null) then
          raise exception 'The person has this role already.' using errcode = '23505', constraint = 'membership_role_key';
        end if;
        return null;
      end $$;
      create trigger keep_memberships_apart after insert on membership for each row
        when (new.ended_at is null) execute function app.keep_memberships_apart();
      create trigger keep_changed_memberships_apart after update of role, valid_from, valid_to on membership for each row
        when (new.ended_at is null) execute function app.keep_memberships_apart();

      /* Whether a person can sign in at all: an invitation that was not taken up leaves none of these. */
      create function app.has_way_in(who uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from credential c where c.person_id = who) or exists (select from identity i where i.person_id = who)
            or exists (select from passkey k where k.person_id = who)
      $$;
      revoke execute on function app.has_way_in from public, rinnalla_app;

      /* Whoever leads takes the right to lead from another only while somebody keeps it without an end; one after the other. */
      create function app.keep_a_manager() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if app.person() is null then return null; end if;
        perform from organization o where o.id = new.organization_id for no key update;
        if not exists (select from membership m join person p on p.id = m.person_id and p.disabled_at is null
                        where m.organization_id = new.organization_id and m.role in ${managing} and m.valid_from <= app.today() and m.valid_to is null
                          and (m.invited_at is null or app.has_way_in(m.person_id))) then
          raise exception 'An organization keeps one who leads.' using errcode = '23514', constraint = 'organization_keeps_a_manager';
        end if;
        return null;
      end $$;
      create trigger keep_a_manager after update of role, valid_from, valid_to on membership for each row
        when (old.role in ${managing} and (new.role not in ${managing} or new.valid_from > old.valid_from
              or coalesce(new.valid_to, 'infinity') < coalesce(old.valid_to, 'infinity')))
        execute function app.keep_a_manager();

      /* Of the led organization: who has no way in yet, and the newest invitation that is still worth something. */
      create function app.led_invitations(at timestamptz) returns table (person_id uuid, has_way_in boolean, sent_at timestamptz, expires_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
        select m.person_id, app.has_way_in(m.person_id), t.created_at, t.expires_at
          from (select distinct person_id from membership where organization_id = app.led_organization() and invited_at is not null) m
          left join lateral (
            select a.created_at, a.expires_at from account_token a
             where a.person_id = m.person_id and a.purpose = 'invitation' and a.organization_id = app.led_organization() and a.used_at is null
             order by a.created_at desc limit 1) t on true
      $$;
      /* Links that this organization mailed to a person are worth nothing from now on. */
      create function app.revoke_invitations(who uuid, at timestamptz) returns void
      language sql security definer set search_path = public, pg_temp as $$
        update account_token set used_at = at
         where person_id = who and purpose = 'invitation' and used_at is null and organization_id = app.led_organization()
      $$;

      /* A passkey is a way in as well. */
      create or replace function app.invite_person(address text, given text, family text, tongue text)
      returns table (person_id uuid, has_way_in boolean) language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if app.led_organization() is null then
          raise exception 'Only those who lead invite.' using errcode = '42501';
        end if;
        insert into person (email, given_name, surname, language) values (address, given, family, tongue)
        on conflict (lower(email)) do nothing;
        return query select p.id, app.has_way_in(p.id) from person p where lower(p.email) = lower(address);
      end $$;
      /* Of several invitations the last one counts. No row: the person has a way in by now, is disabled, or the membership was withdrawn. */
      create or replace function app.begin_invitation(who uuid, organization uuid, inviter uuid, token text, at timestamptz)
      returns table (email text, language text, organization_name jsonb, inviter_name text)
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform from person p
          where p.id = who and p.disabled_at is null and not app.has_way_in(p.id)
            and not (exists (select from membership m where m.person_id = who and m.organization_id = organization)
                     and not exists (select from membership m where m.person_id = who and m.organization_id = organization and m.ended_at is null))
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
    const hasWayIn =
      'exists (select from credential c where c.person_id = p.id) or exists (select from identity i where i.person_id = p.id)';
    await runner.query(`
      create or replace function app.invite_person(address text, given text, family text, tongue text)
      returns table (person_id uuid, has_way_in boolean) language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if not exists (select from membership m where m.id = app.membership() and m.role in ('providerManager', 'serviceManager', 'administrator')) then
          raise exception 'Only those who lead invite.' using errcode = '42501';
        end if;
        insert into person (email, given_name, surname, language) values (address, given, family, tongue)
        on conflict (lower(email)) do nothing;
        return query select p.id, ${hasWayIn} from person p where lower(p.email) = lower(address);
      end $$;
      create or replace function app.begin_invitation(who uuid, organization uuid, inviter uuid, token text, at timestamptz)
      returns table (email text, language text, organization_name jsonb, inviter_name text)
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform from person p where p.id = who and p.disabled_at is null and not (${hasWayIn}) for update;
        if not found then return; end if;
        update account_token t set used_at = at where t.person_id = who and t.purpose = 'invitation' and t.used_at is null;
        insert into account_token (token_hash, person_id, purpose, organization_id, created_by, created_at, expires_at)
        values (decode(token, 'hex'), who, 'invitation', organization, inviter, at, at + interval '7 days');
        return query
          select p.email, p.language, o.name, (select i.given_name || ' ' || i.surname from person i where i.id = inviter)
            from person p left join organization o on o.id = organization where p.id = who;
      end $$;
      drop function app.revoke_invitations, app.led_invitations;
      drop trigger keep_a_manager on membership;
      drop trigger keep_changed_memberships_apart on membership;
      drop trigger keep_memberships_apart on membership;
      alter policy app_updates on membership using (organization_id = (select app.managed_organization())) with check (organization_id = (select app.managed_organization()));
      alter policy app_inserts on membership with check (organization_id = (select app.managed_organization()));
      revoke update (role, title, valid_from, valid_to, version, updated_at, updated_by, ended_at, ended_by) on membership from rinnalla_app;
      grant update on membership to rinnalla_app;
      drop function app.keep_a_manager, app.has_way_in, app.keep_memberships_apart, app.grantable_roles, app.led_organization;
      update membership set valid_to = valid_from where valid_to < valid_from;
      alter table membership
        drop constraint membership_ended_check, drop constraint membership_period_check,
        add constraint membership_check check (valid_to is null or valid_to >= valid_from),
        drop column ended_by, drop column ended_at, drop column updated_by, drop column updated_at, drop column invited_at, drop column version;
    `);
  }
}
