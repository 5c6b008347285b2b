import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

const contentOpen = `('sent', 'acknowledged', 'clarification', 'waitlisted', 'offered', 'accepted', 'started', 'paused', 'closing', 'completed', 'interrupted')`;
const promised = `('accepted', 'started', 'paused', 'closing', 'completed', 'interrupted')`;
const running = `('accepted', 'started', 'paused', 'closing')`;
const bySender = 'r.sender_organization_id = (select app.client_organization())';
const formerBySender = 'r.sender_organization_id = (select app.case_organization())';
const byProvider = 'r.provider_organization_id = (select app.case_organization())';
const open = (row: string, ends: boolean): string =>
  `${row}.status in ${contentOpen}${ends ? ` and ${row}.disclosure_ended_at is null` : ''}`;
/** The consent itself is asked as well: whatever forgets to end a disclosure, the database does not. */
const openWithConsent = (row: string, ends: boolean): string =>
  `(${open(row, ends)} and not app.consent_was_withdrawn(${row}.client_id, ${row}.service_id, ${row}.provider_organization_id))`;
const holds = (ends: boolean): string => (ends ? ' and r.disclosure_ended_at is null' : '');

const follow = (ends: boolean): string => `
      create or replace function app.copy_parties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        select r.sender_organization_id, r.provider_organization_id, r.handler_id, r.non_disclosure, ${openWithConsent('r', ends)}
          into new.sender_organization_id, new.provider_organization_id, new.handler_id, new.non_disclosure, new.open_to_provider
          from referral r where r.id = new.referral_id;
        return new;
      end $$;
      create or replace function app.spread_parties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update referral_content
           set handler_id = new.handler_id, non_disclosure = new.non_disclosure, provider_organization_id = new.provider_organization_id,
               open_to_provider = ${openWithConsent('new', ends)}
         where referral_id = new.id;
        return null;
      end $$;
      create or replace function app.spread_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update referral_content k
           set open_to_provider = ${openWithConsent('r', ends)}
          from referral r
         where r.id = k.referral_id and r.client_id = new.client_id and r.service_id = new.service_id
           and r.provider_organization_id = new.recipient_organization_id
           and k.open_to_provider is distinct from ${openWithConsent('r', ends)};
        return null;
      end $$;
      drop trigger spread_parties on referral;
      create trigger spread_parties after update on referral for each row
        when ((${open('old', ends)}) is distinct from (${open('new', ends)}) or old.handler_id is distinct from new.handler_id
              or old.non_disclosure is distinct from new.non_disclosure or old.provider_organization_id is distinct from new.provider_organization_id)
        execute function app.spread_parties();
      alter policy app_selects on referral_question using (
        exists (select from referral r where r.id = referral_question.referral_id and (${ends ? bySender : formerBySender} or ${open('r', ends)})));
      alter policy provider_selects on client_identity using (
        exists (select from referral r where r.client_id = client_identity.client_id and ${byProvider} and r.status in ${promised}${holds(ends)}));
      alter policy provider_selects on client_contact using (
        exists (select from referral r where r.client_id = client_contact.client_id and ${byProvider} and r.status in ${running}${holds(ends)}));`;

/** A disclosure ends with the consent on which it rested, whatever the referral's state; and whoever holds something is asked to delete it. */
export class EndDisclosures1780000002620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referral add column disclosure_ended_at timestamptz;
      ${follow(true)}

      create table deletion_task (
        id uuid primary key default gen_random_uuid(),
        referral_id uuid not null references referral,
        /** Who is asked, and by whom. */
        organization_id uuid not null references organization,
        sender_organization_id uuid not null references organization,
        case_number text not null,
        cause text not null check (cause in ('consentWithdrawn', 'clientErased')),
        asked_at timestamptz not null,
        due_on date not null,
        done_at timestamptz,
        done_by uuid references person,
        done_by_name text,
        /** Codes of the duties for which something is still kept. */
        kept text[] not null default '{}',
        check ((done_at is null) = (done_by is null))
      );
      create unique index deletion_task_open_key on deletion_task (referral_id, cause) where done_at is null;
      create index deletion_task_holder_idx on deletion_task (organization_id, asked_at, id) where done_at is null;
      create index deletion_task_referral_idx on deletion_task (referral_id);
      ${protect(
        'deletion_task',
        {
          select: `organization_id = (select app.case_organization())
            or exists (select from referral r where r.id = deletion_task.referral_id and ${bySender})`,
          insert: `exists (select from referral r where r.id = deletion_task.referral_id and ${bySender}
                     and r.provider_organization_id = deletion_task.organization_id and r.sent_at is not null)`,
          update: 'organization_id = (select app.case_organization())',
          updateCheck:
            'organization_id = (select app.case_organization()) and done_by = (select app.person())',
        },
        ['done_at', 'done_by', 'done_by_name', 'kept'],
      )}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table deletion_task;
      ${follow(false)}
      alter table referral drop column disclosure_ended_at;
    `);
  }
}
