import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

/**
 * Work that outlives its request: a row written by the action's own transaction. The app role adds rows and reads none;
 * a worker claims, enters and ends a job through the functions below. ADR 15.
 */
export class KeepJobs1780000002400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table job (
        id bigint generated always as identity primary key,
        name text not null,
        /** Ids, never content. */
        payload jsonb not null default '{}',
        /** One job for one event: a key that was used is not used again while its row is kept. */
        key text unique,
        run_at timestamptz not null,
        attempts integer not null default 0,
        added_at timestamptz not null,
        done_at timestamptz,
        given_up_at timestamptz,
        /** A code, never a message: messages carry values. */
        last_error text
      );
      create index job_due_idx on job (run_at, id) where done_at is null and given_up_at is null;
      create index job_ended_idx on job (coalesce(done_at, given_up_at)) where done_at is not null or given_up_at is not null;
      ${protect('job', { insert: 'done_at is null and given_up_at is null and attempts = 0' })}

      /* The job in whose transaction we are, for policies of what a job of this name may touch. */
      create function app.job() returns text language sql stable parallel safe
      as $$ select nullif(current_setting('app.job', true), '') $$;

      /* Counts the attempt before it begins, and puts the next one off: a job that kills its process meets the back-off too. */
      create function app.claim_job(names text[], at timestamptz)
      returns table (id bigint, name text, attempts integer, waited_ms double precision)
      language sql security definer set search_path = public, pg_temp as $$
        with due as (
          select j.id, j.run_at from job j
           where j.run_at <= at and j.done_at is null and j.given_up_at is null and j.name = any (names)
           order by j.run_at, j.id limit 1 for update skip locked)
        update job j
           set attempts = j.attempts + 1, run_at = at + least(interval '10 seconds' * 2 ^ least(j.attempts, 12), interval '1 hour')
          from due where j.id = due.id
        returning j.id, j.name, j.attempts, extract(epoch from at - due.run_at) * 1000
      $$;

      /* Makes this transaction the job's: its row stays locked for as long as the transaction lives, and no longer. */
      create function app.enter_job(entered bigint, at timestamptz) returns table (name text, payload jsonb)
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if app.person() is not null then raise exception 'a person''s transaction never becomes a job''s'; end if;
        select j.name, j.payload into name, payload from job j
         where j.id = entered and j.done_at is null and j.given_up_at is null for update skip locked;
        if not found then return; end if;
        perform set_config('app.job', name, true),
                set_config('idle_in_transaction_session_timeout', '60s', true), set_config('statement_timeout', '60s', true),
                set_config('app.today', (at at time zone 'Europe/Helsinki')::date::text, true);
        return next;
      end $$;

      create function app.finish_job(finished bigint, at timestamptz) returns void
      language sql security definer set search_path = public, pg_temp as $$
        update job set done_at = at, last_error = null where id = finished
      $$;

      create function app.fail_job(failed bigint, reason text, for_good boolean, at timestamptz) returns void
      language sql security definer set search_path = public, pg_temp as $$
        update job set last_error = reason, given_up_at = case when for_good then at end where id = failed and done_at is null
      $$;

      create function app.forget_jobs(ended_before timestamptz) returns integer
      language sql security definer set search_path = public, pg_temp as $$
        with gone as (delete from job where coalesce(done_at, given_up_at) < ended_before returning 1)
        select count(*)::integer from gone
      $$;

      /* Within a job only: reads and writes as this member may, today. No row: the membership or the person has ended. */
      create function app.enter_member(entering uuid, at timestamptz)
      returns table (person_id uuid, role text, organization_id uuid, language text)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        today date := (at at time zone 'Europe/Helsinki')::date;
      begin
        if app.job() is null then raise exception 'only a job enters as a member'; end if;
        perform app.leave_member();
        select p.id, m.role, m.organization_id, p.language into person_id, role, organization_id, language
          from membership m join person p on p.id = m.person_id and p.disabled_at is null
         where m.id = entering and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today);
        if not found then return; end if;
        perform set_config('app.person', person_id::text, true),
                set_config('app.organization', organization_id::text, true),
                set_config('app.membership', entering::text, true),
                set_config('app.case_organization', case when role in ('coach', 'coordinator', 'providerWorker', 'providerManager') then organization_id::text else '' end, true),
                set_config('app.client_organization', case when role in ('coach', 'coordinator') then organization_id::text else '' end, true),
                set_config('app.appointing_organization', case when role in ('coordinator', 'serviceManager', 'providerManager') then organization_id::text else '' end, true),
                set_config('app.managed_organization', case when role = 'providerManager' then organization_id::text else '' end, true),
                set_config('app.log_organization', case when role = 'dataProtectionOfficer' then organization_id::text else '' end, true);
        return next;
      end $$;

      create function app.leave_member() returns void language plpgsql as $$
      begin
        perform set_config('app.person', '', true), set_config('app.organization', '', true), set_config('app.membership', '', true),
                set_config('app.case_organization', '', true), set_config('app.client_organization', '', true),
                set_config('app.appointing_organization', '', true), set_config('app.managed_organization', '', true),
                set_config('app.log_organization', '', true);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.enter_member, app.leave_member, app.forget_jobs, app.fail_job, app.finish_job, app.enter_job, app.claim_job, app.job;
      drop table job;
    `);
  }
}
