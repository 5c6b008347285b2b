import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The catalogue's read model: one row for each published service, nothing that is not public. It stands outside
 * row-level security, because a policy would keep the text indexes from being used (`@@` and `<%` are not leakproof),
 * and the app role only reads it. Triggers keep it: whoever publishes a service or moves a place needs not remember.
 */
export class FindServices1780000001100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table published_service (
        service_id uuid primary key references service on delete cascade,
        organization_id uuid not null references organization,
        origin text not null,
        category text,
        target_groups text[] not null,
        languages text[] not null,
        delivery_modes text[] not null,
        support text[] not null,
        accessibility text[] not null,
        statutory_bases text[] not null,
        nationwide boolean not null,
        municipalities text[] not null,
        assured_at timestamptz,
        document tsvector not null,
        words text not null,
        free_places integer not null default 0,
        waitlist_open boolean not null default false,
        waitlist_length integer not null default 0,
        has_offerings boolean not null default false,
        continuous boolean not null default false,
        /** Days on which its open groups start. */
        start_days date[] not null default '{}',
        places_updated_at timestamptz
      );
      create index published_service_document_idx on published_service using gin (document);
      create index published_service_words_idx on published_service using gin (words gin_trgm_ops);
      create index published_service_municipality_idx on published_service using gin (municipalities);
      create index published_service_nationwide_idx on published_service (nationwide) where nationwide;
      create index published_service_category_idx on published_service (category);
      create index published_service_organization_idx on published_service (organization_id);
      /* The order of a list without words: what has room first, what was confirmed last. */
      create index published_service_browse_idx on published_service ((origin = 'ptv'), (free_places > 0) desc, assured_at desc nulls last, service_id);
      grant select on published_service to rinnalla_app;

      /* Full text in three languages and as it stands: { fi: { a, b, c, d }, sv: …, en: …, plain }. Weights A (title) to D (description). */
      create function app.search_document(texts jsonb) returns tsvector language sql stable parallel safe as $$
        select setweight(to_tsvector('finnish', coalesce(texts->'fi'->>'a', '')), 'A') || setweight(to_tsvector('finnish', coalesce(texts->'fi'->>'b', '')), 'B')
            || setweight(to_tsvector('finnish', coalesce(texts->'fi'->>'c', '')), 'C') || setweight(to_tsvector('finnish', coalesce(texts->'fi'->>'d', '')), 'D')
            || setweight(to_tsvector('swedish', coalesce(texts->'sv'->>'a', '')), 'A') || setweight(to_tsvector('swedish', coalesce(texts->'sv'->>'b', '')), 'B')
            || setweight(to_tsvector('swedish', coalesce(texts->'sv'->>'c', '')), 'C') || setweight(to_tsvector('swedish', coalesce(texts->'sv'->>'d', '')), 'D')
            || setweight(to_tsvector('english', coalesce(texts->'en'->>'a', '')), 'A') || setweight(to_tsvector('english', coalesce(texts->'en'->>'b', '')), 'B')
            || setweight(to_tsvector('english', coalesce(texts->'en'->>'c', '')), 'C') || setweight(to_tsvector('english', coalesce(texts->'en'->>'d', '')), 'D')
            || setweight(to_tsvector('simple', unaccent(coalesce(texts->>'plain', ''))), 'B')
      $$;

      /* Places of a published service, counted anew. The row is locked first, so that two movers of the same service count one after the other. */
      create function app.count_places(counted uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform from published_service where service_id = counted for update;
        if not found then return; end if;
        update published_service p
           set (free_places, waitlist_open, waitlist_length, has_offerings, continuous, start_days, places_updated_at) = (
             select coalesce(sum(greatest(o.available, 0)), 0), coalesce(bool_or(o.waitlist_open), false), coalesce(sum(o.waitlist_length), 0),
                    count(*) > 0, coalesce(bool_or(o.intake = 'continuous'), false),
                    coalesce(array_agg(o.starts_on order by o.starts_on) filter (where o.intake = 'group'), '{}'),
                    max(o.places_updated_at)
               from offering o where o.service_id = counted and o.status = 'open')
         where p.service_id = counted;
      end $$;

      create function app.keep_published_service() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
        if new.origin <> 'ptv' then perform app.count_places(new.id); end if;
        return null;
      end $$;
      create trigger keep_published_service after insert or update on service for each row execute function app.keep_published_service();

      create function app.keep_places() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform app.count_places(new.service_id);
        return null;
      end $$;
      create trigger keep_places after insert or update on offering for each row execute function app.keep_places();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger keep_places on offering;
      drop trigger keep_published_service on service;
      drop function app.keep_places, app.keep_published_service, app.count_places, app.search_document;
      drop table published_service;
    `);
  }
}
