import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the application changes of a row after it was made; the rest stands, or is changed by the owner's functions. */
const changeable: Readonly<Record<string, readonly string[]>> = {
  client: [
    ...['first_name', 'language', 'birth_year', 'goal', 'needs', 'plan_type', 'home_municipality_code'],
    ...['non_disclosure', 'non_disclosure_until', 'updated_by', 'updated_at', 'version'],
  ],
  client_identity: ['surname', 'identity_code'],
  client_contact: ['way', 'phone', 'email', 'wishes'],
  referral: [
    ...['version', 'updated_at', 'status', 'status_since', 'non_disclosure', 'offering_id', 'assignee_id'],
    ...['assignee_name', 'sent_at', 'due_at', 'answer_started_at', 'answer_due_at', 'answer_paused_at'],
    ...[
      'answer_met_at',
      'start_due_at',
      'start_met_at',
      'first_meeting_at',
      'planned_start_on',
      'started_on',
    ],
    ...['planned_end_on', 'ended_on', 'waitlisted_at', 'expected_wait_weeks', 'closing_report_at'],
    ...[
      'disclosure_ended_at',
      'service_id',
      'provider_organization_id',
      'urgency',
      'urgency_reason',
      'start_wish',
    ],
  ],
  referral_content: [
    ...['goal', 'needs', 'background', 'agreed', 'binding', 'contact_wishes', 'first_name', 'language'],
    ...['plan_type', 'municipality_code'],
  ],
};

/**
 * The application may not move a client or a case to another organization, nor say of them that they were erased or became
 * a record: only the columns that it changes are granted, instead of whole tables.
 */
export class NarrowUpdates1780000002841 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(changeable))
      await runner.query(`
        revoke update on ${table} from rinnalla_app;
        grant update (${columns.join(', ')}) on ${table} to rinnalla_app;
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(changeable))
      await runner.query(`
        revoke update (${columns.join(', ')}) on ${table} from rinnalla_app;
        grant update on ${table} to rinnalla_app;
      `);
  }
}
