import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

const own = 'organization_id = (select app.managed_organization())';

/** Services and their offerings: published ones are public, drafts belong to their organization. */
export class PublishServices1780000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service (
        id uuid primary key default gen_random_uuid(),
        organization_id uuid not null references organization,
        status text not null default 'draft' check (status in ('draft', 'published', 'paused', 'archived')),
        version integer not null default 1,
        title jsonb not null,
        alternative_title jsonb not null default '{}',
        summary jsonb not null default '{}',
        description jsonb not null default '{}',
        how_to_get_in jsonb not null default '{}',
        eligibility jsonb not null default '{}',
        not_suitable_when jsonb not null default '{}',
        benefits_effect jsonb not null default '{}',
        alert jsonb not null default '{}',
        /** { fi: string[], sv: string[], en: string[] } */
        keywords jsonb not null default '{}',
        category text,
        service_classes text[] not null default '{}',
        target_groups text[] not null default '{}',
        life_events text[] not null default '{}',
        age_min smallint,
        age_max smallint,
        referral_mode text not null default 'both' check (referral_mode in ('referral', 'self', 'both')),
        statutory_bases text[] not null default '{}',
        decision_required boolean not null default false,
        data_regime text not null default 'assignment' check (data_regime in ('assignment', 'joint', 'own')),
        reporting_duty text not null default 'start_end' check (reporting_duty in ('none', 'start_end', 'attendance', 'monthly', 'full')),
        binding_possible boolean not null default false,
        agreement_required boolean not null default false,
        urgency_accepted text[] not null default '{K2,K3,K4}',
        languages text[] not null default '{}',
        interpretation text not null default 'none' check (interpretation in ('none', 'on_request', 'included')),
        easy_language boolean not null default false,
        delivery_modes text[] not null default '{}',
        group_form text not null default 'both' check (group_form in ('individual', 'group', 'both')),
        intensity jsonb not null default '{}',
        duration_weeks jsonb not null default '{}',
        accessibility text[] not null default '{}',
        support text[] not null default '{}',
        competences text[] not null default '{}',
        client_fee_cents integer not null default 0 check (client_fee_cents >= 0),
        funding_type text not null default 'own',
        price jsonb,
        nationwide boolean not null default false,
        municipalities text[] not null default '{}',
        /** { role: Localized, phone?, email?, substituteRole?: Localized }: a role first, a person never needed. */
        contact jsonb not null default '{}',
        no_places_until date,
        assured_at timestamptz,
        assured_by uuid,
        published_at timestamptz,
        origin text not null default 'local' check (origin in ('local', 'ptv', 'demonstration')),
        source_id text unique,
        source_hash text,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );
      create index service_organization_idx on service (organization_id, status);
      create index service_published_municipality_idx on service using gin (municipalities) where status = 'published';
      ${protect('service', { select: `status in ('published', 'paused') or ${own} or organization_id = (select app.case_organization())`, insert: own, update: own })}

      create table offering (
        id uuid primary key default gen_random_uuid(),
        service_id uuid not null references service,
        organization_id uuid not null references organization,
        code text not null,
        status text not null default 'open' check (status in ('planned', 'open', 'full', 'running', 'ended', 'cancelled')),
        version integer not null default 1,
        intake text not null check (intake in ('continuous', 'group')),
        starts_on date,
        ends_on date,
        apply_by timestamptz,
        capacity_max integer not null check (capacity_max between 0 and 10000),
        /** Places promised or offered; people in the service; people waiting. Moved with the referral, in its transaction. */
        reserved integer not null default 0 check (reserved >= 0),
        in_use integer not null default 0 check (in_use >= 0),
        waitlist_length integer not null default 0 check (waitlist_length >= 0),
        available integer generated always as (capacity_max - in_use - reserved) stored,
        waitlist_open boolean not null default true,
        /** Over-booking is a logged exception; otherwise the database refuses it. */
        over_booked_reason text,
        schedule jsonb not null default '{}',
        transport jsonb not null default '{}',
        start_instructions jsonb not null default '{}',
        /** [{ role: Localized, name?, substitute?: string }] */
        workers jsonb not null default '[]',
        languages text[],
        places_updated_at timestamptz not null default now(),
        source_id text unique,
        created_at timestamptz not null default now(),
        unique (service_id, code),
        constraint offering_places_check check (in_use + reserved <= capacity_max or over_booked_reason is not null),
        check (ends_on is null or starts_on is null or ends_on >= starts_on),
        check (intake = 'continuous' or starts_on is not null)
      );
      create index offering_service_idx on offering (service_id, status);
      create index offering_organization_idx on offering (organization_id);
      ${protect('offering', {
        select: `organization_id = (select app.case_organization()) or exists (select from service s where s.id = service_id)`,
        insert: own,
        update: 'organization_id = (select app.case_organization())',
      })}

      /* Where it happens. An address that is not public is read only by those to whom the place is promised
         (policy widened by the referral migration) and by its own organization. */
      create table offering_location (
        offering_id uuid primary key references offering,
        organization_id uuid not null references organization,
        municipality_code text references municipality,
        visibility text not null default 'public' check (visibility in ('public', 'on_acceptance', 'never')),
        street_address text,
        postal_code text,
        entrance jsonb not null default '{}',
        latitude double precision,
        longitude double precision
      );
      ${protect('offering_location', {
        select: `visibility = 'public' or organization_id = (select app.case_organization())`,
        insert: own,
        update: own,
      })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table offering_location, offering, service');
  }
}
