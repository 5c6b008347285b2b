import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An upload whose row has gone may still be writing: what was erased then is erased once more when no upload of that row
 * can be under way any longer (an hour; an upload may take five minutes, `longestUploadMs`).
 */
export class EraseWhatCameLate1780000002910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table file_erasure add column erased boolean not null default false, add column again_at timestamptz;

      create or replace function app.queue_file_erasure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into file_erasure (object_key, again_at)
        values (old.object_key, case when old.received_at is null then old.begun_at + interval '1 hour' end)
        on conflict do nothing;
        return null;
      end $$;

      drop function app.files_to_erase(integer), app.file_erased(uuid);
      create function app.files_to_erase(most integer, at timestamptz) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
        select object_key from file_erasure where not erased or again_at <= at order by since limit most
      $$;
      create function app.file_erased(erased_key uuid, at timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
        update file_erasure set erased = true where object_key = erased_key and again_at > at;
        delete from file_erasure where object_key = erased_key and (again_at is null or again_at <= at);
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.files_to_erase(integer, timestamptz), app.file_erased(uuid, timestamptz);
      create function app.files_to_erase(most integer) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
        select object_key from file_erasure order by since limit most
      $$;
      create function app.file_erased(erased_key uuid) returns void language sql security definer set search_path = public, pg_temp as $$
        delete from file_erasure where object_key = erased_key
      $$;
      create or replace function app.queue_file_erasure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into file_erasure (object_key) values (old.object_key) on conflict do nothing;
        return null;
      end $$;
      alter table file_erasure drop column erased, drop column again_at;
    `);
  }
}
