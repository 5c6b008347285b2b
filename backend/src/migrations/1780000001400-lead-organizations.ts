import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Leaders of both sides keep their organization's contact; a Business ID is told once. */
export class LeadOrganizations1780000001400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const led = `id = (select m.organization_id from membership m
      where m.id = (select app.membership()) and m.role in ('providerManager', 'serviceManager'))`;
    await runner.query(`
      alter policy app_updates on organization using (${led}) with check (${led});
      grant update (business_id) on organization to rinnalla_app;
      alter table organization add column updated_at timestamptz, add column updated_by uuid references person;
      grant update (updated_at, updated_by) on organization to rinnalla_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const managed = 'id = (select app.managed_organization())';
    await runner.query(`
      alter table organization drop column updated_by, drop column updated_at;
      revoke update (business_id) on organization from rinnalla_app;
      alter policy app_updates on organization using (${managed}) with check (${managed});
    `);
  }
}
