import type { MigrationInterface, QueryRunner } from 'typeorm';

const bigSeq = (expression: string): string => `((${expression})::bigint)`;
const concerns = bigSeq(`details->>'concerns'`);

/**
 * How an entry comes into a conversation's log: numbered under the conversation's row lock in the writer's
 * transaction, so numbers have no gaps and follow the order of commits. People's words go through
 * `app.append_entry` and `app.mark_read`, which row-level security binds; the case's own events through
 * `app.record_case_event`, because a decline is written by the provider who loses sight of the conversation with it.
 */
export class CarryMessages1780000000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index conversation_handler_idx on conversation (handler_id, last_entry_at desc, id);
      create index conversation_provider_idx on conversation (provider_organization_id, last_entry_at desc, id);
      create index conversation_entry_concerns_idx on conversation_entry (conversation_id, ${concerns}) where kind in ('edit', 'redaction');
      create index read_mark_person_idx on read_mark (person_id);

      /* Who of the other side has read what is nobody's business: only their organization's mark in the log is. */
      drop policy app_selects on read_mark;
      create policy app_selects on read_mark for select to rinnalla_app using (
        organization_id = (select app.case_organization())
        and exists (select from conversation c where c.id = read_mark.conversation_id));
      drop policy app_inserts on conversation_entry;
      create policy app_inserts on conversation_entry for insert to rinnalla_app with check (
        organization_id = (select app.case_organization())
        and case when kind = 'read' then person_id is null else person_id = (select app.person()) end
        and kind <> 'event'
        and exists (select from conversation c where c.id = conversation_entry.conversation_id));

      create type app.appended as (
        /** appended, replayed, conflict (same id, other content), closed (the other side reads no longer). */
        outcome text,
        seq integer,
        at timestamptz,
        conversation_id uuid,
        referral_id uuid,
        client_id uuid,
        sender_organization_id uuid,
        provider_organization_id uuid,
        audience_organization_id uuid,
        handler_id uuid,
        non_disclosure boolean
      );

      create function app.appended_to(c conversation, outcome text, seq bigint, at timestamptz) returns app.appended language sql stable as $$
        select outcome, seq::integer, at, c.id, c.referral_id, (select r.client_id from referral r where r.id = c.referral_id),
               c.sender_organization_id, c.provider_organization_id, c.audience_organization_id, c.handler_id, c.non_disclosure
      $$;

      /* Bound by row-level security: whoever may not read the conversation gets no row, before anything else is looked up. */
      create function app.append_entry(target uuid, entry_kind text, own_id uuid, entry_body text, entry_details jsonb, name text, entry_at timestamptz)
      returns setof app.appended language plpgsql as $$
      declare
        c conversation;
        kept conversation_entry;
      begin
        select * into c from conversation where id = target for update;
        if not found then return; end if;

        if own_id is not null then
          select * into kept from conversation_entry e
           where e.conversation_id = target and e.person_id = app.person() and e.client_message_id = own_id;
        elsif entry_kind = 'redaction' then
          select * into kept from conversation_entry e
           where e.conversation_id = target and e.kind = 'redaction' and ${bigSeq(`e.details->>'concerns'`)} = ${bigSeq(`entry_details->>'concerns'`)};
        end if;
        if kept.seq is not null then
          return next app.appended_to(c,
            case when kept.kind = entry_kind and kept.body is not distinct from entry_body
                  and kept.details->>'concerns' is not distinct from entry_details->>'concerns' then 'replayed' else 'conflict' end,
            kept.seq, kept.at);
          return;
        end if;

        if c.audience_organization_id is null and not c.open_to_provider and entry_kind <> 'redaction' then
          return next app.appended_to(c, 'closed', null, null);
          return;
        end if;
        update conversation set last_seq = last_seq + 1, last_entry_at = entry_at where id = target returning last_seq into c.last_seq;
        insert into conversation_entry (conversation_id, seq, kind, at, person_id, sender_name, organization_id, client_message_id, body, details)
        values (target, c.last_seq, entry_kind, entry_at, app.person(), name, app.case_organization(), own_id, entry_body, entry_details);
        return next app.appended_to(c, 'appended', c.last_seq, entry_at);
      end $$;

      /* Moves the person's mark, never back; the organization's mark joins the shared log when it covers words of the other side. */
      create function app.mark_read(target uuid, up_to bigint, read_at timestamptz)
      returns table (read_up_to integer, appended_seq integer, of_referral uuid) language plpgsql as $$
      declare
        c conversation;
        mark bigint;
        organization_mark bigint;
      begin
        select * into c from conversation where id = target;
        if not found then return; end if;
        mark := least(up_to, c.last_seq);
        select coalesce(max(m.last_read_seq), 0) into organization_mark from read_mark m where m.conversation_id = target;
        if c.audience_organization_id is null and c.open_to_provider and mark > organization_mark then
          select * into c from conversation where id = target for update;
          select coalesce(max(m.last_read_seq), 0) into organization_mark from read_mark m where m.conversation_id = target;
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
      end $$;

      create function app.is_party(of_referral uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from referral r where r.id = of_referral
                        and app.case_organization() in (r.sender_organization_id, r.provider_organization_id))
      $$;

      /* The shared conversation, and each organization's internal notes. Again and again: the same three. */
      create function app.open_conversations(of_referral uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if not app.is_party(of_referral) then return false; end if;
        -- The parties are copied from the referral by a trigger.
        insert into conversation (referral_id, audience_organization_id)
        select r.id, audience from referral r, unnest(array[null, r.sender_organization_id, r.provider_organization_id]) as audience
         where r.id = of_referral
        on conflict do nothing;
        return true;
      end $$;

      create function app.record_case_event(of_referral uuid, entry_details jsonb, name text, by_system boolean, entry_at timestamptz)
      returns setof app.appended language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        c conversation;
      begin
        if not app.is_party(of_referral) then return; end if;
        update conversation set last_seq = last_seq + 1, last_entry_at = entry_at
         where referral_id = of_referral and audience_organization_id is null returning * into c;
        if not found then
          perform app.open_conversations(of_referral);
          update conversation set last_seq = last_seq + 1, last_entry_at = entry_at
           where referral_id = of_referral and audience_organization_id is null returning * into c;
        end if;
        insert into conversation_entry (conversation_id, seq, kind, at, person_id, sender_name, organization_id, details)
        values (c.id, c.last_seq, 'event', entry_at,
                case when not by_system then app.person() end, case when not by_system then name end,
                case when not by_system then app.case_organization() end, entry_details);
        return next app.appended_to(c, 'appended', c.last_seq, entry_at);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.record_case_event, app.open_conversations, app.is_party, app.mark_read, app.append_entry, app.appended_to;
      drop type app.appended;
      drop policy app_inserts on conversation_entry;
      create policy app_inserts on conversation_entry for insert to rinnalla_app with check (
        exists (select from conversation c where c.id = conversation_entry.conversation_id) and person_id is not distinct from (select app.person()));
      drop policy app_selects on read_mark;
      create policy app_selects on read_mark for select to rinnalla_app using (
        exists (select from conversation c where c.id = read_mark.conversation_id));
      drop index read_mark_person_idx, conversation_entry_concerns_idx, conversation_provider_idx, conversation_handler_idx;
    `);
  }
}
