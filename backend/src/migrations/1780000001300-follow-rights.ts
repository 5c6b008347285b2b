import type { MigrationInterface, QueryRunner } from 'typeorm';

const ring = (name: string, payload: string): string =>
  `perform pg_notify('rinnalla', json_build_object('name', '${name}', 'payload', json_build_object(${payload}))::text);`;

/** As `entryColumns` of the messaging feature on the day of this migration; a removed text never leaves the database. */
const pushedColumns = `e.seq::integer, e.kind, e.at, e.person_id, e.sender_name, e.organization_id, e.client_message_id, e.details,
  case when e.kind in ('message', 'edit') and not exists (
    select from conversation_entry gone where gone.conversation_id = e.conversation_id and gone.kind = 'redaction'
       and ((gone.details->>'concerns')::bigint) = coalesce((e.details->>'concerns')::bigint, e.seq)) then e.body end as body`;

/**
 * Open sockets follow rights: each node asks, in every watcher's own context, who may read what it is about to push;
 * and hears at once when a session, a membership, a person or a case's parties change, whoever changes them.
 */
export class FollowRights1780000001300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* Bound by row-level security like any reading: enters as each session in turn, and reads as the first that may.
         Tokens come sorted, so that two nodes touch sessions in the same order. */
      create function app.read_for_watchers(target uuid, since bigint, tokens text[], at timestamptz)
      returns table (admitted text[], entries jsonb) language plpgsql as $$
      declare
        token text;
      begin
        admitted := '{}';
        foreach token in array tokens loop
          perform 1 from app.enter(token, at);
          continue when not found;
          perform 1 from conversation c where c.id = target;
          continue when not found;
          admitted := admitted || token;
          if entries is null then
            select coalesce(jsonb_agg(to_jsonb(page) order by page.seq), '[]') into entries
              from (select ${pushedColumns} from conversation_entry e
                     where e.conversation_id = target and e.seq > since order by e.seq limit 500) page;
          end if;
        end loop;
        return next;
      end $$;

      /* Which sessions still stand, and for whom each acts. */
      create function app.standing_sessions(tokens text[], at timestamptz)
      returns table (token text, membership_id uuid, role text) language plpgsql as $$
      begin
        foreach token in array tokens loop
          for membership_id, role in select e.membership_id, e.role from app.enter(token, at) e loop
            return next;
          end loop;
        end loop;
      end $$;

      create function app.ring_for_person() returns trigger language plpgsql as $$
      begin
        if tg_table_name = 'person' then ${ring('rightsChanged', `'personId', new.id`)}
        else ${ring('rightsChanged', `'personId', new.person_id`)}
        end if;
        return null;
      end $$;
      create trigger ring_for_person after update of revoked_at, membership_id on session for each row
        when (old.revoked_at is distinct from new.revoked_at or old.membership_id is distinct from new.membership_id)
        execute function app.ring_for_person();
      create trigger ring_for_person after update of valid_from, valid_to, role on membership for each row
        when (old.* is distinct from new.*) execute function app.ring_for_person();
      create trigger ring_for_person after update of disabled_at on person for each row
        when (old.disabled_at is distinct from new.disabled_at) execute function app.ring_for_person();

      create function app.ring_for_conversation() returns trigger language plpgsql as $$
      begin
        ${ring('conversationRightsChanged', `'conversationId', new.id`)}
        return null;
      end $$;
      create trigger ring_for_conversation after update of handler_id, non_disclosure, open_to_provider, provider_organization_id on conversation
        for each row when (old.handler_id is distinct from new.handler_id or old.non_disclosure is distinct from new.non_disclosure
          or old.open_to_provider is distinct from new.open_to_provider or old.provider_organization_id is distinct from new.provider_organization_id)
        execute function app.ring_for_conversation();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ring_for_conversation on conversation;
      drop trigger ring_for_person on person;
      drop trigger ring_for_person on membership;
      drop trigger ring_for_person on session;
      drop function app.ring_for_conversation, app.ring_for_person, app.standing_sessions, app.read_for_watchers;
    `);
  }
}
