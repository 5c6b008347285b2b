import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kept answers hold what was answered, and are of use for as long as somebody may ask again; events have been told. */
export class ForgetKeptAnswers1780000002810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index event_at_idx on event using brin (at);
      create index idempotency_key_created_at_idx on idempotency_key using brin (created_at);
      create function app.forget_answers(kept_before timestamptz) returns void
      language sql security definer set search_path = public, pg_temp as $$
        delete from idempotency_key where created_at < kept_before
      $$;
      create function app.forget_events(told_before timestamptz) returns void
      language sql security definer set search_path = public, pg_temp as $$
        delete from event where at < told_before
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.forget_events, app.forget_answers;
      drop index idempotency_key_created_at_idx, event_at_idx;
    `);
  }
}
