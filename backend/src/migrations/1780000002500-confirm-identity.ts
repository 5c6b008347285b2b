import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session remembers when its person last proved who they are: risky acts ask for it again. */
export class ConfirmIdentity1780000002500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session add column confirmed_at timestamptz;
      grant update (confirmed_at) on session to rinnalla_app;

      /* One's own, and no other's: the only way to a hash with a context. */
      create function app.own_credential() returns table (password_hash text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select c.password_hash from credential c where c.person_id = app.person()
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.own_credential;
      revoke update (confirmed_at) on session from rinnalla_app;
      alter table session drop column confirmed_at;
    `);
  }
}
