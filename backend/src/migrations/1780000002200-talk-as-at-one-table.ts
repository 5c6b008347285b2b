import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

const visibleConversation = (table: string): string =>
  `exists (select from conversation c where c.id = ${table}.conversation_id)`;

/** As in 1780000000900, with the organization's mark counted by `measure`. */
const markRead = (measure: string): string => `
  create or replace function app.mark_read(target uuid, up_to bigint, read_at timestamptz)
  returns table (read_up_to integer, appended_seq integer, of_referral uuid) language plpgsql as $$
  declare
    c conversation;
    mark bigint;
    organization_mark bigint;
  begin
    select * into c from conversation where id = target;
    if not found then return; end if;
    mark := least(up_to, c.last_seq);
    select coalesce(max(${measure}), 0) into organization_mark from read_mark m where m.conversation_id = target;
    if c.audience_organization_id is null and c.open_to_provider and mark > organization_mark then
      select * into c from conversation where id = target for update;
      select coalesce(max(${measure}), 0) into organization_mark from read_mark m where m.conversation_id = target;
      if exists (select from conversation_entry e where e.conversation_id = target and e.seq > organization_mark and e.seq <= mark
                  and e.kind in ('message', 'edit') and e.organization_id <> app.case_organization()) then
        update conversation set last_seq = last_seq + 1 where id = target returning last_seq into c.last_seq;
        insert into conversation_entry (conversation_id, seq, kind, at, organization_id, details)
        values (target, c.last_seq, 'read', read_at, app.case_organization(), jsonb_build_object('upTo', mark));
        appended_seq := c.last_seq;
      end if;
    end if;
    insert into read_mark as m (conversation_id, person_id, organization_id, last_read_seq, at)
    values (target, app.person(), app.case_organization(), mark, read_at)
    on conflict (conversation_id, person_id) do update
       set last_read_seq = greatest(m.last_read_seq, excluded.last_read_seq), at = excluded.at
    returning m.last_read_seq into read_up_to;
    of_referral := c.referral_id;
    return next;
  end $$`;

