import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

const visibleConversation = 'exists (select from conversation c where c.id = attachment.conversation_id)';
const ownPending = 'person_id = (select app.person()) and entry_seq is null';

/**
 * Files of messages. A row comes before its bytes and the end of a row queues the end of its bytes, in one transaction
 * each, so that no bytes are ever without a row or a place in the queue, whatever dies in between.
 */
export class AttachFiles1780000002300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attachment (
        conversation_id uuid not null references conversation on delete cascade,
        /** Made by the sender's browser, once per file: the same for every try. */
        id uuid not null,
        person_id uuid not null references person,
        person_name text not null,
        organization_id uuid not null references organization,
        object_key uuid not null default gen_random_uuid() unique,
        name text not null default '' check (octet_length(name) <= 200),
        type text check (type in ('pdf', 'jpeg', 'png', 'webp', 'odt', 'docx')),
        bytes integer check (bytes > 0),
        /** SHA-256 of what was sent, to know a repeated upload by. */
        digest text,
        begun_at timestamptz not null,
        /** Null while the bytes are on their way. */
        received_at timestamptz,
        /** The message that names it; null until it is sent. */
        entry_seq bigint,
        state text not null default 'waiting' check (state in ('waiting', 'clean', 'refused')),
        /** The last time that no scanner answered. */
        check_failed_at timestamptz,
        primary key (conversation_id, id),
        foreign key (conversation_id, entry_seq) references conversation_entry (conversation_id, seq) on delete cascade,
        constraint attachment_received_check check (received_at is null or (type is not null and bytes is not null and digest is not null)),
        constraint attachment_sent_check check (entry_seq is null or received_at is not null)
      );
      create index attachment_entry_idx on attachment (conversation_id, entry_seq);
      create index attachment_pending_idx on attachment (person_id) where entry_seq is null;
      create index attachment_waiting_idx on attachment (received_at) where state = 'waiting' and received_at is not null;

      ${protect(
        'attachment',
        {
          // Until it is sent a file is its writer's alone.
          select: `${visibleConversation} and (entry_seq is not null or person_id = (select app.person()))`,
          insert: `${ownPending} and organization_id = (select app.case_organization()) and received_at is null and state = 'waiting' and ${visibleConversation}`,
          update: `${ownPending} and ${visibleConversation}`,
          updateCheck: `person_id = (select app.person()) and ${visibleConversation}`,
          delete: ownPending,
        },
        ['name', 'type', 'bytes', 'digest', 'received_at', 'entry_seq'],
      )}

      /* Bytes to erase. Keys only: whose they were is not kept. */
      create table file_erasure (
        object_key uuid primary key,
        since timestamptz not null default now()
      );
      ${protect('file_erasure', {})}

      create function app.queue_file_erasure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into file_erasure (object_key) values (old.object_key) on conflict do nothing;
        return null;
      end $$;
      create trigger queue_file_erasure after delete on attachment for each row execute function app.queue_file_erasure();

      /* A removed message takes its files along, in its own transaction: no later reading finds them. */
      create function app.remove_attachments() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        delete from attachment where conversation_id = new.conversation_id and entry_seq = (new.details->>'concerns')::bigint;
        return null;
      end $$;
      create trigger remove_attachments after insert on conversation_entry for each row when (new.kind in ('redaction', 'recall'))
        execute function app.remove_attachments();

      /* Bound by row-level security: no row for whoever may not read the conversation. */
      create function app.begin_attachment(target uuid, own_id uuid, name text, at timestamptz, most_pending integer, most_in_conversation integer)
      returns table (outcome text, object_key uuid, digest text) language plpgsql as $$
      #variable_conflict use_column
      declare
        c conversation;
        kept attachment;
      begin
        select * into c from conversation where id = target;
        if not found then return; end if;
        select * into kept from attachment a where a.conversation_id = target and a.id = own_id and a.person_id = app.person();
        if kept.received_at is not null then
          return query select 'replayed'::text, kept.object_key, kept.digest;
          return;
        end if;
        if c.audience_organization_id is null and not c.open_to_provider then
          return query select 'closed'::text, null::uuid, null::text;
          return;
        end if;
        if (select count(*) from attachment a where a.person_id = app.person() and a.entry_seq is null and a.id <> own_id) >= most_pending
           or (select count(*) from attachment a where a.conversation_id = target) >= most_in_conversation then
          return query select 'tooMany'::text, null::uuid, null::text;
          return;
        end if;
        -- A try that broke off: its bytes go, and if it still runs it finds no row to finish.
        delete from attachment a where a.conversation_id = target and a.id = own_id and a.person_id = app.person() and a.entry_seq is null;
        return query
          insert into attachment as a (conversation_id, id, person_id, person_name, organization_id, begun_at)
          values (target, own_id, app.person(), name, app.case_organization(), at)
          returning 'begun'::text, a.object_key, null::text;
      end $$;

      /* What follows has no person: it works for everybody and tells keys and ids only. */
      create function app.attachments_to_check(most integer)
      returns table (conversation_id uuid, id uuid, object_key uuid) language sql stable security definer set search_path = public, pg_temp as $$
        select a.conversation_id, a.id, a.object_key from attachment a
         where a.state = 'waiting' and a.received_at is not null order by a.received_at limit most
      $$;

      /* A verdict, or null when no scanner answered. Infected bytes go at once; that there was a file stays. */
      create function app.record_check(checked_key uuid, verdict text, at timestamptz)
      returns table (id uuid, conversation_id uuid, referral_id uuid, client_id uuid) language plpgsql security definer set search_path = public, pg_temp as $$
      #variable_conflict use_column
      declare
        a attachment;
      begin
        update attachment set state = coalesce(verdict, state), check_failed_at = case when verdict is null then at end
         where object_key = checked_key and state = 'waiting' returning * into a;
        if not found then return; end if;
        if verdict = 'refused' then
          insert into file_erasure (object_key) values (a.object_key) on conflict do nothing;
        end if;
        return query
          select a.id, c.id, r.id, r.client_id from conversation c join referral r on r.id = c.referral_id where c.id = a.conversation_id;
      end $$;

      /* Uploads that broke off, and files that nobody sent. */
      create function app.sweep_attachments(broken_before timestamptz, unsent_before timestamptz) returns integer
      language sql security definer set search_path = public, pg_temp as $$
        with gone as (
          delete from attachment where entry_seq is null and (begun_at < unsent_before or (received_at is null and begun_at < broken_before)) returning 1)
        select count(*)::integer from gone
      $$;

      create function app.files_to_erase(most integer) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
        select object_key from file_erasure order by since limit most
      $$;
      create function app.file_erased(erased_key uuid) returns void language sql security definer set search_path = public, pg_temp as $$
        delete from file_erasure where object_key = erased_key
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.file_erased, app.files_to_erase, app.sweep_attachments, app.record_check, app.attachments_to_check, app.begin_attachment;
      drop trigger remove_attachments on conversation_entry;
      drop table attachment, file_erasure;
      drop function app.remove_attachments, app.queue_file_erasure;
    `);
  }
}
