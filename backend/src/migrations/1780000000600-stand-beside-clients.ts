import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

/** Case workers of the client's own municipality; a non-disclosure client only for the named handler and substitutes. */
const ownClient = `organization_id = (select app.case_organization())
  and (not non_disclosure or handler_id = any ((select app.my_people())::uuid[]))`;

/** Correlated on purpose: these rows are read one client at a time, by key. */
const visibleClient = (table: string): string =>
  `exists (select from client c where c.id = ${table}.client_id)`;

/**
 * Clients. Three tables for three audiences: the card (goal, needs), identity, and contact.
 * The referral migration lets a provider read identity and contact from the stage that needs them, and no sooner.
 */
export class StandBesideClients1780000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* The acting person and those whose substitute they are today. */
      create function app.my_people() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
        select array_append(
          array(select away.person_id
                  from substitution s join membership away on away.id = s.membership_id
                 where s.substitute_membership_id = app.membership()
                   and s.valid_from <= current_date and (s.valid_to is null or s.valid_to >= current_date)),
          app.person())
      $$;

      create table client (
        id uuid primary key default gen_random_uuid(),
        organization_id uuid not null references organization,
        handler_id uuid not null references person,
        version integer not null default 1,
        first_name text not null,
        language text not null default 'fi',
        birth_year smallint check (birth_year between 1900 and 2100),
        /** The client's goal in the client's own words: first on every screen. */
        goal text not null,
        needs text[] not null default '{}',
        plan_type text not null default 'none',
        non_disclosure boolean not null default false,
        non_disclosure_until date,
        /** Municipality code; null for a non-disclosure client (Act 661/2009: home municipality is restricted). */
        home_municipality_code text references municipality,
        origin text not null default 'local' check (origin in ('local', 'demonstration')),
        created_by uuid not null references person,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (not (non_disclosure and home_municipality_code is not null))
      );
      create index client_handler_idx on client (organization_id, handler_id, first_name, id);
      create index client_organization_idx on client (organization_id, first_name, id);

      create table client_identity (
        client_id uuid primary key references client,
        organization_id uuid not null references organization,
        surname text not null,
        identity_code text,
        unique (organization_id, identity_code)
      );
      create table client_contact (
        client_id uuid primary key references client,
        organization_id uuid not null references organization,
        way text not null check (way in ('phone', 'text_message', 'email', 'letter', 'in_person', 'through_coach')),
        phone text,
        email text,
        /** Wishes such as "call between 10 and 12, no messages". */
        wishes text
      );

      ${protect('client', {
        select: ownClient,
        insert: `organization_id = (select app.case_organization())`,
        update: ownClient,
      })}
      ${protect('client_identity', {
        select: visibleClient('client_identity'),
        insert: visibleClient('client_identity'),
        update: visibleClient('client_identity'),
      })}
      ${protect('client_contact', {
        select: visibleClient('client_contact'),
        insert: visibleClient('client_contact'),
        update: visibleClient('client_contact'),
      })}

      /* Versioned texts, as data: what the client was told or asked. */
      create table disclosure_text (
        id uuid primary key default gen_random_uuid(),
        kind text not null check (kind in ('informing', 'consent')),
        version integer not null,
        body jsonb not null,
        valid_from date not null,
        valid_to date,
        unique (kind, version)
      );
      grant select on disclosure_text to rinnalla_app;

      /* Three records, never one tick. Legal basis: why the authority may. */
      create table legal_basis_record (
        id uuid primary key default gen_random_uuid(),
        organization_id uuid not null references organization,
        client_id uuid not null references client,
        service_id uuid references service,
        basis text not null,
        recorded_by uuid not null references person,
        recorded_at timestamptz not null
      );
      create index legal_basis_record_client_idx on legal_basis_record (client_id);
      /* Informing: the client was told what goes where. Needed always. */
      create table informing_record (
        id uuid primary key default gen_random_uuid(),
        organization_id uuid not null references organization,
        client_id uuid not null references client,
        service_id uuid not null references service,
        text_id uuid not null references disclosure_text,
        language text not null,
        way text not null check (way in ('in_person', 'phone', 'letter', 'electronic')),
        recorded_by uuid not null references person,
        recorded_at timestamptz not null
      );
      create index informing_record_client_idx on informing_record (client_id);
      /* Consent: the client's permission for a disclosure that the law alone does not allow. */
      create table consent_record (
        id uuid primary key default gen_random_uuid(),
        organization_id uuid not null references organization,
        client_id uuid not null references client,
        service_id uuid not null references service,
        recipient_organization_id uuid not null references organization,
        text_id uuid not null references disclosure_text,
        language text not null,
        way text not null check (way in ('in_person', 'phone', 'letter', 'electronic')),
        field_groups text[] not null,
        recorded_by uuid not null references person,
        recorded_at timestamptz not null,
        valid_until date not null,
        withdrawn_at timestamptz,
        withdrawn_by uuid references person
      );
      create index consent_record_client_idx on consent_record (client_id);
      ${['legal_basis_record', 'informing_record', 'consent_record']
        .map((table) =>
          protect(
            table,
            {
              select: visibleClient(table),
              insert: `${visibleClient(table)} and organization_id = (select app.case_organization())`,
              ...(table === 'consent_record' ? { update: visibleClient(table) } : {}),
            },
            ['withdrawn_at', 'withdrawn_by'],
          ),
        )
        .join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table consent_record, informing_record, legal_basis_record, disclosure_text, client_contact, client_identity, client;
      drop function app.my_people;
    `);
  }
}
