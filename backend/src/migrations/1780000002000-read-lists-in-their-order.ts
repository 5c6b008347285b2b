import type { MigrationInterface, QueryRunner } from 'typeorm';

const isSender = (organization: string): string =>
  `sender_organization_id = (select app.${organization}()) and (not non_disclosure or handler_id = any ((select app.my_people())::uuid[]))`;
const isProvider = 'provider_organization_id = (select app.case_organization())';

/** The rule that stood there before, in which PostgreSQL saw two conditions to look rows up by. */
const either = (sender: string, provider: string): string =>
  `((${sender}) or (${isProvider} and ${provider}))`;
/** The same rule, asked of a row that was found by what the query itself asks. */
const ofTheRow = (sender: string, provider: string): string =>
  `case when ${sender} then true when ${isProvider} then ${provider} else false end`;

const parties = (rule: typeof either): string => {
  const referral = rule(isSender('client_organization'), 'sent_at is not null');
  return `
      alter policy app_selects on referral using (${referral});
      alter policy app_updates on referral using (${referral}) with check (${referral});
      alter policy app_selects on referral_content using (${rule(isSender('client_organization'), 'open_to_provider')});`;
};

const formerCaseEvent = `
      create or replace function app.record_case_event(of_referral uuid, entry_details jsonb, name text, by_system boolean, entry_at timestamptz)
      returns setof app.appended language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        c conversation;
      begin
        if not app.is_party(of_referral) then return; end if;
        update conversation set last_seq = last_seq + 1, last_entry_at = entry_at
         where referral_id = of_referral and audience_organization_id is null returning * into c;
        if not found then
          perform app.open_conversations(of_referral);
          update conversation set last_seq = last_seq + 1, last_entry_at = entry_at
           where referral_id = of_referral and audience_organization_id is null returning * into c;
        end if;
        insert into conversation_entry (conversation_id, seq, kind, at, person_id, sender_name, organization_id, details)
        values (c.id, c.last_seq, 'event', entry_at,
                case when not by_system then app.person() end, case when not by_system then name end,
                case when not by_system then app.case_organization() end, entry_details);
        return next app.appended_to(c, 'appended', c.last_seq, entry_at);
      end $$;`;

/**
 * Both parties' rules in one OR made PostgreSQL read all of an organization's referrals and sort them for each page of
 * twenty: it looked rows up by the policy instead of walking the list's own index. And a case's event asks for its
 * referral once.
 */
export class ReadListsInTheirOrder1780000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${parties(ofTheRow)}

      create or replace function app.record_case_event(of_referral uuid, entry_details jsonb, name text, by_system boolean, entry_at timestamptz)
      returns setof app.appended language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        acting uuid := app.case_organization();
        of_client uuid;
        c conversation;
      begin
        select r.client_id into of_client from referral r
         where r.id = of_referral and acting in (r.sender_organization_id, r.provider_organization_id);
        if not found then return; end if;
        update conversation set last_seq = last_seq + 1, last_entry_at = entry_at
         where referral_id = of_referral and audience_organization_id is null returning * into c;
        if not found then
          perform app.open_conversations(of_referral);
          update conversation set last_seq = last_seq + 1, last_entry_at = entry_at
           where referral_id = of_referral and audience_organization_id is null returning * into c;
        end if;
        insert into conversation_entry (conversation_id, seq, kind, at, person_id, sender_name, organization_id, details)
        values (c.id, c.last_seq, 'event', entry_at,
                case when not by_system then app.person() end, case when not by_system then name end,
                case when not by_system then acting end, entry_details);
        return query select 'appended', c.last_seq::integer, entry_at, c.id, c.referral_id, of_client,
                            c.sender_organization_id, c.provider_organization_id, c.audience_organization_id, c.handler_id, c.non_disclosure;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${formerCaseEvent} ${parties(either)}`);
  }
}
