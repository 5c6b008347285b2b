import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

/** Whoever enters, a session or a job's member, also knows the instant, by the clock of the code. */
const entering: [signature: string, before: string][] = [
  ['app.enter(text, timestamptz)', `perform set_config('app.person', entering.person_id::text, true)`],
  ['app.enter_member(uuid, timestamptz)', `perform set_config('app.person', person_id::text, true)`],
];
const knowingAt = (call: string): string =>
  call.replace('perform ', `perform set_config('app.at', at::text, true), `);
/** One more setting, in whatever the function has become meanwhile. */
const rewrite = (signature: string, from: string, to: string): string => `
      do $$
      declare
        written text := pg_get_functiondef('${signature}'::regprocedure);
      begin
        if position($find$${from}$find$ in written) = 0 then raise exception '${signature} is not as it was expected'; end if;
        execute replace(written, $find$${from}$find$, $find$${to}$find$);
      end $$;`;

/** Not an OR of two conditions to look rows up by: asked of the row that the query itself has found. */
const opened = (column: string, ids: string): string =>
  `case when ${column} = any ((select app.${ids}())::uuid[]) then true else false end`;
const openings: [table: string, condition: string][] = [
  ['client', opened('id', 'opened_clients')],
  ['referral', opened('client_id', 'opened_clients')],
  ['referral_content', opened('referral_id', 'opened_referrals')],
  [
    'conversation',
    `audience_organization_id is distinct from provider_organization_id and ${opened('referral_id', 'opened_referrals')}`,
  ],
];

/**
 * A coordinator opens a case that is kept from them, for a while and for a reason: to read it, never to change it. The
 * database itself looks at the clock, so it ends by itself; the handler and the data protection officer see it at once.
 */
export class OpenInAnEmergency1780000002660 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${entering.map(([signature, call]) => rewrite(signature, call, knowingAt(call))).join('')}
      create function app.at() returns timestamptz language sql stable parallel safe
      as $$ select coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now()) $$;

      create table emergency_opening (
        id uuid primary key default gen_random_uuid(),
        organization_id uuid not null references organization,
        client_id uuid not null references client,
        handler_id uuid not null references person,
        case_number text not null,
        person_id uuid not null references person,
        membership_id uuid not null references membership,
        person_name text not null,
        purpose text not null check (purpose in ('danger', 'urgentContact', 'handlerAway', 'authorityRequest')),
        /** Why, in the opener's own words: for the handler and the data protection officer. */
        explanation text not null,
        opened_at timestamptz not null,
        ends_at timestamptz not null,
        check (ends_at > opened_at and ends_at <= opened_at + interval '4 hours')
      );
      create index emergency_opening_membership_idx on emergency_opening (membership_id, ends_at);
      create index emergency_opening_handler_idx on emergency_opening (handler_id, opened_at);
      create index emergency_opening_organization_idx on emergency_opening (organization_id, opened_at);
      /* Written through app.open_in_emergency alone; ended by oneself, never made longer. */
      ${protect(
        'emergency_opening',
        {
          select: `membership_id = (select app.membership()) or organization_id = (select app.log_organization())
            or (organization_id = (select app.client_organization()) and handler_id = any ((select app.my_people())::uuid[]))`,
          update: 'membership_id = (select app.membership())',
          updateCheck:
            "membership_id = (select app.membership()) and ends_at <= opened_at + interval '4 hours'",
        },
        ['ends_at'],
      )}

      create function app.opened_clients() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
        select array(select e.client_id from emergency_opening e
                      where e.membership_id = app.membership() and e.organization_id = app.client_organization() and e.ends_at > app.at())
      $$;
      create function app.opened_referrals() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
        select array(select r.id from referral r
                      where r.client_id = any (app.opened_clients()) and r.sender_organization_id = app.client_organization())
      $$;

      /* A coordinator's own organization's case, by its number; nobody else's, and of the rest nothing is told. */
      create function app.open_in_emergency(number text, why text, words text, name text, ends timestamptz)
      returns setof emergency_opening language sql security definer set search_path = public, pg_temp as $$
        insert into emergency_opening (organization_id, client_id, handler_id, case_number, person_id, membership_id, person_name, purpose, explanation, opened_at, ends_at)
        select r.sender_organization_id, r.client_id, r.handler_id, r.case_number, app.person(), app.membership(), name, why, words, app.at(), ends
          from referral r
         where r.case_number = number and r.sender_organization_id = app.client_organization()
           and app.client_organization() = app.appointing_organization()
        returning *
      $$;
      ${openings.map(([table, condition]) => `create policy emergency_selects on ${table} for select to rinnalla_app using (${condition});`).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${openings.map(([table]) => `drop policy emergency_selects on ${table};`).join('\n')}
      drop function app.open_in_emergency, app.opened_referrals, app.opened_clients;
      drop table emergency_opening;
      drop function app.at;
      ${entering.map(([signature, call]) => rewrite(signature, knowingAt(call), call)).join('')}
    `);
  }
}
