import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ground of row-level security: the app role, and the functions through which every policy reads
 * who acts. A policy calls them as `(select app.organization())`, so PostgreSQL asks once per statement.
 */
export class LayTheGround1780000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'rinnalla_app') then
          create role rinnalla_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
          execute format('grant rinnalla_app to %I', current_user);
        end if;
      end $$;
      create extension if not exists pg_trgm;
      create extension if not exists unaccent;
      revoke create on schema public from public;
      grant usage on schema public to rinnalla_app;
      create schema app;
      grant usage on schema app to rinnalla_app;
      alter default privileges in schema app revoke execute on functions from public;
      alter default privileges in schema app grant execute on functions to rinnalla_app;
    `);
    for (const [name, setting] of [
      ['person', 'app.person'],
      ['organization', 'app.organization'],
      ['membership', 'app.membership'],
      ['case_organization', 'app.case_organization'],
      ['managed_organization', 'app.managed_organization'],
      ['log_organization', 'app.log_organization'],
    ]) {
      // After a finished SET LOCAL the setting is '', not null.
      await runner.query(`
        create function app.${name}() returns uuid language sql stable parallel safe
        as $$ select nullif(current_setting('${setting}', true), '')::uuid $$`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop schema app cascade; drop extension if exists unaccent; drop extension if exists pg_trgm',
    );
  }
}
