import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

/** Organizations, people, memberships with dates, virkasuhde, substitutes, credentials and sessions. */
export class KnowOrganizationsAndPeople1780000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organization (
        id uuid primary key default gen_random_uuid(),
        kind text not null check (kind in ('association', 'foundation', 'parish', 'cooperative', 'municipality', 'county', 'company', 'state')),
        business_id text unique check (business_id ~ '^[0-9]{7}-[0-9]$'),
        name jsonb not null,
        description jsonb not null default '{}',
        home_municipality_code text references municipality,
        employment_area_code text references employment_area,
        languages text[] not null default '{fi}',
        email text,
        phone text,
        website text,
        /** First letters of its case numbers: KVL-2026-0142. */
        case_prefix text check (case_prefix ~ '^[A-ZÅÄÖ]{2,5}$'),
        origin text not null default 'local' check (origin in ('local', 'ptv', 'demonstration')),
        source_id text unique,
        version integer not null default 1,
        created_at timestamptz not null default now()
      );
      ${protect('organization', { select: 'true', update: 'id = (select app.managed_organization())' }, ['name', 'description', 'languages', 'email', 'phone', 'website', 'version'])}

      create table person (
        id uuid primary key default gen_random_uuid(),
        email text not null,
        given_name text not null,
        surname text not null,
        language text not null default 'fi' check (language in ('fi', 'sv', 'en')),
        disabled_at timestamptz,
        created_at timestamptz not null default now()
      );
      create unique index person_email_key on person (lower(email));
      create table credential (
        person_id uuid primary key references person,
        password_hash text not null,
        failed_count integer not null default 0,
        locked_until timestamptz,
        changed_at timestamptz not null default now()
      );

      create table membership (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references person,
        organization_id uuid not null references organization,
        role text not null check (role in ('coach', 'coordinator', 'serviceManager', 'dataProtectionOfficer', 'providerWorker', 'providerManager', 'evaluator', 'administrator')),
        title jsonb not null default '{}',
        valid_from date not null,
        valid_to date,
        created_at timestamptz not null default now(),
        check (valid_to is null or valid_to >= valid_from)
      );
      create index membership_person_idx on membership (person_id);
      create index membership_organization_idx on membership (organization_id);

      /* Virkasuhde is an attribute of a membership, never a role: authority, task, dates, who granted it. */
      create table public_office (
        id uuid primary key default gen_random_uuid(),
        membership_id uuid not null references membership,
        task text not null,
        valid_from date not null,
        valid_to date,
        granted_by uuid references person
      );
      create index public_office_membership_idx on public_office (membership_id);

      create table substitution (
        id uuid primary key default gen_random_uuid(),
        organization_id uuid not null references organization,
        membership_id uuid not null references membership,
        substitute_membership_id uuid not null references membership,
        valid_from date not null,
        valid_to date,
        created_at timestamptz not null default now(),
        check (membership_id <> substitute_membership_id),
        check (valid_to is null or valid_to >= valid_from)
      );
      create index substitution_organization_idx on substitution (organization_id);

      create table session (
        id uuid primary key default gen_random_uuid(),
        token_hash bytea not null unique,
        person_id uuid not null references person,
        membership_id uuid references membership,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create index session_person_idx on session (person_id);

      ${protect('membership', {
        select: 'person_id = (select app.person()) or organization_id = (select app.organization())',
        insert: 'organization_id = (select app.managed_organization())',
        update: 'organization_id = (select app.managed_organization())',
      })}
      ${protect(
        'person',
        {
          select:
            'id = (select app.person()) or id = any (array(select person_id from membership where organization_id = (select app.organization())))',
          update: 'id = (select app.person())',
        },
        ['language'],
      )}
      ${protect('credential', {})}
      ${protect('public_office', {
        select: 'membership_id in (select id from membership)',
      })}
      ${protect('substitution', {
        select: 'organization_id = (select app.organization())',
        insert: 'organization_id = (select app.organization())',
        delete: 'organization_id = (select app.organization())',
      })}
      ${protect(
        'session',
        {
          select: 'person_id = (select app.person())',
          insert: 'person_id = (select app.person())',
          update: 'person_id = (select app.person())',
        },
        ['membership_id', 'revoked_at', 'last_seen_at'],
      )}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table session, substitution, public_office, membership, credential, person, organization',
    );
  }
}
