import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As in 1780000000900, with a repeated send known by `same`. */
const appendEntry = (same: string): string => `
  create or replace function app.append_entry(target uuid, entry_kind text, own_id uuid, entry_body text, entry_details jsonb, name text, entry_at timestamptz)
  returns setof app.appended language plpgsql as $$
  declare
    c conversation;
    kept conversation_entry;
  begin
    select * into c from conversation where id = target for update;
    if not found then return; end if;

    if own_id is not null then
      select * into kept from conversation_entry e
       where e.conversation_id = target and e.person_id = app.person() and e.client_message_id = own_id;
    elsif entry_kind = 'redaction' then
      select * into kept from conversation_entry e
       where e.conversation_id = target and e.kind = 'redaction'
         and ((e.details->>'concerns')::bigint) = ((entry_details->>'concerns')::bigint);
    end if;
    if kept.seq is not null then
      return next app.appended_to(c, case when ${same} then 'replayed' else 'conflict' end, kept.seq, kept.at);
      return;
    end if;

    if c.audience_organization_id is null and not c.open_to_provider and entry_kind <> 'redaction' then
      return next app.appended_to(c, 'closed', null, null);
      return;
    end if;
    update conversation set last_seq = last_seq + 1, last_entry_at = entry_at where id = target returning last_seq into c.last_seq;
    insert into conversation_entry (conversation_id, seq, kind, at, person_id, sender_name, organization_id, client_message_id, body, details)
    values (target, c.last_seq, entry_kind, entry_at, app.person(), name, app.case_organization(), own_id, entry_body, entry_details);
    return next app.appended_to(c, 'appended', c.last_seq, entry_at);
  end $$`;

const sameWords = `kept.kind = entry_kind and kept.body is not distinct from entry_body
  and kept.details->>'concerns' is not distinct from entry_details->>'concerns'`;

/** A message may be its card alone, and speak to another one: a repeated send is the same only with the same of both. */
export class CompareWholeMessages1780000002820 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      appendEntry(`${sameWords}
        and kept.details->'card' is not distinct from entry_details->'card'
        and kept.details->'quotes' is not distinct from entry_details->'quotes'`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(appendEntry(sameWords));
  }
}
