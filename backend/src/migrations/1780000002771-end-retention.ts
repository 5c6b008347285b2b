import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

const causes = (...names: string[]): string => `
      alter table deletion_task drop constraint deletion_task_cause_check;
      alter table deletion_task add constraint deletion_task_cause_check check (cause in (${names.map((name) => `'${name}'`).join(', ')}));`;
const ended = `('completed', 'interrupted', 'declined', 'withdrawn', 'expired', 'entered_in_error')`;
const helsinkiDay = (instant: string): string => `(${instant} at time zone 'Europe/Helsinki')::date`;
const internal = ['app.due_subjects(jsonb, date)'];

/**
 * What ends by time. The rules are given with each call, as data with the day up to which what began has ended; the
 * database finds what they cover, asks for holds, and ends it. A run is counted as it goes, in the same transaction.
 */
export class EndRetention1780000002771 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${causes('consentWithdrawn', 'clientErased', 'retentionEnded')}
      create table retention_run (
        id uuid primary key default gen_random_uuid(),
        /** Null: what the product keeps of nobody's organization. */
        organization_id uuid references organization,
        day date not null,
        kind text not null,
        rule text not null,
        rule_version integer not null,
        ended integer not null default 0,
        held integer not null default 0,
        at timestamptz not null,
        unique nulls not distinct (organization_id, day, rule)
      );
      create index retention_run_day_idx on retention_run (day desc);
      ${protect('retention_run', {
        select: `organization_id = (select app.privacy_organization()) or (organization_id is null and (select app.privacy_organization()) is not null)`,
      })}
      create index referral_unrecorded_idx on referral (status_since) where recorded_at is null and status in ${ended};

      /* Everything that the rules [{rule, kind, bases, until}] end on the day, held or not. Of the rules of cases one that
         names a basis of the service goes before the one for all, the longest first. */
      create function app.due_subjects(rules jsonb, on_day date)
      returns table (place integer, kind text, rule text, subject uuid, organization_id uuid, case_number text, client_id uuid, is_held boolean)
      language sql stable set search_path = public, pg_temp as $$
        with r as materialized (
          select * from jsonb_to_recordset(rules) as x (rule text, kind text, bases text[], until date)),
        cases as materialized (
          select c.id, c.case_number, c.sender_organization_id, c.client_id, c.status,
                 case when c.status = 'draft' then ${helsinkiDay('c.updated_at')} else coalesce(c.ended_on, ${helsinkiDay('c.status_since')}) end as ended_on,
                 c.disclosure_ended_at, coalesce(s.statutory_bases, '{}') as bases
            from referral c left join service s on s.id = c.service_id
           where c.recorded_at is null and (c.status in ${ended} or c.status = 'draft')),
        due_cases as materialized (
          select c.*, x.rule from cases c
           cross join lateral (select r.rule, r.until from r where r.kind = 'case' and (r.bases is null or r.bases && c.bases)
                                order by r.bases is null, r.until limit 1) x
           where c.ended_on <= x.until),
        due as (
          select 1 as place, 'disclosure' as kind, r.rule, c.id as subject, c.sender_organization_id as organization_id, c.case_number, c.client_id
            from cases c join r on r.kind = 'disclosure' and c.ended_on <= r.until
           where c.disclosure_ended_at is null and c.status in ('completed', 'interrupted') and not exists (select from due_cases d where d.id = c.id)
          union all
          select 2, 'case', d.rule, d.id, d.sender_organization_id, d.case_number, d.client_id from due_cases d
          union all
          select 3, 'client', r.rule, c.id, c.organization_id, null, c.id
            from client c join r on r.kind = 'client'
           where c.erased_at is null and ${helsinkiDay('c.updated_at')} <= r.until
             and not exists (select from referral q where q.client_id = c.id and q.recorded_at is null and not exists (select from due_cases d where d.id = q.id))
             and not exists (select from referral q where q.client_id = c.id and q.recorded_at is not null
                               and coalesce(q.ended_on, ${helsinkiDay('q.status_since')}) > r.until)
             and not exists (select from erasure_request e where e.client_id = c.id and e.state = 'asked')
          union all
          select 4, 'disclosureRecord', r.rule, c.id, c.organization_id, null, c.id
            from client c join r on r.kind = 'disclosureRecord'
           where c.erased_at is not null and ${helsinkiDay('c.erased_at')} <= r.until
             and (exists (select from legal_basis_record b where b.client_id = c.id) or exists (select from informing_record b where b.client_id = c.id)
               or exists (select from consent_record b where b.client_id = c.id)))
        select d.place, d.kind, d.rule, d.subject, d.organization_id, d.case_number, d.client_id, app.is_held(d.client_id, on_day) from due d
      $$;

      /* For the organization's leader and data protection officer: what would end, without a name. */
      create function app.preview_retention(rules jsonb, on_day date)
      returns table (kind text, rule text, ending integer, held integer, case_numbers text[], held_case_numbers text[])
      language sql stable security definer set search_path = public, pg_temp as $$
        select d.kind, d.rule, (count(*) filter (where not d.is_held))::int, (count(*) filter (where d.is_held))::int,
               coalesce((array_agg(d.case_number order by d.case_number) filter (where not d.is_held and d.case_number is not null))[1:100], '{}'),
               coalesce((array_agg(d.case_number order by d.case_number) filter (where d.is_held and d.case_number is not null))[1:100], '{}')
          from app.due_subjects(rules, on_day) d
         where d.organization_id = app.privacy_organization()
         group by d.place, d.kind, d.rule order by d.place, d.rule
      $$;

      create function app.count_ended(of_organization uuid, on_day date, of_kind text, of_rule text, rules jsonb, count integer, at timestamptz) returns void
      language sql set search_path = public, pg_temp as $$
        insert into retention_run as n (organization_id, day, kind, rule, rule_version, ended, at)
        values (of_organization, on_day, of_kind, of_rule,
                coalesce((select (x->>'version')::int from jsonb_array_elements(rules) x where x->>'rule' = of_rule), 1), count, at)
        on conflict (organization_id, day, rule) do update set ended = n.ended + excluded.ended, at = excluded.at
      $$;

      /* At most so many in one transaction; whoever comes again finds the rest. Tells what open pages must hear. */
      create function app.end_retention(rules jsonb, on_day date, at timestamptz, most integer)
      returns table (has_more boolean, happened jsonb) language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        one record;
        moved record;
        done integer := 0;
      begin
        if app.job() is distinct from 'endRetention' then raise exception 'only the job ends what time ends'; end if;
        happened := '[]';
        for one in select * from app.due_subjects(rules, on_day) d where not d.is_held order by d.place, d.subject limit most loop
          -- Under the client's lock, as a hold is set: whichever is first, nothing that is held ends.
          perform 1 from client c where c.id = one.client_id for update;
          continue when app.is_held(one.client_id, on_day);
          continue when one.kind = 'client' and exists (select from referral q where q.client_id = one.subject and q.recorded_at is null);
          if one.kind in ('disclosure', 'case') then
            select r.status, r.version, r.sender_organization_id, r.provider_organization_id, r.handler_id, r.non_disclosure, r.sent_at
              into moved from referral r where r.id = one.subject for update;
            happened := happened || jsonb_build_object('name', case one.kind when 'case' then 'caseRecorded' else 'disclosureEnded' end,
              'payload', jsonb_build_object('referralId', one.subject, 'version', moved.version + 1, 'senderOrganizationId', moved.sender_organization_id,
                'providerOrganizationId', moved.provider_organization_id, 'handlerId', moved.handler_id, 'nonDisclosure', moved.non_disclosure, 'wasSent', moved.sent_at is not null));
          end if;
          case one.kind
            when 'disclosure' then
              update referral set disclosure_ended_at = at, version = version + 1, updated_at = at where id = one.subject;
              insert into deletion_task (referral_id, organization_id, sender_organization_id, case_number, cause, asked_at, due_on)
              values (one.subject, moved.provider_organization_id, moved.sender_organization_id, one.case_number, 'retentionEnded', at, on_day + 14)
              on conflict do nothing;
              happened := happened || jsonb_build_object('name', 'deletionAsked',
                'payload', jsonb_build_object('referralId', one.subject, 'organizationId', moved.provider_organization_id));
            when 'case' then
              if moved.status = 'draft' then perform app.drop_draft(one.subject); else perform app.end_case(one.subject, at); end if;
            when 'client' then
              happened := happened || (select jsonb_build_object('name', 'clientErased', 'payload', jsonb_build_object('clientId', c.id,
                'organizationId', c.organization_id, 'handlerId', c.handler_id, 'nonDisclosure', c.non_disclosure)) from client c where c.id = one.subject);
              perform app.end_client(one.subject, at);
            else
              delete from legal_basis_record where client_id = one.subject;
              delete from informing_record where client_id = one.subject;
              delete from consent_record where client_id = one.subject;
          end case;
          perform app.count_ended(one.organization_id, on_day, one.kind, one.rule, rules, 1, at);
          done := done + 1;
        end loop;
        has_more := done > 0 and exists (select from app.due_subjects(rules, on_day) d where not d.is_held);
        if not has_more then
          for one in
            with x as (select * from jsonb_to_recordset(rules) as x (rule text, kind text, until date)),
            told as (delete from notification n using x where x.kind = 'notification' and ${helsinkiDay('n.at')} <= x.until returning n.organization_id, x.kind, x.rule),
            kept as (delete from idempotency_key k using x where x.kind = 'keptAnswer' and ${helsinkiDay('k.created_at')} <= x.until returning null::uuid as organization_id, x.kind, x.rule)
            select g.organization_id, g.kind, g.rule, count(*)::int as ended from (select * from told union all select * from kept) g group by 1, 2, 3
          loop
            perform app.count_ended(one.organization_id, on_day, one.kind, one.rule, rules, one.ended, at);
          end loop;
          for one in select d.organization_id, d.kind, d.rule, count(*)::int as held from app.due_subjects(rules, on_day) d where d.is_held group by 1, 2, 3 loop
            perform app.count_ended(one.organization_id, on_day, one.kind, one.rule, rules, 0, at);
            update retention_run n set held = one.held where n.organization_id = one.organization_id and n.day = on_day and n.rule = one.rule;
          end loop;
        end if;
        return next;
      end $$;
      revoke execute on function ${[...internal, 'app.count_ended(uuid, date, text, text, jsonb, integer, timestamptz)'].join(', ')} from rinnalla_app, public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.end_retention, app.count_ended, app.preview_retention, app.due_subjects;
      drop index referral_unrecorded_idx;
      drop table retention_run;
      delete from deletion_task where cause = 'retentionEnded';
      ${causes('consentWithdrawn', 'clientErased')}
    `);
  }
}
