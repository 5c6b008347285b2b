import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How jobs stand, in numbers alone: the app role reads none of them. */
export class TellOfStuckJobs1780000002430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.jobs_behind(at timestamptz)
      returns table (due integer, late_ms double precision, failing integer, given_up integer)
      language sql stable security definer set search_path = public, pg_temp as $$
        select w.due, w.late_ms, w.failing, g.given_up
          from (select count(*) filter (where j.run_at <= at)::integer as due,
                       coalesce(extract(epoch from at - min(j.run_at) filter (where j.run_at <= at)), 0) * 1000 as late_ms,
                       count(*) filter (where j.last_error is not null)::integer as failing
                  from job j where j.done_at is null and j.given_up_at is null) w,
               (select count(*)::integer as given_up from job j
                 where coalesce(j.done_at, j.given_up_at) > at - interval '1 hour' and j.given_up_at is not null) g
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.jobs_behind');
  }
}
