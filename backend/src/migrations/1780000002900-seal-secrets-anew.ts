import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An authenticator's secret is sealed anew whenever a code of it is taken: so a changed SEALING_KEY takes them over. */
export class SealSecretsAnew1780000002900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant update (secret) on authenticator to rinnalla_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke update (secret) on authenticator from rinnalla_app');
  }
}
