import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

/** Register data is an office holder's, of a client whom they may read at all, in their own organization. */
const byOfficeHolder = `(select app.holds_office()) and organization_id = (select app.client_organization())
  and exists (select from client c where c.id = client_register.client_id)`;

const promised = `('accepted', 'started', 'paused', 'closing', 'completed', 'interrupted')`;
const bySender = `(select app.holds_office()) and exists (select from referral r where r.id = referral_plan_extract.referral_id
  and r.sender_organization_id = (select app.client_organization()))`;
/** As staged disclosure has it: from the promise of a place on. */
const byProvider = `exists (select from referral r where r.id = referral_plan_extract.referral_id
  and r.provider_organization_id = (select app.case_organization()) and r.status in ${promised} and r.disclosure_ended_at is null)`;

/** What comes from the authority's register stands apart: the database lets nobody without a valid virkasuhde read or write it. */
export class KeepRegisterData1780000002714 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table client_register (
        client_id uuid primary key references client,
        organization_id uuid not null references organization,
        version integer not null default 1,
        /** The client's number in the authority's own system. */
        reference text check (length(reference) between 1 and 40),
        employment_status text check (employment_status in ('unemployed', 'laid_off', 'part_time', 'employed', 'in_service', 'outside_labour_force')),
        plan_extract text check (length(plan_extract) <= 1000),
        /** The statutory task for which it was taken out. */
        task text not null,
        updated_at timestamptz not null,
        updated_by uuid not null references person
      );
      ${protect(
        'client_register',
        { select: byOfficeHolder, insert: byOfficeHolder, update: byOfficeHolder },
        ['version', 'reference', 'employment_status', 'plan_extract', 'task', 'updated_at', 'updated_by'],
      )}

      /* The extract of the plan that goes with a referral: a column of its content until now. */
      create table referral_plan_extract (
        referral_id uuid primary key references referral,
        extract text not null check (length(extract) <= 1000)
      );
      insert into referral_plan_extract (referral_id, extract) select referral_id, left(plan_extract, 1000) from referral_content where plan_extract is not null;
      ${protect(
        'referral_plan_extract',
        { select: `(${bySender}) or ${byProvider}`, insert: bySender, update: bySender, delete: bySender },
        ['extract'],
      )}
      alter table referral_content drop column plan_extract;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referral_content add column plan_extract text;
      update referral_content k set plan_extract = e.extract from referral_plan_extract e where e.referral_id = k.referral_id;
      drop table referral_plan_extract, client_register;
    `);
  }
}
