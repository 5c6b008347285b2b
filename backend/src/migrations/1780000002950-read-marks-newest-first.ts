import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `my-conversations` asks for what a person read last, however much they have read in years. */
export class ReadMarksNewestFirst1780000002950 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index read_mark_newest_idx on read_mark (person_id, at desc);
      drop index read_mark_person_idx;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index read_mark_person_idx on read_mark (person_id);
      drop index read_mark_newest_idx;
    `);
  }
}
