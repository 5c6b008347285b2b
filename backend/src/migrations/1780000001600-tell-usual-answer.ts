import type { MigrationInterface, QueryRunner } from 'typeorm';

const keep = (counts: string): string => `
  create or replace function app.keep_published_service() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if new.status <> 'published' then
      delete from published_service where service_id = new.id;
      return null;
    end if;
    insert into published_service (service_id, organization_id, origin, category, target_groups, languages, delivery_modes, support, accessibility,
                                   statutory_bases, nationwide, municipalities, assured_at, document, words)
    values (new.id, new.organization_id, new.origin, new.category, new.target_groups, new.languages, new.delivery_modes, new.support, new.accessibility,
            new.statutory_bases, new.nationwide, new.municipalities, new.assured_at, new.search_document, new.search_words)
    on conflict (service_id) do update
      set organization_id = excluded.organization_id, origin = excluded.origin, category = excluded.category, target_groups = excluded.target_groups,
          languages = excluded.languages, delivery_modes = excluded.delivery_modes, support = excluded.support, accessibility = excluded.accessibility,
          statutory_bases = excluded.statutory_bases, nationwide = excluded.nationwide, municipalities = excluded.municipalities,
          assured_at = excluded.assured_at, document = excluded.document, words = excluded.words;
    if new.origin <> 'ptv' then ${counts} end if;
    return null;
  end $$;`;

/**
 * In how many days a service usually answers: the median of the last 90 days, told from five answers on, so that nobody's
 * single case is read from it. Counted when an answer is given and when a service is published.
 */
export class TellUsualAnswer1780000001600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table published_service add column usual_answer_days smallint;

      create function app.count_answers(counted uuid, at timestamptz) returns void language sql security definer set search_path = public, pg_temp as $$
        update published_service p
           set usual_answer_days = (
             select case when count(*) >= 5
                    then least(greatest(ceil(percentile_cont(0.5) within group (order by extract(epoch from r.answer_met_at - r.answer_started_at)) / 86400), 1), 365)::smallint end
               from referral r
              where r.service_id = counted and r.answer_met_at > at - interval '90 days' and r.answer_started_at is not null)
         where p.service_id = counted
      $$;

      create function app.notice_answer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform app.count_answers(new.service_id, new.answer_met_at);
        return null;
      end $$;
      create trigger notice_answer after update of answer_met_at on referral for each row
        when (new.answer_met_at is not null and old.answer_met_at is distinct from new.answer_met_at)
        execute function app.notice_answer();
      create index referral_answered_idx on referral (service_id, answer_met_at) where answer_met_at is not null;
      ${keep('perform app.count_places(new.id); perform app.count_answers(new.id, new.updated_at);')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${keep('perform app.count_places(new.id);')}
      drop index referral_answered_idx;
      drop trigger notice_answer on referral;
      drop function app.notice_answer, app.count_answers;
      alter table published_service drop column usual_answer_days;
    `);
  }
}
