import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rest of what the catalogue's contract says of services and offerings, and the forms of Swedish sentences. */
export class DescribeServices1780000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table municipality add column locative_sv text not null default '';

      alter table service
        add column group_size_max smallint check (group_size_max between 1 and 500),
        add column accessibility_text jsonb not null default '{}',
        add column cards text[] not null default '{}',
        add column price_is_public boolean not null default false,
        add column provision_type text not null default 'selfProduced' check (provision_type in ('selfProduced', 'purchased', 'voucher', 'other')),
        add column funding_types text[] not null default '{}',
        add column outcome_promise jsonb not null default '{}',
        /** { fi: 'native', en: 'basic' } */
        add column language_levels jsonb not null default '{}',
        add column substitute_contact jsonb not null default '{}',
        /** Text of the search, written with the service: see search-text.ts. */
        add column search_document tsvector not null default '',
        add column search_words text not null default '',
        drop column funding_type,
        /* A draft has not chosen yet; a published service of ours has. */
        alter column data_regime drop not null,
        alter column data_regime drop default,
        add constraint service_published_regime_check check (status <> 'published' or origin = 'ptv' or data_regime is not null);

      alter table offering
        add column min_to_run smallint,
        add column decision_on date,
        add column waitlist_limit smallint,
        add column offer_expiry_hours smallint not null default 72 check (offer_expiry_hours between 1 and 240),
        /** [{ weekday: 1–7, startsAt: 'HH:MM', endsAt: 'HH:MM' }] */
        add column weekly_times jsonb not null default '[]';
      alter table offering rename column schedule to schedule_text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table offering rename column schedule_text to schedule;
      alter table offering
        drop column weekly_times, drop column offer_expiry_hours, drop column waitlist_limit, drop column decision_on, drop column min_to_run;
      update service set data_regime = 'assignment' where data_regime is null;
      alter table service
        drop constraint service_published_regime_check,
        alter column data_regime set default 'assignment',
        alter column data_regime set not null,
        add column funding_type text not null default 'own',
        drop column search_words, drop column search_document, drop column substitute_contact, drop column language_levels,
        drop column outcome_promise, drop column funding_types, drop column provision_type, drop column price_is_public,
        drop column cards, drop column accessibility_text, drop column group_size_max;
      alter table municipality drop column locative_sv;
    `);
  }
}
