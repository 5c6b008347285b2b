import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = `kind := 'released';`;
const after = `kind := case when heir is null and exists (select from app.duties_of(l.id, at) d where d.kind <> 'substitution') then 'left' else 'released' end;`;
const rewrite = (from: string, to: string): string => `
      do $$
      declare
        written text := pg_get_functiondef('app.release_membership(timestamptz)'::regprocedure);
      begin
        if position($find$${from}$find$ in written) = 0 then raise exception 'app.release_membership is not as it was expected'; end if;
        execute replace(written, $find$${from}$find$, $find$${to}$find$);
      end $$;`;

/** The job of midnight says when something stays with a membership that is over, because nobody may take it. */
export class TellWhatHasNoOwner1780000002861 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(before, after));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(rewrite(after, before));
  }
}
