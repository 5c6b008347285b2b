import type { MigrationInterface, QueryRunner } from 'typeorm';

const senderMayRead = (organization: string): string =>
  `sender_organization_id = (select app.${organization}()) and (not non_disclosure or handler_id = any ((select app.my_people())::uuid[]))`;
const isProvider = 'provider_organization_id = (select app.case_organization())';
/** The sender's side is for those who refer. What never left its hands is not the provider's: a draft, also one that was withdrawn. */
const party = `((${senderMayRead('client_organization')}) or (${isProvider} and sent_at is not null))`;
const formerParty = `((${senderMayRead('case_organization')}) or (${isProvider} and status <> 'draft'))`;
const contentParty = (organization: string): string =>
  `((${senderMayRead(organization)}) or (open_to_provider and ${isProvider}))`;
const bySender = 'r.sender_organization_id = (select app.client_organization())';
const byProvider = 'r.provider_organization_id = (select app.case_organization())';
/** A period that has ended still has its bookkeeping; how to reach the client is nobody's any more. */
const promised = `('accepted', 'started', 'paused', 'closing', 'completed', 'interrupted')`;
const running = `('accepted', 'started', 'paused', 'closing')`;
const open = (status: string): string =>
  `${status} in ('sent', 'acknowledged', 'clarification', 'waitlisted', 'offered', 'accepted', 'started', 'paused', 'closing', 'completed', 'interrupted')`;
const readersOfIdentity = (statuses: string): string => `
      drop policy provider_selects on client_identity;
      create policy provider_selects on client_identity for select to rinnalla_app using (
        exists (select from referral r where r.client_id = client_identity.client_id and ${byProvider} and r.status in ${statuses}));`;
const milliseconds = (column: string): string =>
  `(extract(epoch from ${column} at time zone 'UTC') * 1000)::bigint`;

