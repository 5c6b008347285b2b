import type { Statement } from '../../platform/database/statement.js';
import type { FuzzyWord, QueryLook } from './query-words.js';

/** Conditions and order of a search, as values; an unset one asks nothing. */
export interface SearchConditions {
  words: { looks: readonly QueryLook[]; fuzzy: readonly FuzzyWord[]; count: number } | undefined;
  /** The service must take one of these municipalities, or be nationwide. */
  municipality?: string | undefined;
  category?: string | undefined;
  targetGroups: readonly string[];
  languages: readonly string[];
  deliveryModes: readonly string[];
  support: readonly string[];
  accessibility: readonly string[];
  statutoryBasis?: string | undefined;
  organizationId?: string | undefined;
  freeNow: boolean;
  startsBefore?: string | undefined;
  /** Municipalities preferred over others, and those near them. */
  preferred?: { codes: readonly string[]; near: readonly string[] } | undefined;
  /** Kilometres by municipality code, for the order by distance. */
  distances?: Record<string, number> | undefined;
  sort: 'bestMatch' | 'soonestStart' | 'nearest';
  /** `YYYY-MM-DD` in Helsinki. */
  today: string;
  staleBefore: Date;
  limit: number;
  offset: number;
}

export const cardColumns = `s.id, s.title, s.summary, s.keywords, s.competences, s.referral_mode, p.category, p.origin, p.nationwide, p.municipalities,
  p.delivery_modes, p.languages, p.support, p.accessibility, p.free_places, p.waitlist_open, p.waitlist_length, p.has_offerings, p.continuous,
  p.start_days::text[] as start_days, p.places_updated_at, p.usual_answer_days, p.assured_at, g.id as organization_id, g.name as organization_name, g.kind as organization_kind`;
export const cardTables = `join published_service p on p.service_id = chosen.service_id
  join service s on s.id = p.service_id join organization g on g.id = p.organization_id`;

const known = new Map<string, Statement>();

/**
 * The search in one statement: only the conditions that are asked stand in its text, so that each combination is planned
 * once with its own indexes. Words: full text in three languages fused with the likeness of letters; each word counts by how
 * rare it is, and a service by the words it answers to.
 */
export const serviceSearch = (asked: SearchConditions): { statement: Statement; values: unknown[] } => {
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const filters = filtersOf(asked, value);
  const where = filters.length > 0 ? filters.join(' and ') : 'true';
  const score = `${asked.words ? 'f.score' : '1'}${preference(asked, value)} * (case when p.origin = 'ptv' then 0.5 else 1 end)
    * (case when p.assured_at < ${value(asked.staleBefore)}::timestamptz then 0.8 else 1 end)`;
  const columns = `p.service_id, p.free_places, p.assured_at, ${score} as score, ${orderValue(asked, value)} as place`;
  // OFFSET 0 holds a subquery together: each row found is read by its key, never the whole table hashed for a few of them.
  const ranked = asked.words
    ? `${foundByWords(asked.words, value)},
       ranked as (select ${columns} from found f cross join lateral (select * from published_service q where q.service_id = f.service_id offset 0) p where ${where})`
    : `with ranked as (select ${columns} from published_service p where ${where})`;
  const order =
    asked.sort === 'bestMatch'
      ? 'score desc, (free_places > 0) desc, assured_at desc nulls last, service_id'
      : 'place nulls last, score desc, service_id';
  const text = `${ranked},
    kept as (select r.*, count(*) over () as total from ranked r where r.score >= 0.12 * (select max(score) from ranked)),
    page as (select service_id, total, row_number() over (order by ${order}) as position from kept
              order by position limit ${value(asked.limit)} offset ${value(asked.offset)}),
    chosen as materialized (select * from page)
    select ${cardColumns}, chosen.total::int as total from chosen ${cardTables} order by chosen.position`;
  let statement = known.get(text);
  if (!statement) known.set(text, (statement = { name: `service-search-${known.size}`, text }));
  return { statement, values };
};

type Value = (given: unknown) => string;

