import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of another's message, or of one's own, that nobody has taken away. */
const removed = `exists (select from conversation_entry gone where gone.conversation_id = new.conversation_id and gone.kind = 'redaction'
  and ((gone.details->>'concerns')::bigint) = (new.details->>'concerns')::bigint)`;

/**
 * What is searched when people look for words in their conversations: the words that stand, one row for each message
 * and correction, beside the log. The app role reads it only through `app.find_messages`, which looks among the
 * organization's own and is joined to the log under row-level security: `@@` is not leakproof, so a policy on the
 * log itself would keep the index from being used. A trigger keeps it, in the transaction of each entry.
 */
export class FindMessages1780000002220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* Finnish, Swedish and English stems, and each word as it stands: nobody says in which language they write. */
      create function app.message_document(words text) returns tsvector language sql stable parallel safe as $$
        select to_tsvector('finnish', words) || to_tsvector('swedish', words) || to_tsvector('english', words) || to_tsvector('simple', words)
      $$;

      create table message_words (
        conversation_id uuid not null,
        seq bigint not null,
        /** Organizations whose people may read it, as far as the conversation's audience tells. */
        readers uuid[] not null,
        at timestamptz not null,
        document tsvector not null,
        primary key (conversation_id, seq),
        foreign key (conversation_id, seq) references conversation_entry
      );
      create index message_words_document_idx on message_words using gin (readers, document);
      alter table message_words enable row level security;
      alter table message_words force row level security;
      create policy owner_works on message_words for all to current_user using (true) with check (true);

      create function app.follow_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        message_seq bigint := (new.details->>'concerns')::bigint;
      begin
        case
          when new.kind = 'message' then
            insert into message_words (conversation_id, seq, readers, at, document)
            select new.conversation_id, new.seq, case when c.audience_organization_id is null
                     then array[c.sender_organization_id, c.provider_organization_id] else array[c.audience_organization_id] end,
                   new.at, app.message_document(coalesce(new.body, ''))
              from conversation c where c.id = new.conversation_id;
            -- What was sent is no draft any more; what was begun after it is.
            delete from message_draft d
             where d.conversation_id = new.conversation_id and d.person_id = new.person_id and btrim(d.body, E' \\t\\n\\r') = new.body;
          when new.kind = 'edit' and not (new.details->>'correction')::boolean then
            update message_words set document = app.message_document(coalesce(new.body, ''))
             where conversation_id = new.conversation_id and seq = message_seq;
          when new.kind = 'edit' and not ${removed} then
            insert into message_words (conversation_id, seq, readers, at, document)
            select w.conversation_id, new.seq, w.readers, new.at, app.message_document(coalesce(new.body, ''))
              from message_words w where w.conversation_id = new.conversation_id and w.seq = message_seq;
          when new.kind = 'redaction' then
            delete from message_words w using conversation_entry e
             where w.conversation_id = new.conversation_id and e.conversation_id = w.conversation_id and e.seq = w.seq
               and (e.seq = message_seq or (e.kind = 'edit' and ((e.details->>'concerns')::bigint) = message_seq));
          else null;
        end case;
        return null;
      end $$;
      create trigger follow_entry after insert on conversation_entry for each row
        when (new.kind in ('message', 'edit', 'redaction')) execute function app.follow_entry();

      insert into message_words (conversation_id, seq, readers, at, document)
      select e.conversation_id, e.seq, case when c.audience_organization_id is null
               then array[c.sender_organization_id, c.provider_organization_id] else array[c.audience_organization_id] end,
             e.at, app.message_document(coalesce(last.body, e.body, ''))
        from conversation_entry e
        join conversation c on c.id = e.conversation_id
        left join lateral (
          select x.body from conversation_entry x
           where e.kind = 'message' and x.conversation_id = e.conversation_id and x.kind = 'edit' and not (x.details->>'correction')::boolean
             and ((x.details->>'concerns')::bigint) = e.seq
           order by x.seq desc limit 1) last on true
       where (e.kind = 'message' or (e.kind = 'edit' and (e.details->>'correction')::boolean))
         and not exists (select from conversation_entry gone where gone.conversation_id = e.conversation_id and gone.kind = 'redaction'
                          and ((gone.details->>'concerns')::bigint) = coalesce((e.details->>'concerns')::bigint, e.seq));

      /* Every word must be there: by its stem in one of the languages, or as the beginning of a word as it stands. */
      create function app.words_asked(asked text) returns tsquery language plpgsql stable parallel safe as $$
      declare
        word text;
        every_word tsquery;
      begin
        foreach word in array regexp_split_to_array(regexp_replace(lower(asked), '[^[:alnum:]]+', ' ', 'g'), ' ') loop
          continue when word = '';
          every_word := coalesce(every_word && app.word_asked(word), app.word_asked(word));
        end loop;
        return every_word;
      end $$;
      create function app.word_asked(word text) returns tsquery language sql stable parallel safe as $$
        -- Of "tapaaminen" the stemmer does not know "tapaamiset".
        select to_tsquery('simple', quote_literal(case when word ~ '.{3}nen$' then left(word, -3) else word end) || ':*') || plainto_tsquery('finnish', word)
            || plainto_tsquery('swedish', word) || plainto_tsquery('english', word)
      $$;

      /* Places only, never words: what they say is read from the log, under row-level security. Planned for each question,
         so that the words decide how the index is used. */
      create function app.find_messages(asked text, most integer) returns table (conversation_id uuid, seq bigint)
      language plpgsql stable security definer set search_path = public, pg_temp as $$
      begin
        return query execute
          'select w.conversation_id, w.seq from message_words w where w.readers @> $1 and w.document @@ $2 order by w.at desc, w.seq desc limit $3'
          using array[app.case_organization()], app.words_asked(asked), most;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.find_messages, app.words_asked, app.word_asked;
      drop trigger follow_entry on conversation_entry;
      drop function app.follow_entry;
      drop table message_words;
      drop function app.message_document;
    `);
  }
}
