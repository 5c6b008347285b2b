import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An identity at an organization's sign-in service becomes a person's by that organization's own invitation, never by an address alone. */
export class JoinIdentities1780000002550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.join_identity(who text, at timestamptz) returns table (person_id uuid)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        joining record;
      begin
        select s.provider_id, s.account_token_id, v.organization_id into joining
          from sign_in s join identity_provider v on v.id = s.provider_id and v.enabled
         where s.id = app.sign_in() and s.closed_at is null and s.person_id is null and s.account_token_id is not null;
        if not found then return; end if;
        update account_token t set used_at = at from person p
         where t.id = joining.account_token_id and t.purpose = 'invitation' and t.used_at is null and t.expires_at > at
           and t.organization_id = joining.organization_id and p.id = t.person_id and p.disabled_at is null
        returning t.person_id into person_id;
        if person_id is null then return; end if;
        insert into identity (provider_id, subject, person_id, created_at) values (joining.provider_id, who, person_id, at);
        return next;
      end $$;
      /* Only by the function above, and only by people themselves taken away. */
      revoke insert on identity from rinnalla_app;
      drop policy app_inserts on identity;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant insert on identity to rinnalla_app;
      create policy app_inserts on identity for insert to rinnalla_app with check (person_id = (select app.account()));
      drop function app.join_identity;
    `);
  }
}
