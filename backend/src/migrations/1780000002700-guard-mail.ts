import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A job that mails asks whether its words name a client of the cases that the mail is about: it hears yes or no, and never a name. */
export class GuardMail1780000002700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* Words in small letters. A name counts in its inflected forms too: Leilan, Virtasen. */
      create function app.names_client(cases uuid[], words text[]) returns boolean
      language plpgsql stable security definer set search_path = public, pg_temp as $$
      begin
        if nullif(current_setting('app.job', true), '') is null then
          raise exception 'Only a job asks whose name a mail bears.' using errcode = '42501';
        end if;
        return exists (
          select from referral r
            join client c on c.id = r.client_id
            left join client_identity i on i.client_id = c.id
            left join referral_content k on k.referral_id = r.id
            cross join lateral regexp_split_to_table(lower(concat_ws(' ', c.first_name, k.first_name, i.surname)), '[^[:alpha:]]+') as part (name)
            cross join lateral (select regexp_replace(part.name, '(nen|[aeiouyåäö])$', '') as stem) s
            cross join unnest(words) as w (word)
           where r.id = any (cases) and length(part.name) >= 2
             and (w.word = part.name or (length(s.stem) >= 3 and starts_with(w.word, s.stem))));
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.names_client');
  }
}
