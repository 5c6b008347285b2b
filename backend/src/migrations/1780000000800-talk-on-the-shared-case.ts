import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

const forAudience = `(audience_organization_id is null or audience_organization_id = (select app.case_organization()))
  and (select app.case_organization()) in (sender_organization_id, provider_organization_id)`;
const forParty = `(audience_organization_id is null or audience_organization_id = (select app.case_organization()))
  and ((sender_organization_id = (select app.case_organization()) and (not non_disclosure or handler_id = any ((select app.my_people())::uuid[])))
    or (open_to_provider and provider_organization_id = (select app.case_organization())))`;
const visibleConversation = (table: string): string =>
  `exists (select from conversation c where c.id = ${table}.conversation_id)`;

/**
 * Conversations. One log with its own gapless numbering for each audience of a shared case: the shared one,
 * and one of internal notes for each organization, so that nobody can count what they may not read.
 */
export class TalkOnTheSharedCase1780000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table conversation (
        id uuid primary key default gen_random_uuid(),
        referral_id uuid not null references referral,
        /** Null: both parties. Otherwise the internal notes of this organization. */
        audience_organization_id uuid references organization,
        sender_organization_id uuid not null,
        provider_organization_id uuid not null,
        handler_id uuid not null,
        non_disclosure boolean not null,
        open_to_provider boolean not null,
        last_seq bigint not null default 0,
        last_entry_at timestamptz,
        resolved_at timestamptz,
        unique nulls not distinct (referral_id, audience_organization_id)
      );

      create table conversation_entry (
        conversation_id uuid not null references conversation,
        seq bigint not null,
        kind text not null check (kind in ('message', 'event', 'edit', 'redaction', 'read')),
        at timestamptz not null,
        person_id uuid references person,
        sender_name text,
        organization_id uuid references organization,
        client_message_id uuid,
        body text check (octet_length(body) <= 8192),
        /** For event: action and versions; for edit and redaction: the seq it concerns; for read: up to which seq. */
        details jsonb not null default '{}',
        primary key (conversation_id, seq),
        unique (conversation_id, person_id, client_message_id)
      );

      create table read_mark (
        conversation_id uuid not null references conversation,
        person_id uuid not null references person,
        organization_id uuid not null references organization,
        last_read_seq bigint not null,
        at timestamptz not null,
        primary key (conversation_id, person_id)
      );

      create trigger copy_parties before insert on conversation for each row execute function app.copy_parties();
      create function app.spread_parties_to_conversations() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update conversation c
           set handler_id = r.handler_id, non_disclosure = r.non_disclosure, provider_organization_id = r.provider_organization_id,
               open_to_provider = r.open_to_provider
          from referral_content r
         where r.referral_id = new.referral_id and c.referral_id = new.referral_id;
        return null;
      end $$;
      create trigger spread_parties after update on referral_content for each row
        when (old.open_to_provider is distinct from new.open_to_provider or old.handler_id is distinct from new.handler_id
              or old.non_disclosure is distinct from new.non_disclosure or old.provider_organization_id is distinct from new.provider_organization_id)
        execute function app.spread_parties_to_conversations();

      ${protect(
        'conversation',
        {
          select: forParty,
          insert: forAudience,
          // The last event of a declined or withdrawn referral is written by the provider who then loses it.
          update: forAudience,
        },
        ['last_seq', 'last_entry_at', 'resolved_at'],
      )}
      ${protect('conversation_entry', {
        select: visibleConversation('conversation_entry'),
        insert: `${visibleConversation('conversation_entry')} and person_id is not distinct from (select app.person())`,
      })}
      ${protect(
        'read_mark',
        {
          select: visibleConversation('read_mark'),
          insert: `person_id = (select app.person()) and ${visibleConversation('read_mark')}`,
          update: 'person_id = (select app.person())',
        },
        ['last_read_seq', 'at'],
      )}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger spread_parties on referral_content;
      drop table read_mark, conversation_entry, conversation;
      drop function app.spread_parties_to_conversations;
    `);
  }
}
