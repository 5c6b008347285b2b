import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

const senderSide = 'sender_organization_id = (select app.case_organization())';
const providerSide = `provider_organization_id = (select app.case_organization()) and status <> 'draft'`;
/** Non-disclosure on the sender's side is need-to-know: the handler and substitutes. */
const senderMayRead = `${senderSide} and (not non_disclosure or handler_id = any ((select app.my_people())::uuid[]))`;
const party = `((${senderMayRead}) or (${providerSide}))`;
/** States in which the provider reads the content; a decline, withdrawal or expiry ends it at once. */
const contentOpen = `('sent', 'acknowledged', 'clarification', 'waitlisted', 'offered', 'accepted', 'started', 'paused', 'closing', 'completed', 'interrupted')`;
const placePromised = `('accepted', 'started', 'paused', 'closing')`;

/** Copied from the referral by triggers, so that the policy of a row in a list asks nothing but the row. */
const parties = `
        sender_organization_id uuid not null,
        provider_organization_id uuid not null,
        handler_id uuid not null,
        non_disclosure boolean not null,
        open_to_provider boolean not null,`;
const partyMayRead = `((${senderMayRead}) or (open_to_provider and provider_organization_id = (select app.case_organization())))`;
const visibleReferral = (table: string, condition = 'true'): string =>
  `exists (select from referral r where r.id = ${table}.referral_id and ${condition})`;
const bySender = 'r.sender_organization_id = (select app.case_organization())';
const byProvider = 'r.provider_organization_id = (select app.case_organization())';