/** How a referral is listed, numbered and moved. */
export class CarryReferrals1780000001210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unique index organization_case_prefix_key on organization (case_prefix);

      alter table referral
        /** The promised day of starting. */
        add column planned_start_on date,
        /* As groupOf in shared/src/referral/referral-status.ts: a test holds the two together. */
        add column list_group text generated always as (case
          when status in ('sent', 'acknowledged') then 'waiting_provider'
          when status in ('clarification', 'offered') then 'waiting_sender'
          when status in ('waitlisted', 'paused') then 'paused'
          when status in ('accepted', 'started') then 'running'
          when status = 'closing' then case when closing_report_at is null then 'waiting_provider' else 'waiting_sender' end
          when status <> 'draft' then 'ended' end) stored,
        /* The nearest deadline first; after those that have one, what moved last. */
        add column list_order bigint generated always as (
          coalesce(${milliseconds('due_at')}, 100000000000000 - ${milliseconds('status_since')})) stored;

      drop index referral_sender_idx, referral_handler_idx, referral_provider_idx;
      create index referral_sender_group_idx on referral (sender_organization_id, list_group, list_order, id);
      create index referral_sender_order_idx on referral (sender_organization_id, list_order, id);
      create index referral_provider_group_idx on referral (provider_organization_id, list_group, list_order, id);
      create index referral_provider_order_idx on referral (provider_organization_id, list_order, id);
      create index referral_handler_idx on referral (handler_id, list_group, list_order, id);
      create index referral_assignee_idx on referral (assignee_id, list_group, list_order, id);
      create index referral_previous_idx on referral (previous_referral_id);

      alter policy app_selects on referral using (${party});
      alter policy app_updates on referral using (${party}) with check (${party});
      alter policy app_inserts on referral with check (sender_organization_id = (select app.client_organization()));
      alter policy app_selects on referral_content using (${contentParty('client_organization')});
      ${readersOfIdentity(promised)}
      grant update (service_id) on referral_alternative to rinnalla_app;
      create policy app_updates on referral_alternative for update to rinnalla_app
        using (exists (select from referral r where r.id = referral_alternative.referral_id and ${bySender}))
        with check (exists (select from referral r where r.id = referral_alternative.referral_id and ${bySender}));

      /* Content follows only what its own columns tell. */
      drop trigger spread_parties on referral;
      create trigger spread_parties after update on referral for each row
        when ((${open('old.status')}) is distinct from (${open('new.status')}) or old.handler_id is distinct from new.handler_id
              or old.non_disclosure is distinct from new.non_disclosure or old.provider_organization_id is distinct from new.provider_organization_id)
        execute function app.spread_parties();

      /* The next number of the acting organization's series, KVL-2026-0142. An organization without letters of its own
         gets some at its first referral: the first letter of its name and the consonants after it, as many as nobody else has. */
      create function app.next_case_number(in_year integer) returns text
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        letters text;
        candidate text;
        prefix text;
        taken integer;
      begin
        if app.case_organization() is null then return null; end if;
        insert into case_number_series as s (organization_id, year, last) values (app.case_organization(), in_year, 1)
        on conflict (organization_id, year) do update set last = s.last + 1
        returning last into taken;
        select case_prefix into prefix from organization where id = app.case_organization();
        if prefix is null then
          perform pg_advisory_xact_lock(hashtext('case_prefix'));
          select regexp_replace(upper(coalesce(name->>'fi', name->>'sv', '')), '[^A-ZÅÄÖ]', '', 'g') into letters
            from organization where id = app.case_organization();
          letters := left(letters, 1) || regexp_replace(substr(letters, 2), '[AEIOUYÅÄÖ]', '', 'g');
          letters := rpad(letters, 5, 'XYZXY');
          for candidate in
            select left(letters, size) from generate_series(3, 5) size
            union all select left(letters, 3) || chr(64 + n) from generate_series(1, 26) n
            union all select left(letters, 3) || chr(64 + n) || chr(64 + m) from generate_series(1, 26) n, generate_series(1, 26) m
          loop
            exit when prefix is not null;
            if not exists (select from organization where case_prefix = candidate) then prefix := candidate; end if;
          end loop;
          update organization set case_prefix = prefix where id = app.case_organization();
        end if;
        return prefix || '-' || in_year || '-' || lpad(taken::text, greatest(4, length(taken::text)), '0');
      end $$;

      /* Where a referral stands in its queue: by class, then by time. Nobody else's identity. */
      create function app.queue_position(of_referral uuid) returns table (place_in_queue integer, queue_length integer)
      language sql stable security definer set search_path = public, pg_temp as $$
        select (count(*) filter (where (w.urgency, w.waitlisted_at, w.id) <= (r.urgency, r.waitlisted_at, r.id)))::int, count(*)::int
          from referral r
          join referral w on w.service_id = r.service_id and w.status = 'waitlisted' and w.offering_id is not distinct from r.offering_id
         where r.id = of_referral and app.is_party(of_referral)
        having count(*) > 0
      $$;

      /* A service that is no longer published keeps its name for those who share a referral to it. */
      create function app.service_title(of_referral uuid) returns jsonb
      language sql stable security definer set search_path = public, pg_temp as $$
        select s.title from referral r join service s on s.id = r.service_id where r.id = of_referral and app.is_party(of_referral)
      $$;

      /* Whether something was built upon an answer: a new referral, or a word of the other side. */
      create function app.was_followed(of_referral uuid, since timestamptz) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select app.is_party(of_referral) and (
          exists (select from referral n where n.previous_referral_id = of_referral and n.created_at >= since)
          or exists (select from conversation c join conversation_entry e on e.conversation_id = c.id
                      where c.referral_id = of_referral and c.audience_organization_id is null
                        and e.kind = 'message' and e.at > since and e.organization_id <> app.case_organization()))
      $$;

      /* Who answers for the case on both sides, by name and role; of substitutes only one's own side's. */
      create function app.case_team(of_referral uuid, today date) returns table (name text, organization_id uuid, role text)
      language sql stable security definer set search_path = public, pg_temp as $$
        with answering as (
          select m.id, m.person_id, m.organization_id, m.role, m.person_id = r.handler_id and m.organization_id = r.sender_organization_id as is_first
            from referral r
            join membership m on (m.person_id, m.organization_id) in ((r.handler_id, r.sender_organization_id), (r.assignee_id, r.provider_organization_id))
           where r.id = of_referral and app.is_party(of_referral) and m.role in ('coach', 'coordinator', 'providerWorker', 'providerManager')
             and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)),
        everyone as (
          select person_id, organization_id, role, is_first, true as answers from answering
          union all
          select s.person_id, s.organization_id, s.role, a.is_first, false
            from answering a
            join substitution u on u.membership_id = a.id and u.valid_from <= today and (u.valid_to is null or u.valid_to >= today)
            join membership s on s.id = u.substitute_membership_id
           where a.organization_id = app.case_organization())
        select p.given_name || ' ' || p.surname, e.organization_id, e.role
          from everyone e join person p on p.id = e.person_id
         order by e.is_first desc, e.answers desc, 1
      $$;

      /* An answer that is taken back leaves no need unmet. */
      create function app.take_back_unmet_need(of_referral uuid) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        delete from unmet_need where referral_id = of_referral and app.is_party(of_referral);
        return found;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.take_back_unmet_need, app.case_team, app.was_followed, app.service_title, app.queue_position, app.next_case_number;
      drop trigger spread_parties on referral;
      create trigger spread_parties after update on referral for each row
        when (old.status is distinct from new.status or old.handler_id is distinct from new.handler_id
              or old.non_disclosure is distinct from new.non_disclosure or old.provider_organization_id is distinct from new.provider_organization_id)
        execute function app.spread_parties();
      drop policy app_updates on referral_alternative;
      revoke update (service_id) on referral_alternative from rinnalla_app;
      ${readersOfIdentity(running)}
      alter policy app_selects on referral_content using (${contentParty('case_organization')});
      alter policy app_inserts on referral with check (sender_organization_id = (select app.case_organization()));
      alter policy app_updates on referral using (${formerParty}) with check (${formerParty});
      alter policy app_selects on referral using (${formerParty});
      drop index referral_previous_idx, referral_assignee_idx, referral_handler_idx, referral_provider_order_idx, referral_provider_group_idx,
        referral_sender_order_idx, referral_sender_group_idx;
      create index referral_sender_idx on referral (sender_organization_id, status, due_at, id);
      create index referral_handler_idx on referral (handler_id, status, due_at, id);
      create index referral_provider_idx on referral (provider_organization_id, status, due_at, id);
      alter table referral drop column list_order, drop column list_group, drop column planned_start_on;
      drop index organization_case_prefix_key;
    `);
  }
}
