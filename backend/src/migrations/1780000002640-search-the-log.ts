import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log is read by time, by client and by person; and a client may know who has looked. */
export class SearchTheLog1780000002640 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index audit_event_organization_idx, audit_event_client_idx;
      create index audit_event_organization_idx on audit_event (organization_id, at desc, id desc);
      create index audit_event_client_idx on audit_event (client_id, at desc, id desc) where client_id is not null;
      create index audit_event_person_idx on audit_event (person_id, at desc, id desc) where person_id is not null;

      /* For the data protection officer of either party: the client of a case, and a case's number. Never more of it. */
      create function app.log_client_of_case(number text) returns uuid
      language sql stable security definer set search_path = public, pg_temp as $$
        select r.client_id from referral r
         where r.case_number = number and app.log_organization() in (r.sender_organization_id, r.provider_organization_id)
      $$;
      create function app.log_case_number(of_object text) returns text
      language sql stable security definer set search_path = public, pg_temp as $$
        select r.case_number from referral r
         where of_object ~ '^[0-9a-f-]{36}$' and r.id = of_object::uuid
           and app.log_organization() in (r.sender_organization_id, r.provider_organization_id)
      $$;

      /* What the client may know, for who may read the client: which organization, in which role, what, when. No person. */
      create function app.who_looked(of_client uuid, since timestamptz)
      returns table (at timestamptz, organization_id uuid, organization jsonb, role text, action text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select e.at, e.organization_id, o.name, e.role, e.action
          from audit_event e join organization o on o.id = e.organization_id
         where e.client_id = of_client and e.at >= since and e.result = 'done' and e.role is not null
           and exists (select from client c where c.id = of_client and c.organization_id = app.client_organization()
                        and (not c.non_disclosure or c.handler_id = any (app.my_people())))
         order by e.at desc, e.id desc limit 10000
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.who_looked, app.log_case_number, app.log_client_of_case;
      drop index audit_event_person_idx, audit_event_client_idx, audit_event_organization_idx;
      create index audit_event_organization_idx on audit_event (organization_id, at);
      create index audit_event_client_idx on audit_event (client_id, at);
    `);
  }
}
