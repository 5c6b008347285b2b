import type { MigrationInterface, QueryRunner } from 'typeorm';

const news = {
  handler: `status in ('accepted', 'waitlisted', 'declined')`,
  assignee: `status in ('acknowledged', 'completed', 'interrupted', 'withdrawn')`,
};

/**
 * Tänään and "mine" read each of their lists from an index, in its order, as far as is shown: `today.query`. An index holds its
 * organization as well as its person, and the rows that nobody has taken stand in it as those of nobody.
 */
export class ReadTodayInOrder1780000002960 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index referral_handler_idx, referral_assignee_idx;
      create index referral_handler_idx on referral (handler_id, sender_organization_id, list_group, list_order, id);
      create index referral_assignee_idx on referral (assignee_id, provider_organization_id, list_group, list_order, id);

      create index referral_handler_news_idx on referral (handler_id, sender_organization_id, status_since desc, id) where ${news.handler};
      create index referral_assignee_news_idx on referral (assignee_id, provider_organization_id, status_since desc, id) where ${news.assignee};

      /* The promised day, or else that of the first meeting. A column, because row-level security lets no index answer an
         expression whose functions PostgreSQL does not know to keep quiet about what they see. */
      alter table referral add column starts_on date generated always as (
        coalesce(planned_start_on, (first_meeting_at at time zone 'Europe/Helsinki')::date)) stored;
      create index referral_handler_start_idx on referral (handler_id, sender_organization_id, starts_on) where status = 'accepted';
      create index referral_assignee_start_idx on referral (assignee_id, provider_organization_id, starts_on) where status = 'accepted';

      /* Of policies that each would let a row through, the last of the alphabet is asked first: the client's own municipality
         reads identities by the page, an association one at a time. */
      alter policy provider_selects on client_identity rename to also_provider_selects;
      alter policy provider_selects on client_contact rename to also_provider_selects;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy also_provider_selects on client_contact rename to provider_selects;
      alter policy also_provider_selects on client_identity rename to provider_selects;
      alter table referral drop column starts_on;
      drop index referral_assignee_news_idx, referral_handler_news_idx, referral_assignee_idx, referral_handler_idx;
      create index referral_handler_idx on referral (handler_id, list_group, list_order, id);
      create index referral_assignee_idx on referral (assignee_id, list_group, list_order, id);
    `);
  }
}
