import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As app.notify_people was written in 2410, with one more kind that cannot wait. */
const isUrgent = (kinds: string): string => `urgent := ${kinds};`;
const before = isUrgent(`of_kind = 'newReferral' and k1`);
const after = isUrgent(`of_kind = 'openedInEmergency' or (of_kind = 'newReferral' and k1)`);
const rewrite = (from: string, to: string): string => `
      do $$
      declare
        written text := (select pg_get_functiondef(p.oid) from pg_proc p where p.pronamespace = 'app'::regnamespace and p.proname = 'notify_people');
      begin
        if position($find$${from}$find$ in written) = 0 then raise exception 'app.notify_people is not as it was expected'; end if;
        execute replace(written, $find$${from}$find$, $find$${to}$find$);
      end $$;`;

const notifying = (more: string): string =>
  `(select app.job()) in ('notifyPeople', 'mailNotification', 'startDigests', 'mailDigest'${more})`;
const own = 'person_id = (select app.person()) and organization_id = (select app.organization())';
const policies = (more: string): string => `
      alter policy app_selects on notification using ((${own}) or ${notifying(more)});
      alter policy app_inserts on notification with check (${notifying(more)});
      alter policy app_updates on notification using ((${own}) or ${notifying(more)}) with check ((${own}) or ${notifying(more)});
      alter policy app_selects on notification_setting using (person_id = (select app.person()) or ${notifying(more)});`;

/**
 * Notifications for those who read no case: the data protection officer, of an opening in an emergency; those who lead, of
 * somebody whose cases nobody took. They tell which opening or whose membership, and nothing of a client.
 */
export class NotifyWhoWatches1780000002860 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notification alter column referral_id drop not null,
        add column opening_id uuid references emergency_opening,
        add column left_membership_id uuid references membership,
        add constraint notification_about_one check (num_nonnulls(referral_id, opening_id, left_membership_id) = 1);
      create index notification_opening_idx on notification (opening_id) where opening_id is not null;
      create index notification_left_idx on notification (left_membership_id) where left_membership_id is not null;
      ${rewrite(before, after)}
      ${policies(`, 'notifyWatchers'`)}

      /* Who watches over an organization: its data protection officers over openings, those who lead over memberships. Ids alone. */
      create function app.people_who_watch(of_opening uuid, of_left uuid) returns table (membership_id uuid)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
      begin
        if app.job() is null then raise exception 'only a job asks who is to be told'; end if;
        return query
          select m.id from membership m
           where m.ended_at is null and m.valid_from <= app.today() and (m.valid_to is null or m.valid_to >= app.today())
             and ((m.role = 'dataProtectionOfficer' and m.organization_id = (select e.organization_id from emergency_opening e where e.id = of_opening))
               or (m.role in ('providerManager', 'serviceManager', 'administrator') and m.organization_id = (select l.organization_id from membership l where l.id = of_left)));
      end $$;

      /* Bound by row-level security: enters as each in turn, and writes for those who may know of it. */
      create function app.notify_watchers(of_kind text, of_event text, of_opening uuid, of_left uuid, by_person uuid, happened_at timestamptz, now_at timestamptz)
      returns table (id bigint, person_id uuid, urgent boolean, channel text) language plpgsql as $$
      declare
        one uuid;
        organization uuid;
      begin
        for one in select p.membership_id from app.people_who_watch(of_opening, of_left) p loop
          select e.person_id, e.organization_id into person_id, organization from app.enter_member(one, now_at) e;
          continue when not found or person_id is not distinct from by_person;
          if of_opening is not null then
            perform from emergency_opening e where e.id = of_opening;
          else
            perform from membership m where m.id = of_left and m.organization_id = (select app.led_organization());
          end if;
          continue when not found;
          urgent := of_opening is not null;
          select s.channel into channel from notification_setting s where s.person_id = app.person() and s.kind = of_kind;
          insert into notification as n (membership_id, person_id, organization_id, kind, event_key, opening_id, left_membership_id, urgent, at)
          values (one, person_id, organization, of_kind, of_event, of_opening, of_left, urgent, happened_at)
          on conflict (membership_id, event_key) do nothing returning n.id into id;
          continue when not found;
          return next;
        end loop;
        perform app.leave_member();
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.notify_watchers, app.people_who_watch;
      ${policies('')}
      ${rewrite(after, before)}
      delete from notification where referral_id is null;
      alter table notification drop constraint notification_about_one, drop column left_membership_id, drop column opening_id,
        alter column referral_id set not null;
    `);
  }
}
