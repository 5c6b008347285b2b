import type { MigrationInterface, QueryRunner } from 'typeorm';

const enterJob = (locked: string): string => `
  create or replace function app.enter_job(entered bigint, at timestamptz) returns table (name text, payload jsonb)
  language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if app.person() is not null then raise exception 'a person''s transaction never becomes a job''s'; end if;
    ${locked}
    if name is null then return; end if;
    perform set_config('app.job', name, true),
            set_config('idle_in_transaction_session_timeout', '60s', true), set_config('statement_timeout', '60s', true),
            set_config('app.today', (at at time zone 'Europe/Helsinki')::date::text, true);
    return next;
  end $$;`;

const select =
  'select j.name, j.payload into name, payload from job j where j.id = entered and j.done_at is null and j.given_up_at is null for update';

/**
 * Another worker that looked for work at the same moment may hold a claimed row for the blink in which it finds it taken.
 * Who claimed it waits that long, instead of leaving it until the back-off has passed.
 */
export class EnterJobsPatiently1780000002420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      enterJob(`perform set_config('lock_timeout', '500ms', true);
    begin
      ${select};
    exception when lock_not_available then
      name := null;
    end;
    perform set_config('lock_timeout', '0', true);`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(enterJob(`${select} skip locked;`));
  }
}
