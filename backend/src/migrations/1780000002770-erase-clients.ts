import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

/** What works inside of the functions below and is nobody's to call. */
const internal = [
  'app.is_held(uuid, date)',
  'app.case_facts(uuid)',
  'app.end_talk(uuid, timestamptz)',
  'app.end_case(uuid, timestamptz)',
  'app.end_client(uuid, timestamptz)',
  'app.drop_draft(uuid)',
  'app.ask_holders(uuid, text, timestamptz)',
];
const entryCount = (kind: string, audience: string): string =>
  `(select count(*)::int from conversation v join conversation_entry e on e.conversation_id = v.id
     where v.referral_id = r.id and v.audience_organization_id ${audience} and e.kind = '${kind}' and e.body is not null)`;
const ofCase = 'conversation_id in (select id from conversation where referral_id = of_referral)';

/**
 * A client's data ends: on request, unless a legal hold or an act keeps it. The rows of a case stay as a record without a
 * person, so that numbering has no gap and statistics count; the log keeps ids. The app role calls what asks and decides,
 * never what erases.
 */
export class EraseClients1780000002770 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table client add column erased_at timestamptz;
      /** Since when nothing of a person is left in it: a record for both sides. */
      alter table referral add column recorded_at timestamptz;
      alter table conversation add column ended_at timestamptz;
      create policy not_erased on client as restrictive for select to rinnalla_app using (erased_at is null);
      create policy not_ended on conversation as restrictive for select to rinnalla_app using (ended_at is null);
      /* A record is read and never moved. */
      create policy not_recorded on referral as restrictive for update to rinnalla_app using (recorded_at is null);
      create trigger ring_for_end after update of ended_at on conversation for each row
        when (old.ended_at is distinct from new.ended_at) execute function app.ring_for_conversation();

      create function app.privacy_organization() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
        select m.organization_id from membership m where m.id = app.membership() and m.role in ('serviceManager', 'dataProtectionOfficer')
      $$;
      create function app.erasing_organization() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
        select m.organization_id from membership m where m.id = app.membership() and m.role = 'serviceManager'
      $$;

      create table legal_hold (
        id uuid primary key default gen_random_uuid(),
        version integer not null default 1,
        organization_id uuid not null references organization,
        client_id uuid not null references client,
        /** By which case the client was named. */
        case_number text,
        act text not null,
        reason text not null,
        from_day date not null,
        to_day date,
        set_at timestamptz not null,
        set_by uuid not null references person,
        set_by_name text not null,
        ended_at timestamptz,
        ended_by uuid references person,
        ended_by_name text,
        check (to_day is null or to_day >= from_day),
        check ((ended_at is null) = (ended_by is null))
      );
      create index legal_hold_client_idx on legal_hold (client_id) where ended_at is null;
      create index legal_hold_organization_idx on legal_hold (organization_id, set_at desc);
      ${protect(
        'legal_hold',
        {
          select: 'organization_id = (select app.privacy_organization())',
          update: 'organization_id = (select app.privacy_organization())',
          updateCheck:
            'organization_id = (select app.privacy_organization()) and ended_by = (select app.person())',
        },
        ['version', 'ended_at', 'ended_by', 'ended_by_name'],
      )}

      create table erasure_request (
        id uuid primary key default gen_random_uuid(),
        version integer not null default 1,
        organization_id uuid not null references organization,
        client_id uuid not null references client,
        state text not null default 'asked' check (state in ('asked', 'erased', 'refused')),
        asked_at timestamptz not null,
        asked_by uuid not null references person,
        asked_by_name text not null,
        due_on date not null,
        decided_at timestamptz,
        decided_by uuid references person,
        decided_by_name text,
        refusal text check (refusal in ('legalDuty', 'legalClaim', 'identityUnsure', 'withdrawnByClient')),
        /** Counts, case numbers and rules: no person. */
        report jsonb,
        check ((state = 'asked') = (decided_at is null)),
        check ((state = 'refused') = (refusal is not null))
      );
      create unique index erasure_request_open_key on erasure_request (client_id) where state = 'asked';
      create index erasure_request_organization_idx on erasure_request (organization_id, asked_at);
      create index erasure_request_client_idx on erasure_request (client_id, asked_at);
      ${protect(
        'erasure_request',
        {
          select: `organization_id = (select app.privacy_organization())
            or (organization_id = (select app.client_organization()) and exists (select from client c where c.id = erasure_request.client_id))`,
          insert: `organization_id = (select app.client_organization()) and asked_by = (select app.person()) and state = 'asked'
            and exists (select from client c where c.id = erasure_request.client_id and c.organization_id = erasure_request.organization_id)`,
          update: 'organization_id = (select app.erasing_organization())',
          // An erasure is written by app.erase_client alone.
          updateCheck: `organization_id = (select app.erasing_organization()) and state = 'refused' and decided_by = (select app.person())`,
        },
        ['version', 'state', 'decided_at', 'decided_by', 'decided_by_name', 'refusal'],
      )}

      create function app.is_held(of_client uuid, today date) returns boolean language sql stable set search_path = public, pg_temp as $$
        select exists (select from legal_hold h where h.client_id = of_client and h.ended_at is null
                        and h.from_day <= today and (h.to_day is null or h.to_day >= today))
      $$;

      /* The cases of a client by number, day, basis and counts. No word of them. */
      create function app.case_facts(of_client uuid) returns jsonb language sql stable set search_path = public, pg_temp as $$
        select coalesce(jsonb_agg(jsonb_build_object(
                 'referralId', r.id, 'caseNumber', r.case_number, 'status', r.status,
                 'endedOn', coalesce(r.ended_on, (r.status_since at time zone 'Europe/Helsinki')::date),
                 'statutoryBases', coalesce(s.statutory_bases, '{}'), 'isRecord', r.recorded_at is not null, 'wasSent', r.sent_at is not null,
                 'counts', jsonb_build_object(
                   'messages', ${entryCount('message', 'is null')},
                   'notes', ${entryCount('message', 'is not null')},
                   'files', (select count(*)::int from conversation v join attachment a on a.conversation_id = v.id where v.referral_id = r.id),
                   'drafts', (select count(*)::int from conversation v join message_draft d on d.conversation_id = v.id where v.referral_id = r.id),
                   'texts', (select count(*)::int from referral_question q where q.referral_id = r.id)
                          + (select count(*)::int from referral_step p where p.referral_id = r.id and p.note is not null),
                   'notifications', (select count(*)::int from notification n where n.referral_id = r.id))) order by r.created_at, r.id), '[]')
          from referral r left join service s on s.id = r.service_id
         where r.client_id = of_client
      $$;

      /* Everything that was said, noted, attached or begun, and every sign of it. */
      create function app.end_talk(of_referral uuid, at timestamptz) returns void language plpgsql set search_path = public, pg_temp as $$
      begin
        delete from message_words where ${ofCase};
        delete from mention where ${ofCase};
        delete from message_draft where ${ofCase};
        delete from conversation_snooze where ${ofCase};
        delete from attachment where ${ofCase};
        delete from notification where referral_id = of_referral;
        -- The numbers stay; what an entry was about is left of its details, nothing that it said.
        update conversation_entry e
           set body = null, sender_name = null, details = jsonb_strip_nulls(jsonb_build_object('concerns', e.details->'concerns', 'upTo', e.details->'upTo', 'action', e.details->'action'))
         where ${ofCase};
        update conversation set ended_at = at where referral_id = of_referral and ended_at is null;
        delete from idempotency_key k
         where k.response is not null
           and k.response::text ~ (select string_agg(x.id::text, '|') from (select of_referral as id union all select v.id from conversation v where v.referral_id = of_referral) x);
      end $$;

      create function app.end_case(of_referral uuid, at timestamptz) returns void language plpgsql set search_path = public, pg_temp as $$
      begin
        perform app.end_talk(of_referral, at);
        delete from referral_content where referral_id = of_referral;
        delete from referral_question where referral_id = of_referral;
        delete from referral_alternative where referral_id = of_referral;
        update referral_step set note = null where referral_id = of_referral and note is not null;
        update referral
           set recorded_at = at, disclosure_ended_at = coalesce(disclosure_ended_at, at), non_disclosure = false, urgency_reason = null,
               start_wish = null, first_meeting_at = null, version = version + 1, updated_at = at
         where id = of_referral;
      end $$;

      /* A draft was never anyone else's: nothing counts it. */
      create function app.drop_draft(of_referral uuid) returns void language plpgsql set search_path = public, pg_temp as $$
      begin
        perform app.end_talk(of_referral, now());
        delete from read_mark where ${ofCase};
        delete from conversation_entry where ${ofCase};
        delete from conversation where referral_id = of_referral;
        delete from referral_content where referral_id = of_referral;
        delete from referral_alternative where referral_id = of_referral;
        delete from referral_step where referral_id = of_referral;
        delete from referral where id = of_referral;
      end $$;

      create function app.end_client(of_client uuid, at timestamptz) returns void language plpgsql set search_path = public, pg_temp as $$
      begin
        delete from client_identity where client_id = of_client;
        delete from client_contact where client_id = of_client;
        update emergency_opening set explanation = '' where client_id = of_client;
        update legal_hold set reason = '' where client_id = of_client;
        update client
           set first_name = '', goal = '', language = 'fi', birth_year = null, needs = '{}', plan_type = 'none', non_disclosure = false,
               non_disclosure_until = null, home_municipality_code = null, updated_by = null, updated_at = at, version = version + 1, erased_at = at
         where id = of_client;
        delete from idempotency_key where response is not null and response::text like '%' || of_client::text || '%';
      end $$;

      /* Each organization that was ever told something is asked to delete what it took out of the product. */
      create function app.ask_holders(of_client uuid, why text, at timestamptz) returns jsonb language sql set search_path = public, pg_temp as $$
        with asked as (
          insert into deletion_task (referral_id, organization_id, sender_organization_id, case_number, cause, asked_at, due_on)
          select r.id, r.provider_organization_id, r.sender_organization_id, r.case_number, why, at, (at at time zone 'Europe/Helsinki')::date + 14
            from referral r
           where r.client_id = of_client and r.sent_at is not null
             and not exists (select from deletion_task t where t.referral_id = r.id and t.cause = why)
          on conflict do nothing
          returning referral_id, organization_id)
        select coalesce(jsonb_agg(jsonb_build_object('referralId', referral_id, 'organizationId', organization_id)), '[]') from asked
      $$;

      /* For the organization's leader and data protection officer: what a request is about. */
      create function app.erasure_facts(of_request uuid) returns table (client_id uuid, is_held boolean, cases jsonb)
      language sql stable security definer set search_path = public, pg_temp as $$
        select q.client_id, app.is_held(q.client_id, app.today()), app.case_facts(q.client_id)
          from erasure_request q where q.id = of_request and q.organization_id = app.privacy_organization()
      $$;
      /* And for who stands beside the client: their own request's case numbers. */
      create function app.cases_of_request(of_request uuid) returns text[]
      language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce(array_agg(r.case_number order by r.created_at, r.id), '{}')
          from erasure_request q join referral r on r.client_id = q.client_id
         where q.id = of_request and q.organization_id in (app.privacy_organization(), app.client_organization())
      $$;
      create function app.request_is_held(of_request uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce((select app.is_held(q.client_id, app.today()) from erasure_request q
                          where q.id = of_request and q.organization_id in (app.privacy_organization(), app.client_organization())), false)
      $$;

      create function app.set_hold(of_request uuid, number text, of_act text, why text, from_on date, to_on date, name text, at timestamptz)
      returns setof legal_hold language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        held uuid;
      begin
        select c.id into held from client c
         where c.organization_id = app.privacy_organization() and c.erased_at is null
           and c.id = coalesce((select q.client_id from erasure_request q where q.id = of_request and q.organization_id = app.privacy_organization()),
                               (select r.client_id from referral r where r.case_number = number and r.sender_organization_id = app.privacy_organization()))
           for update;
        if not found then return; end if;
        return query
          insert into legal_hold (organization_id, client_id, case_number, act, reason, from_day, to_day, set_at, set_by, set_by_name)
          values (app.privacy_organization(), held, number, of_act, why, from_on, to_on, at, app.person(), name)
          returning *;
      end $$;

      /* All in one transaction: after it nothing finds the client, before it everything is there. What is kept was decided by
         the rules; a hold, an open case and the version are asked again here, under the client's lock. */
      create function app.erase_client(of_request uuid, of_version integer, kept uuid[], made_report jsonb, name text, at timestamptz)
      returns table (outcome text, ended jsonb, asked jsonb, handler_id uuid, non_disclosure boolean) language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        q erasure_request;
        one record;
      begin
        select * into q from erasure_request e where e.id = of_request and e.organization_id = app.erasing_organization() for update;
        if not found then return; end if;
        select c.handler_id, c.non_disclosure into handler_id, non_disclosure from client c where c.id = q.client_id for update;
        perform 1 from referral r where r.client_id = q.client_id order by r.id for update;
        outcome := case
          when q.state <> 'asked' then 'decided'
          when q.version <> of_version then 'changed'
          when app.is_held(q.client_id, app.today()) then 'held'
          when exists (select from referral r where r.client_id = q.client_id and r.recorded_at is null
                         and r.status in ('sent', 'acknowledged', 'clarification', 'waitlisted', 'offered', 'accepted', 'started', 'paused', 'closing')) then 'casesOpen'
          else 'erased' end;
        if outcome <> 'erased' then return next; return; end if;

        select coalesce(jsonb_agg(jsonb_build_object('referralId', r.id, 'version', r.version + 1, 'senderOrganizationId', r.sender_organization_id,
                 'providerOrganizationId', r.provider_organization_id, 'handlerId', r.handler_id, 'nonDisclosure', r.non_disclosure, 'wasSent', r.sent_at is not null)), '[]')
          into ended from referral r where r.client_id = q.client_id and r.recorded_at is null;
        asked := app.ask_holders(q.client_id, 'clientErased', at);
        for one in select r.id, r.status, r.sent_at from referral r where r.client_id = q.client_id and r.recorded_at is null loop
          if one.status = 'draft' then
            perform app.drop_draft(one.id);
          elsif one.id = any (kept) then
            perform app.end_talk(one.id, at);
            update referral set disclosure_ended_at = coalesce(disclosure_ended_at, at), version = version + 1, updated_at = at where id = one.id;
          else
            perform app.end_case(one.id, at);
          end if;
        end loop;
        if cardinality(kept) = 0 then
          perform app.end_client(q.client_id, at);
        else
          update client_contact set way = 'in_person', phone = null, email = null, wishes = null where client_id = q.client_id;
          update emergency_opening set explanation = '' where client_id = q.client_id;
        end if;
        update erasure_request e
           set state = 'erased', version = e.version + 1, decided_at = at, decided_by = app.person(), decided_by_name = name, report = made_report
         where e.id = of_request;
        return next;
      end $$;
      revoke execute on function ${internal.join(', ')} from rinnalla_app, public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.erase_client, app.set_hold, app.request_is_held, app.cases_of_request, app.erasure_facts, app.ask_holders,
        app.end_client, app.drop_draft, app.end_case, app.end_talk, app.case_facts, app.is_held;
      drop table erasure_request, legal_hold;
      drop function app.erasing_organization, app.privacy_organization;
      drop trigger ring_for_end on conversation;
      drop policy not_recorded on referral;
      drop policy not_ended on conversation;
      drop policy not_erased on client;
      alter table conversation drop column ended_at;
      alter table referral drop column recorded_at;
      alter table client drop column erased_at;
    `);
  }
}