/** Calling people by name, recalling what was sent to the wrong case, settling a matter, and coming back to what was read. */
export class TalkAsAtOneTable1780000002200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table conversation_entry drop constraint conversation_entry_kind_check;
      alter table conversation_entry add constraint conversation_entry_kind_check
        check (kind in ('message', 'event', 'edit', 'redaction', 'resolution', 'read'));

      /* Who was called by name in which message: what a notification tells of. Gone with a recalled message. */
      create table mention (
        conversation_id uuid not null,
        seq bigint not null,
        membership_id uuid not null references membership,
        person_id uuid not null references person,
        primary key (conversation_id, seq, membership_id),
        foreign key (conversation_id, seq) references conversation_entry
      );
      create index mention_person_idx on mention (person_id, conversation_id, seq);
      ${protect('mention', {
        // Whom a message calls stands in it, for everyone who reads it.
        select: visibleConversation('mention'),
        insert: `exists (select from conversation_entry e where e.conversation_id = mention.conversation_id and e.seq = mention.seq and e.person_id = (select app.person()))`,
      })}

      /* Who reads a conversation and can be called by name in it. One's own people who may read it; of the other side those
         who answer for the case or have written here: an organization's list of people is its own. To be joined to a
         conversation that row-level security shows. */
      create function app.conversation_team(target uuid) returns table (membership_id uuid, person_id uuid, name text, organization_id uuid, role text)
      language sql stable security definer set search_path = public, pg_temp as $$
        with c as (
          select c.*, r.assignee_id from conversation c join referral r on r.id = c.referral_id
           where c.id = target and app.case_organization() in (c.sender_organization_id, c.provider_organization_id)
             and (c.audience_organization_id is null or c.audience_organization_id = app.case_organization())),
        reading as (
          select m.*, c.sender_organization_id, c.handler_id, c.assignee_id, c.non_disclosure
            from c join membership m on m.organization_id = any (
                   case when c.audience_organization_id is not null then array[c.audience_organization_id]
                        when c.open_to_provider then array[c.sender_organization_id, c.provider_organization_id]
                        else array[c.sender_organization_id] end)
           where m.role = any (case when m.organization_id = c.sender_organization_id then array['coach', 'coordinator'] else array['providerWorker', 'providerManager'] end)
             and m.valid_from <= app.today() and (m.valid_to is null or m.valid_to >= app.today()))
        select m.id, m.person_id, p.given_name || ' ' || p.surname, m.organization_id, m.role
          from reading m join person p on p.id = m.person_id and p.disabled_at is null
         where (m.organization_id <> m.sender_organization_id or not m.non_disclosure or m.person_id = m.handler_id
                or exists (select from substitution s join membership away on away.id = s.membership_id and away.organization_id = s.organization_id
                            where s.substitute_membership_id = m.id and away.person_id = m.handler_id
                              and s.valid_from <= app.today() and (s.valid_to is null or s.valid_to >= app.today())))
           and (m.organization_id = app.case_organization() or m.person_id in (m.handler_id, m.assignee_id)
                or exists (select from conversation_entry e where e.conversation_id = target and e.person_id = m.person_id and e.kind = 'message'))
         order by m.organization_id = app.case_organization() desc, m.person_id in (m.handler_id, m.assignee_id) desc, 3, 1
      $$;

      /* Erases the words of an own message and of its edits; its mark in the log is written by app.append_entry. */
      create function app.erase_message(target uuid, message_seq bigint) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform 1 from conversation_entry e
          where e.conversation_id = target and e.seq = message_seq and e.kind = 'message' and e.person_id = app.person();
        if not found then return false; end if;
        delete from mention m using conversation_entry e
         where m.conversation_id = target and e.conversation_id = target and e.seq = m.seq
           and (e.seq = message_seq or (e.kind = 'edit' and (e.details->>'concerns')::bigint = message_seq));
        update conversation_entry e set body = null, details = e.details - 'mentions' - 'card'
         where e.conversation_id = target and (e.seq = message_seq or (e.kind = 'edit' and (e.details->>'concerns')::bigint = message_seq));
        return true;
      end $$;

      /* How far the person has ever read: that the other side was told it once does not change when the own mark moves back. */
      alter table read_mark add column reached bigint not null default 0;
      update read_mark set reached = last_read_seq;
      create function app.keep_reached() returns trigger language plpgsql as $$
      begin
        new.reached := greatest(new.last_read_seq, case when tg_op = 'UPDATE' then old.reached else 0 end);
        return new;
      end $$;
      create trigger keep_reached before insert or update on read_mark for each row execute function app.keep_reached();
      ${markRead('m.reached')};

      create function app.mark_unread(target uuid, from_seq bigint, marked_at timestamptz)
      returns table (read_up_to integer, of_referral uuid) language plpgsql as $$
      declare
        c conversation;
      begin
        select * into c from conversation where id = target;
        if not found then return; end if;
        insert into read_mark as m (conversation_id, person_id, organization_id, last_read_seq, at)
        values (target, app.person(), app.case_organization(), 0, marked_at)
        on conflict (conversation_id, person_id) do update set last_read_seq = least(m.last_read_seq, from_seq - 1), at = excluded.at
        returning m.last_read_seq into read_up_to;
        of_referral := c.referral_id;
        return next;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.mark_unread;
      ${markRead('m.last_read_seq')};
      drop trigger keep_reached on read_mark;
      drop function app.keep_reached;
      alter table read_mark drop column reached;
      drop function app.erase_message, app.conversation_team;
      drop table mention;
      delete from conversation_entry where kind = 'resolution';
      alter table conversation_entry drop constraint conversation_entry_kind_check;
      alter table conversation_entry add constraint conversation_entry_kind_check
        check (kind in ('message', 'event', 'edit', 'redaction', 'read'));
    `);
  }
}
