import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An offering can lose its place, and a moved place is a new version of the offering: who sets free places
 * against numbers that have moved meanwhile is told so.
 */
export class KeepPlacesRight1780000001200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant delete on offering_location to rinnalla_app;
      create policy app_deletes on offering_location for delete to rinnalla_app using (organization_id = (select app.managed_organization()));

      create function app.notice_moved_places() returns trigger language plpgsql as $$
      begin
        new.version := old.version + 1;
        return new;
      end $$;
      create trigger notice_moved_places before update on offering for each row
        when (old.version = new.version and (old.reserved, old.in_use, old.capacity_max) is distinct from (new.reserved, new.in_use, new.capacity_max))
        execute function app.notice_moved_places();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger notice_moved_places on offering;
      drop function app.notice_moved_places;
      drop policy app_deletes on offering_location;
      revoke delete on offering_location from rinnalla_app;
    `);
  }
}
