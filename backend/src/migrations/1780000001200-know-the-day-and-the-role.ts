import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sender's own case workers; a non-disclosure client only for the named handler and substitutes. */
const ownClient = `organization_id = (select app.client_organization())
  and (not non_disclosure or handler_id = any ((select app.my_people())::uuid[]))`;
const formerOwnClient = ownClient.replace('client_organization', 'case_organization');

/** Seven digits, a hyphen and the check digit (PRH): a remainder of 1 has none, such ids are not given. */
const businessIdCheck = `business_id is null or (
  (7 * substr(business_id, 1, 1)::int + 9 * substr(business_id, 2, 1)::int + 10 * substr(business_id, 3, 1)::int
   + 5 * substr(business_id, 4, 1)::int + 8 * substr(business_id, 5, 1)::int + 4 * substr(business_id, 6, 1)::int
   + 2 * substr(business_id, 7, 1)::int) % 11
  = (11 - substr(business_id, 9, 1)::int) % 11)`;

const enter = (settings: string): string => `
  create or replace function app.enter(token text, at timestamptz) returns table (
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
            ${settings}
            set_config('app.managed_organization', case when entering.role = 'providerManager' then entering.organization_id::text else '' end, true),
            set_config('app.log_organization', case when entering.role = 'dataProtectionOfficer' then entering.organization_id::text else '' end, true);
    return query select entering.session_id, entering.person_id, entering.given_name, entering.surname, entering.language,
                        entering.membership_id, entering.role, entering.organization_id, entering.organization_name, entering.kind,
                        entering.office_holder;
  end $$`;

/**
 * A transaction also knows its Finnish day, by the same clock as the code; clients are for the sender's case workers
 * alone; and a substitution holds between two members of one organization, appointed by one of its own.
 */
export class KnowTheDayAndTheRole1780000001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${enter(`set_config('app.today', today::text, true),
            set_config('app.client_organization', case when entering.role in ('coach', 'coordinator') then entering.organization_id::text else '' end, true),
            set_config('app.appointing_organization', case when entering.role in ('coordinator', 'serviceManager', 'providerManager') then entering.organization_id::text else '' end, true),`)};

      create function app.today() returns date language sql stable parallel safe as $$
        select coalesce(nullif(current_setting('app.today', true), '')::date, (now() at time zone 'Europe/Helsinki')::date)
      $$;
      create function app.client_organization() returns uuid language sql stable parallel safe
      as $$ select nullif(current_setting('app.client_organization', true), '')::uuid $$;
      create function app.appointing_organization() returns uuid language sql stable parallel safe
      as $$ select nullif(current_setting('app.appointing_organization', true), '')::uuid $$;

      create or replace function app.my_people() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
        select array_append(
          array(select away.person_id
                  from substitution s
                  join membership away on away.id = s.membership_id and away.organization_id = s.organization_id
                 where s.substitute_membership_id = app.membership() and s.organization_id = app.organization()
                   and s.valid_from <= app.today() and (s.valid_to is null or s.valid_to >= app.today())),
          app.person())
      $$;

      alter policy app_selects on client using (${ownClient});
      alter policy app_inserts on client with check (organization_id = (select app.client_organization()));
      alter policy app_updates on client using (${ownClient}) with check (${ownClient});
      alter table client add column updated_by uuid references person;

      /* A non-disclosure order binds what was written before it: the referral's own copies too. */
      create function app.spread_non_disclosure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update referral set non_disclosure = new.non_disclosure where client_id = new.id;
        if new.non_disclosure then
          update referral_content set municipality_code = null
           where referral_id in (select id from referral where client_id = new.id);
        end if;
        return null;
      end $$;
      create trigger spread_non_disclosure after update on client for each row
        when (old.non_disclosure is distinct from new.non_disclosure) execute function app.spread_non_disclosure();

      /* Both are members here; one appoints for oneself, or is one who appoints. */
      alter policy app_inserts on substitution with check (
        organization_id = (select app.organization())
        and (membership_id = (select app.membership()) or organization_id = (select app.appointing_organization()))
        and 2 = (select count(*) from membership m where m.organization_id = (select app.organization())
                   and m.id in (membership_id, substitute_membership_id)));
      alter policy app_deletes on substitution using (
        membership_id = (select app.membership()) or organization_id = (select app.appointing_organization()));
      grant update (valid_to) on substitution to rinnalla_app;
      create policy app_updates on substitution for update to rinnalla_app
        using (membership_id = (select app.membership()) or organization_id = (select app.appointing_organization()))
        with check (membership_id = (select app.membership()) or organization_id = (select app.appointing_organization()));

      alter table organization add constraint organization_business_id_digit_check check (${businessIdCheck});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization drop constraint organization_business_id_digit_check;
      drop policy app_updates on substitution;
      revoke update (valid_to) on substitution from rinnalla_app;
      alter policy app_deletes on substitution using (organization_id = (select app.organization()));
      alter policy app_inserts on substitution with check (organization_id = (select app.organization()));
      drop trigger spread_non_disclosure on client;
      drop function app.spread_non_disclosure;
      alter table client drop column updated_by;
      alter policy app_updates on client using (${formerOwnClient}) with check (${formerOwnClient});
      alter policy app_inserts on client with check (organization_id = (select app.case_organization()));
      alter policy app_selects on client using (${formerOwnClient});
      create or replace function app.my_people() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
        select array_append(
          array(select away.person_id
                  from substitution s join membership away on away.id = s.membership_id
                 where s.substitute_membership_id = app.membership()
                   and s.valid_from <= current_date and (s.valid_to is null or s.valid_to >= current_date)),
          app.person())
      $$;
      ${enter('')};
      drop function app.appointing_organization(), app.client_organization(), app.today();
    `);
  }
}
