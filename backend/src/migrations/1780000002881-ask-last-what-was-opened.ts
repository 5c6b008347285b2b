import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['client', 'referral', 'referral_content', 'conversation'];
const renamed = (from: string, to: string): string =>
  tables.map((table) => `alter policy ${from} on ${table} rename to ${to};`).join('\n');

/**
 * Of policies that each would let a row through PostgreSQL asks the alphabet's last one first (PostgreSQL 14–18; the order
 * is not promised, and nothing but time rests on it). Whether a case was opened in an emergency is dear to ask and hardly ever
 * true: it comes behind `app_selects`, and is not asked at all of rows that this has let through.
 */
export class AskLastWhatWasOpened1780000002881 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(renamed('emergency_selects', 'also_opened_in_emergency'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(renamed('also_opened_in_emergency', 'emergency_selects'));
  }
}
