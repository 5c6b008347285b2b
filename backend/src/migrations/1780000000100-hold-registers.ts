import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public registers: no tenant, no personal data, so no row-level security; the app role only reads them. */
export class HoldRegisters1780000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table employment_area (
        code text primary key,
        name jsonb not null
      );
      create table municipality (
        code text primary key check (code ~ '^[0-9]{3}$'),
        name jsonb not null,
        /** Whole inflected forms for Finnish sentences: genitive, locative ("Kouvolassa", "Tampereella"), directional ("Kouvolaan"). */
        genitive_fi text not null,
        locative_fi text not null,
        directional_fi text not null,
        employment_area_code text not null references employment_area,
        region_code text not null,
        region_name jsonb not null,
        wellbeing_county_code text,
        bilingual boolean not null default false,
        latitude double precision not null,
        longitude double precision not null
      );
      create index municipality_employment_area_idx on municipality (employment_area_code);
      create table ptv_code (
        scheme text not null check (scheme in ('serviceClass', 'targetGroup', 'lifeEvent')),
        code text not null,
        parent_code text,
        name jsonb not null,
        primary key (scheme, code)
      );
      grant select on employment_area, municipality, ptv_code to rinnalla_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ptv_code, municipality, employment_area');
  }
}
