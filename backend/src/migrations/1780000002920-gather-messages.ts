import type { MigrationInterface, QueryRunner } from 'typeorm';

const notifying = (more: string): string =>
  `(select app.job()) in ('notifyPeople', 'mailNotification', 'startDigests', 'mailDigest', 'notifyWatchers'${more})`;
const own = 'person_id = (select app.person()) and organization_id = (select app.organization())';
const policies = (more: string): string => `
      alter policy app_selects on notification using ((${own}) or ${notifying(more)});
      alter policy app_inserts on notification with check (${notifying(more)});
      alter policy app_updates on notification using ((${own}) or ${notifying(more)}) with check ((${own}) or ${notifying(more)});
      alter policy app_selects on notification_setting using (person_id = (select app.person()) or ${notifying(more)});`;

/**
 * Messages are told of together, a moment later, to those who have not read them meanwhile: one job for all that one side
 * wrote in those seconds, where each message had its own. `app.notify_people` keeps its branch for messages: a process of
 * the version before may still ask for it.
 */
export class GatherMessages1780000002920 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* While a job with these words waits, another one adds nothing: it looks at what there is when it runs. */
      alter table job add column gathers text;
      create unique index job_gathers_key on job (gathers) where done_at is null and given_up_at is null;
      ${policies(`, 'notifyMessages'`)}

      /* Whoever is writing now holds the conversation until its commit, and relied on this job: their words are to be seen by it.
         Whoever comes later waits for its end, and adds another. */
      create function app.await_messages(of_conversation uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if app.job() is null then raise exception 'only a job waits for messages'; end if;
        perform from conversation c where c.id = of_conversation for share;
      end $$;

      /* Bound by row-level security: enters as each in turn, and counts what came for them since their mark and since they were told. */
      create function app.notify_of_messages(of_referral uuid, of_conversation uuid, side text, now_at timestamptz)
      returns table (id bigint, person_id uuid, is_new boolean, urgent boolean, channel text) language plpgsql as $$
      declare
        one record;
        organization uuid;
        came integer;
        newest bigint;
        newest_at timestamptz;
      begin
        perform app.await_messages(of_conversation);
        urgent := false;
        for one in select p.membership_id from app.people_of_case(of_referral, side) p loop
          select e.person_id, e.organization_id into person_id, organization from app.enter_member(one.membership_id, now_at) e;
          continue when not found;
          select count(*), max(e.seq), max(e.at) into came, newest, newest_at
            from conversation_entry e
           where e.conversation_id = of_conversation and e.kind = 'message' and e.body is not null and e.organization_id <> organization
             and e.seq > greatest(0,
                   (select r.last_read_seq from read_mark r where r.conversation_id = of_conversation and r.person_id = app.person()),
                   (select max(n.seq) from notification n
                     where n.membership_id = one.membership_id and n.conversation_id = of_conversation and n.kind = 'message'))
             and not exists (select from conversation_entry gone where gone.conversation_id = e.conversation_id and gone.kind = 'redaction'
                                and (gone.details->>'concerns')::bigint = e.seq)
             and not exists (select from mention m where m.conversation_id = e.conversation_id and m.seq = e.seq and m.membership_id = one.membership_id);
          continue when came = 0;
          select s.channel into channel from notification_setting s where s.person_id = app.person() and s.kind = 'message';
          insert into notification as n (membership_id, person_id, organization_id, kind, event_key, referral_id, conversation_id, seq, count, at)
          values (one.membership_id, person_id, organization, 'message', 'message ' || of_conversation || ' ' || newest,
                  of_referral, of_conversation, newest, came, newest_at)
          on conflict (membership_id, conversation_id) where kind = 'message' and seen_at is null
            do update set count = n.count + excluded.count, seq = excluded.seq, at = excluded.at
          returning n.id, n.count = came into id, is_new;
          return next;
        end loop;
        perform app.leave_member();
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.notify_of_messages, app.await_messages;
      ${policies('')}
      alter table job drop column gathers;
    `);
  }
}
