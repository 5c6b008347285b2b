import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

const notifying = `(select app.job()) in ('notifyPeople', 'mailNotification', 'startDigests', 'mailDigest')`;
const own = `person_id = (select app.person()) and organization_id = (select app.organization())`;

/**
 * Notifications: that something happened in a case, for each whom it concerns; never what. A job writes them, reading in
 * each receiver's context whether they may know of it. And which mails have begun to leave: none begins twice.
 */
export class NotifyPeople1780000002410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notification (
        id bigint generated always as identity primary key,
        membership_id uuid not null references membership,
        person_id uuid not null references person,
        organization_id uuid not null references organization,
        kind text not null,
        /** The event: it notifies a member once. */
        event_key text not null,
        referral_id uuid not null references referral,
        conversation_id uuid references conversation,
        /** Of the newest message; those before it are counted. */
        seq bigint,
        count integer not null default 1,
        urgent boolean not null default false,
        at timestamptz not null,
        seen_at timestamptz,
        mailed_at timestamptz,
        unique (membership_id, event_key)
      );
      create index notification_person_idx on notification (person_id, id desc);
      create index notification_referral_idx on notification (referral_id, membership_id);
      create index notification_waiting_idx on notification (membership_id) where seen_at is null and mailed_at is null;
      /* Messages of one conversation are one notification until it is seen. */
      create unique index notification_messages_key on notification (membership_id, conversation_id) where kind = 'message' and seen_at is null;
      ${protect(
        'notification',
        { select: `(${own}) or ${notifying}`, insert: notifying, update: `(${own}) or ${notifying}` },
        ['seen_at', 'mailed_at', 'seq', 'count', 'at'],
      )}

      create table notification_setting (
        person_id uuid not null references person,
        kind text not null,
        channel text not null check (channel in ('now', 'digest', 'none')),
        primary key (person_id, kind)
      );
      ${protect(
        'notification_setting',
        {
          select: `person_id = (select app.person()) or ${notifying}`,
          insert: 'person_id = (select app.person())',
          update: 'person_id = (select app.person())',
        },
        ['channel'],
      )}

      /* Members on one side of a case: who answers for it, else all case workers there; and who stands in for them today. Ids alone. */
      create function app.people_of_case(of_referral uuid, side text) returns table (membership_id uuid, person_id uuid)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
      begin
        if app.job() is null then raise exception 'only a job asks who is to be told'; end if;
        return query
          with here as (
            select m.id, m.person_id, (side = 'sender' and m.person_id = r.handler_id) or (side = 'provider' and m.person_id = r.assignee_id) as answers
              from referral r
              join membership m on m.organization_id = case side when 'sender' then r.sender_organization_id else r.provider_organization_id end
               and m.role = any (case side when 'sender' then array['coach', 'coordinator'] else array['providerWorker', 'providerManager'] end)
               and m.valid_from <= app.today() and (m.valid_to is null or m.valid_to >= app.today())
             where r.id = of_referral),
          told as (select h.id, h.person_id from here h where h.answers or not exists (select from here a where a.answers))
          select t.id, t.person_id from told t
          union
          select m.id, m.person_id
            from here h
            join substitution s on s.membership_id = h.id and s.valid_from <= app.today() and (s.valid_to is null or s.valid_to >= app.today())
            join membership m on m.id = s.substitute_membership_id and m.organization_id = s.organization_id
           where h.answers;
      end $$;

      /* Bound by row-level security: enters as each in turn, and writes for those who may know of it. */
      create function app.notify_people(of_kind text, of_event text, side text, named uuid, of_referral uuid, of_conversation uuid, of_seq bigint, by_person uuid, happened_at timestamptz, now_at timestamptz)
      returns table (id bigint, person_id uuid, is_new boolean, urgent boolean, channel text) language plpgsql as $$
      declare
        one record;
        organization uuid;
        k1 boolean;
      begin
        for one in
          select p.membership_id, p.person_id from app.people_of_case(of_referral, side) p where named is null
          union all select named, null where named is not null
        loop
          select e.person_id, e.organization_id into person_id, organization from app.enter_member(one.membership_id, now_at) e;
          continue when not found;
          if person_id is distinct from by_person then
            select r.urgency = 'K1' into k1 from referral r where r.id = of_referral;
            continue when not found;
            if of_conversation is not null then
              perform 1 from conversation_entry e
               where e.conversation_id = of_conversation and e.seq = of_seq and e.kind in ('message', 'edit') and e.body is not null
                 and (named is not null or not exists (select from mention m where m.conversation_id = e.conversation_id and m.seq = e.seq and m.membership_id = one.membership_id));
              continue when not found;
              -- Read already, on an open screen.
              perform 1 from read_mark r where r.conversation_id = of_conversation and r.person_id = app.person() and r.last_read_seq >= of_seq;
              continue when found;
            end if;
            urgent := of_kind = 'newReferral' and k1;
            select s.channel into channel from notification_setting s where s.person_id = app.person() and s.kind = of_kind;
            if of_kind = 'message' then
              insert into notification as n (membership_id, person_id, organization_id, kind, event_key, referral_id, conversation_id, seq, at)
              values (one.membership_id, person_id, organization, of_kind, of_event, of_referral, of_conversation, of_seq, happened_at)
              on conflict (membership_id, conversation_id) where kind = 'message' and seen_at is null
                do update set count = n.count + 1, seq = excluded.seq, at = excluded.at
              returning n.id, n.count = 1 into id, is_new;
            else
              insert into notification as n (membership_id, person_id, organization_id, kind, event_key, referral_id, conversation_id, seq, urgent, at)
              values (one.membership_id, person_id, organization, of_kind, of_event, of_referral, of_conversation, of_seq, urgent, happened_at)
              on conflict (membership_id, event_key) do nothing returning n.id, true into id, is_new;
              continue when not found;
            end if;
            return next;
          end if;
        end loop;
        perform app.leave_member();
      end $$;

      /* Who reads a conversation, wherever, has seen that messages came. */
      create function app.see_messages() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update notification set seen_at = new.at
         where person_id = new.person_id and conversation_id = new.conversation_id and seq <= new.last_read_seq and seen_at is null;
        if found then
          perform pg_notify('rinnalla', json_build_object('name', 'notificationsChanged', 'payload', json_build_object('personId', new.person_id))::text);
        end if;
        return null;
      end $$;
      create index notification_conversation_idx on notification (conversation_id, person_id) where seen_at is null and conversation_id is not null;
      create trigger see_messages after insert or update of last_read_seq on read_mark for each row execute function app.see_messages();

      /* Message-IDs, which are hashes. */
      create table begun_mail (
        message_id text primary key,
        at timestamptz not null
      );
      ${protect('begun_mail', {})}
      create function app.begin_mail(begun text, begun_at timestamptz) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into begun_mail (message_id, at) values (begun, begun_at) on conflict do nothing;
        return found;
      end $$;
      /* The server said that it has not taken it: another attempt may. */
      create function app.withdraw_mail(begun text) returns void language sql security definer set search_path = public, pg_temp as $$
        delete from begun_mail where message_id = begun
      $$;
      create or replace function app.forget_jobs(ended_before timestamptz) returns integer
      language sql security definer set search_path = public, pg_temp as $$
        delete from begun_mail where at < ended_before;
        with gone as (delete from job where coalesce(done_at, given_up_at) < ended_before returning 1)
        select count(*)::integer from gone
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function app.forget_jobs(ended_before timestamptz) returns integer
      language sql security definer set search_path = public, pg_temp as $$
        with gone as (delete from job where coalesce(done_at, given_up_at) < ended_before returning 1)
        select count(*)::integer from gone
      $$;
      drop function app.withdraw_mail, app.begin_mail;
      drop trigger see_messages on read_mark;
      drop function app.see_messages, app.notify_people, app.people_of_case;
      drop table begun_mail, notification_setting, notification;
    `);
  }
}
