import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `my-conversations` asks for what a person read last, however much they have read in years. */
export class ReadMarksNewestFirst1780000002950 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index read_mark_newest_idx on read_mark (person_id, at desc);
      drop index read_mark_person_idx;

      /* Ids of what the person acting has read last: a policy would ask of each of their marks, of all their years, whether its
         conversation may still be read, before it is known which are the newest. Who shows them asks that of these few. */
      create function app.last_read(most integer) returns setof uuid
      language sql stable security definer rows 100 set search_path = public, pg_temp as $$
        select k.conversation_id from read_mark k where k.person_id = app.person() order by k.at desc limit most
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.last_read;
      create index read_mark_person_idx on read_mark (person_id);
      drop index read_mark_newest_idx;
    `);
  }
}