/** The referral, its content behind staged disclosure, and its append-only history. */
export class ReferClients1780000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_number_series (
        organization_id uuid not null references organization,
        year smallint not null,
        last integer not null default 0,
        primary key (organization_id, year)
      );
      ${protect('case_number_series', {
        select: 'organization_id = (select app.case_organization())',
        insert: 'organization_id = (select app.case_organization())',
        update: 'organization_id = (select app.case_organization())',
      })}

      create table referral (
        id uuid primary key default gen_random_uuid(),
        /** KVL-2026-0142: safe to say aloud and to mail. One for each referral, so two providers cannot join a client's cases by it. */
        case_number text not null unique,
        version integer not null default 1,
        status text not null check (status in ('draft', 'sent', 'acknowledged', 'clarification', 'waitlisted', 'offered', 'accepted', 'started', 'paused', 'closing', 'completed', 'interrupted', 'declined', 'withdrawn', 'expired', 'entered_in_error')),
        status_since timestamptz not null,
        client_id uuid not null references client,
        non_disclosure boolean not null default false,
        sender_organization_id uuid not null references organization,
        handler_id uuid not null references person,
        handler_name text not null,
        provider_organization_id uuid not null references organization,
        service_id uuid not null references service,
        offering_id uuid references offering,
        /** The provider's worker who has taken it, and their name as the sender sees it. */
        assignee_id uuid references person,
        assignee_name text,
        urgency text not null check (urgency in ('K1', 'K2', 'K3', 'K4')),
        urgency_reason text,
        start_wish date,
        sent_at timestamptz,
        /** By when whoever's turn it is must act: the running clock's end. */
        due_at timestamptz,
        answer_started_at timestamptz,
        answer_due_at timestamptz,
        answer_paused_at timestamptz,
        answer_met_at timestamptz,
        start_due_at timestamptz,
        start_met_at timestamptz,
        first_meeting_at timestamptz,
        started_on date,
        planned_end_on date,
        ended_on date,
        waitlisted_at timestamptz,
        expected_wait_weeks smallint,
        closing_report_at timestamptz,
        previous_referral_id uuid references referral,
        suggested_by_referral_id uuid references referral,
        origin text not null default 'local',
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index referral_sender_idx on referral (sender_organization_id, status, due_at, id);
      create index referral_handler_idx on referral (handler_id, status, due_at, id);
      create index referral_provider_idx on referral (provider_organization_id, status, due_at, id);
      create index referral_client_idx on referral (client_id);
      create index referral_offering_idx on referral (offering_id);
      create index referral_service_idx on referral (service_id, status);

      create table referral_content (
        referral_id uuid primary key references referral,
        ${parties}
        first_name text not null,
        goal text not null,
        needs text[] not null default '{}',
        background text,
        agreed text,
        plan_type text not null,
        plan_extract text,
        binding boolean not null default false,
        language text not null,
        age_band text,
        municipality_code text references municipality,
        contact_wishes text
      );

      create table referral_alternative (
        referral_id uuid not null references referral,
        rank smallint not null,
        service_id uuid not null references service,
        primary key (referral_id, rank)
      );

      /* Append-only: status is the replay of these. */
      create table referral_step (
        referral_id uuid not null references referral,
        /** The version that this step made. */
        version integer not null,
        action text not null,
        from_status text,
        to_status text not null,
        at timestamptz not null,
        person_id uuid references person,
        actor_name text not null,
        organization_id uuid references organization,
        organization_name jsonb not null default '{}',
        role text not null,
        reason text,
        note text,
        /** The action's own facts: offering, dates, suggestion, outcomes. Never identity or contact. */
        details jsonb not null default '{}',
        primary key (referral_id, version)
      );

      create table referral_question (
        id uuid primary key default gen_random_uuid(),
        referral_id uuid not null references referral,
        field text not null,
        question text not null,
        asked_at timestamptz not null,
        answer text,
        answered_at timestamptz
      );
      create index referral_question_referral_idx on referral_question (referral_id);

      ${protect('referral', { select: party, insert: senderSide, update: party })}
      ${protect('referral_content', { select: partyMayRead, insert: senderSide, update: senderMayRead })}
      ${protect('referral_alternative', {
        select: visibleReferral('referral_alternative', bySender),
        insert: visibleReferral('referral_alternative', bySender),
        delete: visibleReferral('referral_alternative', bySender),
      })}
      ${protect('referral_step', {
        select: visibleReferral('referral_step'),
        insert: `${visibleReferral('referral_step')} and person_id = (select app.person()) and organization_id = (select app.case_organization())`,
      })}
      ${protect(
        'referral_question',
        {
          select: visibleReferral('referral_question', `(${bySender} or r.status in ${contentOpen})`),
          insert: visibleReferral('referral_question', byProvider),
          update: visibleReferral('referral_question', bySender),
        },
        ['answer', 'answered_at'],
      )}

      create function app.copy_parties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        select r.sender_organization_id, r.provider_organization_id, r.handler_id, r.non_disclosure, r.status in ${contentOpen}
          into new.sender_organization_id, new.provider_organization_id, new.handler_id, new.non_disclosure, new.open_to_provider
          from referral r where r.id = new.referral_id;
        return new;
      end $$;
      create trigger copy_parties before insert on referral_content for each row execute function app.copy_parties();
      create function app.spread_parties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update referral_content
           set handler_id = new.handler_id, non_disclosure = new.non_disclosure, provider_organization_id = new.provider_organization_id,
               open_to_provider = new.status in ${contentOpen}
         where referral_id = new.id;
        return null;
      end $$;
      create trigger spread_parties after update on referral for each row
        when (old.status is distinct from new.status or old.handler_id is distinct from new.handler_id
              or old.non_disclosure is distinct from new.non_disclosure or old.provider_organization_id is distinct from new.provider_organization_id)
        execute function app.spread_parties();

      /* Staged disclosure in the database too: the provider reads surname and contact once the place is promised, and no longer when it ends. */
      create policy provider_selects on client_identity for select to rinnalla_app using (
        exists (select from referral r where r.client_id = client_identity.client_id and ${byProvider} and r.status in ${placePromised}));
      create policy provider_selects on client_contact for select to rinnalla_app using (
        exists (select from referral r where r.client_id = client_contact.client_id and ${byProvider} and r.status in ${placePromised}));
      /* The address told on acceptance. */
      create policy promised_selects on offering_location for select to rinnalla_app using (
        visibility = 'on_acceptance' and exists (select from referral r where r.offering_id = offering_location.offering_id and ${bySender} and r.status in ${placePromised}));

      /* Places move with the referral. The sender may free a place of the provider's offering only through its own referral. */
      create function app.move_places(through uuid, moved uuid, reserved_change integer, in_use_change integer, waitlist_change integer)
      returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if not exists (select from referral r where r.id = through and r.service_id = (select o.service_id from offering o where o.id = moved)
                       and app.case_organization() in (r.sender_organization_id, r.provider_organization_id)) then
          return false;
        end if;
        update offering set reserved = reserved + reserved_change, in_use = in_use + in_use_change,
                            waitlist_length = waitlist_length + waitlist_change
         where id = moved;
        return found;
      end $$;

      /* Unmet need: one row for each referral that could not be met, for the gap radar. No person in it. */
      create table unmet_need (
        id bigint generated always as identity primary key,
        referral_id uuid not null references referral,
        service_id uuid not null references service,
        category text,
        municipality_code text,
        reason text not null,
        at timestamptz not null
      );
      ${protect('unmet_need', { insert: visibleReferral('unmet_need') })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.move_places;
      drop trigger spread_parties on referral;
      drop policy promised_selects on offering_location;
      drop policy provider_selects on client_contact;
      drop policy provider_selects on client_identity;
      drop table unmet_need, referral_question, referral_step, referral_alternative, referral_content, referral, case_number_series;
      drop function app.spread_parties, app.copy_parties;
    `);
  }
}
