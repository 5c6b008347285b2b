import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes = [
  'published_service_document_idx',
  'published_service_words_idx',
  'published_service_municipality_idx',
];

/**
 * The search is read a thousand times for each write: its indexes are written at once, not through a pending list, which
 * every search would read to its end and for which the planner would rather read the table.
 */
export class WriteTextIndexesAtOnce1780000001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const index of indexes) {
      await runner.query(
        `alter index ${index} set (fastupdate = off); select gin_clean_pending_list('${index}')`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of indexes) await runner.query(`alter index ${index} reset (fastupdate)`);
  }
}
