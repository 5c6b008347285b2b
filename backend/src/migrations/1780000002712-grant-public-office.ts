import type { MigrationInterface, QueryRunner } from 'typeorm';

const granted = `organization_id = (select app.led_organization())
  and membership_id in (select m.id from membership m where m.organization_id = (select app.led_organization()) and m.person_id <> (select app.person()))`;

/**
 * Virkasuhde is given, changed and ended by those who lead a municipality. It hangs on its membership's organization and
 * on that organization's being a municipality by foreign keys: no association can hold one, whoever writes.
 */
export class GrantPublicOffice1780000002712 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization add constraint organization_kind_key unique (id, kind);
      alter table membership add constraint membership_organization_key unique (id, organization_id);
      alter table public_office
        add column organization_id uuid,
        add column organization_kind text not null default 'municipality' check (organization_kind = 'municipality'),
        /** The unit that exercises public authority, in its own words. */
        add column authority text not null default '',
        add column version integer not null default 1,
        add column granted_at timestamptz,
        add column updated_at timestamptz,
        add column updated_by uuid references person,
        add column ended_at timestamptz,
        add column ended_by uuid references person,
        add constraint public_office_period_check check (valid_to is null or valid_to >= valid_from - case when ended_at is null then 0 else 1 end);
      update public_office f set organization_id = m.organization_id from membership m where m.id = f.membership_id;
      alter table public_office
        alter column organization_id set not null,
        add constraint public_office_municipality_fk foreign key (organization_id, organization_kind) references organization (id, kind),
        add constraint public_office_membership_fk foreign key (membership_id, organization_id) references membership (id, organization_id);

      create function app.place_public_office() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        select m.organization_id into new.organization_id from membership m where m.id = new.membership_id;
        return new;
      end $$;
      create trigger place_public_office before insert on public_office for each row execute function app.place_public_office();

      /* Whether the acting member holds one in force: the condition of whatever comes from the authority's register. */
      create function app.holds_office() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from public_office f where f.membership_id = app.membership() and f.valid_from <= app.today()
                        and (f.valid_to is null or f.valid_to >= app.today()))
      $$;

      grant insert on public_office to rinnalla_app;
      grant update (authority, task, valid_from, valid_to, version, updated_at, updated_by, ended_at, ended_by) on public_office to rinnalla_app;
      create policy app_inserts on public_office for insert to rinnalla_app with check (${granted});
      create policy app_updates on public_office for update to rinnalla_app using (${granted}) with check (${granted});

      create function app.ring_for_office() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform pg_notify('rinnalla', json_build_object('name', 'rightsChanged', 'payload', json_build_object('personId', m.person_id))::text)
           from membership m where m.id = coalesce(new.membership_id, old.membership_id);
        return null;
      end $$;
      create trigger ring_for_office after insert or update or delete on public_office for each row execute function app.ring_for_office();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ring_for_office on public_office;
      drop policy app_updates on public_office;
      drop policy app_inserts on public_office;
      revoke insert, update (authority, task, valid_from, valid_to, version, updated_at, updated_by, ended_at, ended_by) on public_office from rinnalla_app;
      drop trigger place_public_office on public_office;
      drop function app.ring_for_office, app.holds_office, app.place_public_office;
      alter table public_office
        drop constraint public_office_membership_fk, drop constraint public_office_municipality_fk, drop constraint public_office_period_check,
        drop column ended_by, drop column ended_at, drop column updated_by, drop column updated_at, drop column granted_at,
        drop column version, drop column authority, drop column organization_kind, drop column organization_id;
      alter table membership drop constraint membership_organization_key;
      alter table organization drop constraint organization_kind_key;
    `);
  }
}
