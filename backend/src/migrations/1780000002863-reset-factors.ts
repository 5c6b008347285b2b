import type { MigrationInterface, QueryRunner } from 'typeorm';

const inForce = (m: string): string =>
  `${m}.ended_at is null and ${m}.valid_from <= app.today() and (${m}.valid_to is null or ${m}.valid_to >= app.today())`;

/**
 * Who leads takes away another's lost second factors: of nobody but a person of the led organization alone, in roles that the
 * leader could give, so that no organization opens the way into another's. The next sign-in takes a new factor into use.
 */
export class ResetFactors1780000002863 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.reset_factors(of_membership uuid, at timestamptz)
      returns table (outcome text, reset_person_id uuid, has_way_in boolean)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        taken integer;
        gone integer;
      begin
        select m.person_id into reset_person_id from membership m
         where m.id = of_membership and m.organization_id = app.led_organization() and m.person_id <> app.person() and ${inForce('m')};
        if not found then return; end if;
        perform from person p where p.id = reset_person_id for no key update;
        -- Memberships to come count as well: they open by the same factors.
        if exists (select from membership m where m.person_id = reset_person_id and m.ended_at is null and (m.valid_to is null or m.valid_to >= app.today())
                      and (m.organization_id <> app.led_organization() or not m.role = any (app.grantable_roles()))) then
          outcome := 'belongsElsewhere';
          return next;
          return;
        end if;
        delete from authenticator a where a.person_id = reset_person_id;
        get diagnostics taken = row_count;
        delete from passkey k where k.person_id = reset_person_id;
        get diagnostics gone = row_count;
        if taken + gone = 0 then
          outcome := 'noFactors';
          return next;
          return;
        end if;
        delete from recovery_code c where c.person_id = reset_person_id;
        -- What is half way through must not take a new factor into use for somebody else.
        update sign_in s set closed_at = at where s.person_id = reset_person_id and s.closed_at is null;
        update account_token t set used_at = at where t.person_id = reset_person_id and t.purpose = 'passwordReset' and t.used_at is null;
        update session s set revoked_at = at where s.person_id = reset_person_id and s.revoked_at is null;
        outcome := 'reset';
        has_way_in := app.has_way_in(reset_person_id);
        return next;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.reset_factors');
  }
}
