import type { MigrationInterface, QueryRunner } from 'typeorm';

const isStatutory = (service: string): string =>
  `exists (select from service s where s.id = ${service} and cardinality(s.statutory_bases) > 0)`;

/** Register data goes along to a service that an act makes possible, and to no other; also when the draft's service changes. */
export class CopyPlanExtracts1780000002864 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.keep_extract_statutory() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if app.person() is null then return new; end if;
        if not exists (select from referral r where r.id = new.referral_id and ${isStatutory('r.service_id')}) then
          raise exception 'Register data goes to a statutory service alone.' using errcode = '23514', constraint = 'extract_needs_statutory_basis';
        end if;
        return new;
      end $$;
      /* After, so that row-level security has already refused whoever may not know of the referral. */
      create trigger keep_extract_statutory after insert or update on referral_plan_extract
        for each row execute function app.keep_extract_statutory();
      /* Whoever changes the service may hold no virkasuhde and then sees no extract: it goes all the same. */
      create function app.drop_plan_extract() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if not ${isStatutory('new.service_id')} then
          delete from referral_plan_extract e where e.referral_id = new.id;
        end if;
        return null;
      end $$;
      create trigger drop_plan_extract after update of service_id on referral for each row
        when (old.service_id is distinct from new.service_id) execute function app.drop_plan_extract();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger drop_plan_extract on referral;
      drop trigger keep_extract_statutory on referral_plan_extract;
      drop function app.drop_plan_extract, app.keep_extract_statutory;
    `);
  }
}