const filtersOf = (asked: SearchConditions, value: Value): string[] => {
  const filters: string[] = [];
  const overlap = (column: string, codes: readonly string[]): void => {
    if (codes.length > 0) filters.push(`p.${column} && ${value(codes)}::text[]`);
  };
  if (asked.municipality)
    filters.push(`(p.nationwide or p.municipalities && array[${value(asked.municipality)}::text])`);
  if (asked.category) filters.push(`p.category = ${value(asked.category)}`);
  overlap('target_groups', asked.targetGroups);
  overlap('languages', asked.languages);
  overlap('delivery_modes', asked.deliveryModes);
  // Help is asked for together: childcare and a bus, not either.
  if (asked.support.length > 0) filters.push(`p.support @> ${value(asked.support)}::text[]`);
  if (asked.accessibility.length > 0)
    filters.push(`p.accessibility @> ${value(asked.accessibility)}::text[]`);
  if (asked.statutoryBasis) filters.push(`p.statutory_bases && array[${value(asked.statutoryBasis)}::text]`);
  if (asked.organizationId) filters.push(`p.organization_id = ${value(asked.organizationId)}`);
  if (asked.freeNow) filters.push('p.free_places > 0');
  if (asked.startsBefore) {
    filters.push(
      `(p.continuous or exists (select from unnest(p.start_days) day where day >= ${value(asked.today)}::date and day < ${value(asked.startsBefore)}::date))`,
    );
  }
  return filters;
};

const preference = ({ preferred }: SearchConditions, value: Value): string =>
  preferred
    ? ` * (case when p.nationwide or p.municipalities && ${value(preferred.codes)}::text[] then 1
                when p.municipalities && ${value(preferred.near)}::text[] then 0.35 else 0.08 end)`
    : '';

const orderValue = (asked: SearchConditions, value: Value): string => {
  if (asked.sort === 'soonestStart') {
    const today = `${value(asked.today)}::date`;
    return `(case when p.continuous then ${today} else (select min(day) from unnest(p.start_days) day where day >= ${today}) end)`;
  }
  if (asked.sort === 'nearest' && asked.distances) {
    return `(select min((${value(JSON.stringify(asked.distances))}::jsonb ->> code)::int) from unnest(p.municipalities) code)`;
  }
  return '0';
};

const foundByWords = (words: NonNullable<SearchConditions['words']>, value: Value): string => {
  const column = (name: keyof QueryLook, type: string): string =>
    `${value(words.looks.map((look) => look[name]))}::${type}[]`;
  const looks = [
    column('ord', 'int'),
    column('weight', 'real'),
    column('config', 'text'),
    column('term', 'text'),
    column('prefix', 'boolean'),
  ];
  return `
  with look as materialized (
    select l.ord, l.weight, to_tsquery(l.config::regconfig, l.term || case when l.prefix then ':*' else '' end) as query
      from unnest(${looks.join(', ')}) as l (ord, weight, config, term, prefix)),
  literal as materialized (
    select found.service_id, l.ord, l.weight, found.strength
      from look l cross join lateral (
        select p.service_id, l.weight * ts_rank('{0.15, 0.45, 0.7, 1}', p.document, l.query) as strength
          from published_service p where p.document @@ l.query offset 0) found),
  known as (select ord, count(distinct service_id) as services from literal where weight > 0.7 group by ord),
  hit as (
    select service_id, ord, strength from literal
    union all
    select found.service_id, w.ord, found.strength
      from unnest(${value(words.fuzzy.map(({ ord }) => ord))}::int[], ${value(words.fuzzy.map(({ plain }) => plain))}::text[]) as w (ord, plain)
      left join known k on k.ord = w.ord
     cross join lateral (
        select p.service_id, word_similarity(w.plain, p.words) ^ 2 * case when k.ord is null then 0.8 else 0.4 end as strength
          from published_service p where w.plain <% p.words offset 0) found
     where k.ord is null or k.services < 4),
  strongest as (select service_id, ord, max(strength) as strength from hit group by service_id, ord),
  weighed as (select service_id, strength * ln(2 + (select greatest(reltuples, 100) from pg_class where oid = 'published_service'::regclass)
                / count(*) over (partition by ord)) as score from strongest),
  found as (select service_id, sum(score) * (0.4 + 0.6 * count(*) / ${value(words.count)}::real) as score from weighed group by service_id)`;
};
