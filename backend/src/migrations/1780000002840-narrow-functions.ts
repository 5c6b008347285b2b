import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Called by the functions of the owner and by triggers alone. */
const inner = [
  'app.at()',
  'app.consent_was_withdrawn(uuid, uuid, uuid)',
  'app.count_answers(uuid, timestamptz)',
  'app.count_places(uuid)',
  'app.is_party(uuid)',
  'app.message_document(text)',
].join(', ');

/**
 * PostgreSQL lets everybody call every new function, and what a schema's default rights revoke does not take that back:
 * only the owner's own default does. From here on a function is the owner's and the app role's, and the app role keeps none
 * that it does not call.
 */
export class NarrowFunctions1780000002840 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter default privileges revoke execute on functions from public;
      revoke execute on all functions in schema app from public;
      revoke execute on function ${inner} from rinnalla_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant execute on function ${inner} to rinnalla_app;
      grant execute on all functions in schema app to public;
      alter default privileges grant execute on functions to public;
    `);
  }
}
