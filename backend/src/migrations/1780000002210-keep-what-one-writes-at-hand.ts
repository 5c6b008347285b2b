import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

const visibleConversation = (table: string): string =>
  `exists (select from conversation c where c.id = ${table}.conversation_id)`;
const keepsTemplates = `organization_id = (select m.organization_id from membership m
  where m.id = (select app.membership()) and m.role in ('coordinator', 'serviceManager', 'providerManager'))`;

/** Drafts on the server, conversations put off, and an organization's ready messages. */
export class KeepWhatOneWritesAtHand1780000002210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* One's own, for each box of each case; nobody else's, also not of one's organization. */
      create table message_draft (
        conversation_id uuid not null references conversation,
        person_id uuid not null references person,
        body text not null check (octet_length(body) <= 8192),
        version integer not null,
        updated_at timestamptz not null,
        primary key (conversation_id, person_id)
      );
      create index message_draft_person_idx on message_draft (person_id);
      ${protect(
        'message_draft',
        {
          select: `person_id = (select app.person()) and ${visibleConversation('message_draft')}`,
          insert: `person_id = (select app.person()) and ${visibleConversation('message_draft')}`,
          update: `person_id = (select app.person()) and ${visibleConversation('message_draft')}`,
          delete: `person_id = (select app.person()) and ${visibleConversation('message_draft')}`,
        },
        ['body', 'version', 'updated_at'],
      )}

      create table conversation_snooze (
        conversation_id uuid not null references conversation,
        person_id uuid not null references person,
        until date not null,
        /** Words after this number bring it back. */
        from_seq bigint not null,
        primary key (conversation_id, person_id)
      );
      create index conversation_snooze_person_idx on conversation_snooze (person_id);
      ${protect(
        'conversation_snooze',
        {
          select: 'person_id = (select app.person())',
          insert: `person_id = (select app.person()) and ${visibleConversation('conversation_snooze')}`,
          update: 'person_id = (select app.person())',
          delete: 'person_id = (select app.person())',
        },
        ['until', 'from_seq'],
      )}

      create table message_template (
        id uuid primary key default gen_random_uuid(),
        organization_id uuid not null references organization,
        name jsonb not null,
        body jsonb not null,
        version integer not null default 1,
        updated_at timestamptz not null,
        updated_by uuid not null references person
      );
      create index message_template_organization_idx on message_template (organization_id);
      ${protect(
        'message_template',
        {
          select: 'organization_id = (select app.organization())',
          insert: keepsTemplates,
          update: keepsTemplates,
          delete: keepsTemplates,
        },
        ['name', 'body', 'version', 'updated_at', 'updated_by'],
      )}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table message_template, conversation_snooze, message_draft');
  }
}
