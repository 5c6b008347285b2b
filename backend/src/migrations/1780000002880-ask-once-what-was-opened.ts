import type { MigrationInterface, QueryRunner } from 'typeorm';

const openedReferrals = (sql: string): string => `
      create or replace function app.opened_referrals() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
        select array(${sql})
      $$;`;

/**
 * Which cases the reader has opened in an emergency is asked by every reading of a case. It was asked once for each of the
 * organization's referrals: 40 ms of a worklist at scale 1, where nobody had opened any. Now the openings come first, mostly none.
 */
export class AskOnceWhatWasOpened1780000002880 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      openedReferrals(`select r.id from unnest(app.opened_clients()) as opened (client_id)
                       join referral r on r.client_id = opened.client_id and r.sender_organization_id = app.client_organization()`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      openedReferrals(`select r.id from referral r
                      where r.client_id = any (app.opened_clients()) and r.sender_organization_id = app.client_organization()`),
    );
  }
}
