import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = `valid_to = greatest(app.today(), valid_from) - 1, ended_at = at`;
const after = `valid_to = least(coalesce(valid_to, 'infinity'), greatest(app.today(), valid_from) - 1), ended_at = at`;
const rewrite = (from: string, to: string): string => `
      do $$
      declare
        written text := (select pg_get_functiondef(p.oid) from pg_proc p where p.pronamespace = 'app'::regnamespace and p.proname = 'end_membership');
      begin
        if position($find$${from}$find$ in written) = 0 then raise exception 'app.end_membership is not as it was expected'; end if;
        execute replace(written, $find$${from}$find$, $find$${to}$find$);
      end $$;`;

/** What a membership left that ended by its day may be given to others afterwards, and its last day stays the day it was. */
export class HandOverWhatWasLeft1780000002862 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(before, after));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(after, before));
  }
}
