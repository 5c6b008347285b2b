import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

const own = 'person_id = (select app.account())';
/** Adding: a signed-in person, or one whose sign-in waits for the first factor. */
const enrolling = 'person_id = (select app.enrolling())';
const signedIn = 'person_id = (select app.person())';

/** A sign-in is a row of its own until it is whole, beside the factors, codes, tokens and identities that prove a person. */
export class HoldProofs1780000002510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* Invented people sign in without a second factor, and only where the product is a demonstration (ADR 18). */
      alter table person add column demonstration boolean not null default false;
      update person p set demonstration = true
       where exists (select from membership m join organization o on o.id = m.organization_id where m.person_id = p.id and o.origin = 'demonstration')
         and p.email like '%.example';

      alter table session
        add column method text not null default 'password' check (method in ('password', 'passkey', 'provider')),
        add column browser text not null default 'other',
        add column system text not null default 'other',
        /* Opened through an organization's own sign-in: acts for that organization alone. */
        add column organization_id uuid references organization,
        /* Of WebAuthn and of an authenticator that is being added; each serves once. */
        add column challenge text,
        add column totp_secret text;
      grant update (challenge, totp_secret) on session to rinnalla_app;

      create table identity_provider (
        id uuid primary key default gen_random_uuid(),
        organization_id uuid not null unique references organization,
        issuer text not null,
        client_id text not null,
        /* Names the secret in the setting OIDC_CLIENT_SECRETS; the secret itself is not here. */
        secret_name text not null check (secret_name ~ '^[a-z0-9-]{1,60}$'),
        /* The provider proved two factors if the answer's acr is one of these or its amr holds all of those. */
        acr_values text[] not null default '{}',
        amr_values text[] not null default '{}',
        enabled boolean not null default true,
        version integer not null default 1,
        updated_at timestamptz not null,
        updated_by uuid references person
      );
      create table identity (
        provider_id uuid not null references identity_provider,
        subject text not null,
        person_id uuid not null references person,
        created_at timestamptz not null,
        last_used_at timestamptz,
        primary key (provider_id, subject)
      );
      create unique index identity_person_idx on identity (person_id, provider_id);

      create table account_token (
        id uuid primary key default gen_random_uuid(),
        token_hash bytea not null unique,
        person_id uuid not null references person,
        purpose text not null check (purpose in ('invitation', 'passwordReset')),
        organization_id uuid references organization,
        created_by uuid references person,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index account_token_person_idx on account_token (person_id);

      create table sign_in (
        id uuid primary key default gen_random_uuid(),
        token_hash bytea not null unique,
        method text not null check (method in ('password', 'passkey', 'provider')),
        /* Unset until the first proof says who it is. */
        person_id uuid references person,
        second_factor_at timestamptz,
        challenge text,
        totp_secret text,
        provider_id uuid references identity_provider,
        /* An invitation that the person follows through an organization's sign-in. */
        account_token_id uuid references account_token,
        /* The signed-in session that only wants to be confirmed. */
        session_id uuid references session,
        state text,
        nonce text,
        code_verifier text,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        closed_at timestamptz
      );
      create index sign_in_expires_idx on sign_in (expires_at);

      create table authenticator (
        person_id uuid primary key references person,
        secret text not null,
        /* The last time step that was used: no code serves twice. */
        last_step bigint not null,
        created_at timestamptz not null,
        last_used_at timestamptz
      );
      create table passkey (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null references person,
        credential_id text not null unique,
        public_key bytea not null,
        counter bigint not null,
        transports text[] not null default '{}',
        backed_up boolean not null,
        name text not null,
        created_at timestamptz not null,
        last_used_at timestamptz
      );
      create index passkey_person_idx on passkey (person_id);
      create table recovery_code (
        person_id uuid not null references person,
        code_hash bytea not null,
        created_at timestamptz not null,
        used_at timestamptz,
        primary key (person_id, code_hash)
      );

      /* How often something was tried: of whom and from where is a keyed hash. */
      create table attempt (
        bucket bytea primary key,
        taken integer not null,
        ends_at timestamptz not null
      );
      create index attempt_ends_idx on attempt (ends_at);

      create function app.sign_in() returns uuid language sql stable parallel safe
      as $$ select nullif(current_setting('app.sign_in', true), '')::uuid $$;
      create function app.signing_in() returns uuid language sql stable parallel safe
      as $$ select nullif(current_setting('app.signing_in', true), '')::uuid $$;
      /* Whose proofs are worked with: who is signed in, or who is signing in. */
      create function app.account() returns uuid language sql stable parallel safe
      as $$ select coalesce(app.person(), app.signing_in()) $$;
      create function app.enrolling() returns uuid language sql stable parallel safe
      as $$ select coalesce(app.person(), nullif(current_setting('app.enrolling', true), '')::uuid) $$;

      ${protect('sign_in', { select: 'id = (select app.sign_in())', update: 'id = (select app.sign_in())' }, [
        'person_id',
        'second_factor_at',
        'challenge',
        'totp_secret',
        'closed_at',
      ])}
      ${protect('authenticator', { select: own, insert: enrolling, update: own, delete: signedIn }, ['last_step', 'last_used_at'])}
      ${protect('passkey', { select: own, insert: enrolling, update: own, delete: signedIn }, ['counter', 'backed_up', 'last_used_at'])}
      ${protect('recovery_code', { select: own, insert: enrolling, update: own, delete: enrolling }, ['used_at'])}
      ${protect('identity', { select: own, insert: own, update: own, delete: signedIn }, ['last_used_at'])}
      ${protect(
        'identity_provider',
        {
          select: 'true',
          insert: `organization_id = (select app.led_organization())`,
          update: `organization_id = (select app.led_organization())`,
        },
        [
          'issuer',
          'client_id',
          'secret_name',
          'acr_values',
          'amr_values',
          'enabled',
          'version',
          'updated_at',
          'updated_by',
        ],
      ).replaceAll(
        'app.led_organization()',
        `m.organization_id from membership m where m.id = app.membership() and m.role in ('providerManager', 'serviceManager')`,
      )}
      ${protect('account_token', {})}
      ${protect('attempt', {})}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table attempt, recovery_code, passkey, authenticator, sign_in, account_token, identity, identity_provider;
      drop function app.enrolling, app.account, app.signing_in, app.sign_in;
      alter table session drop column totp_secret, drop column challenge, drop column organization_id, drop column system, drop column browser, drop column method;
      alter table person drop column demonstration;
    `);
  }
}
