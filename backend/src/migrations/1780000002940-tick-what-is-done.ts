import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = (more: string): string => `
      alter table conversation_entry drop constraint conversation_entry_kind_check;
      alter table conversation_entry add constraint conversation_entry_kind_check
        check (kind in ('message', 'event', 'edit', 'redaction', 'resolution'${more}, 'read'));`;

/** Ticks of checklists are entries of the same log. */
export class TickWhatIsDone1780000002940 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${kinds(`, 'tick'`)}
      create index conversation_entry_ticks_idx on conversation_entry (conversation_id, ((details->>'concerns')::bigint)) where kind = 'tick';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index conversation_entry_ticks_idx; ${kinds('')}`);
  }
}
