import type { Statement } from '../../platform/database/statement.js';

/** Conditions and order of a search, as values; an unset one asks nothing. */
export interface SearchConditions {
  words: { looks: readonly unknown[]; fuzzy: readonly unknown[]; count: number } | undefined;
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
  p.start_days::text[] as start_days, p.places_updated_at, p.assured_at, g.id as organization_id, g.name as organization_name, g.kind as organization_kind`;
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
  const ranked = asked.words
    ? `${foundByWords(asked.words, where, value)},
       ranked as (select p.service_id, ${score} as score, ${orderValue(asked, value)} as place from found f join published_service p on p.service_id = f.service_id)`
    : `with ranked as (select p.service_id, ${score} as score, ${orderValue(asked, value)} as place from published_service p where ${where})`;
  const order =
    asked.sort === 'bestMatch'
      ? 'r.score desc, (p.free_places > 0) desc, p.assured_at desc nulls last'
      : 'r.place nulls last, r.score desc';
  const text = `${ranked},
    kept as (select r.*, count(*) over () as total from ranked r where r.score >= 0.12 * (select max(score) from ranked)),
    chosen as (select r.service_id, r.total, row_number() over (order by ${order}, r.service_id) as position
                 from kept r join published_service p on p.service_id = r.service_id
                order by position limit ${value(asked.limit)} offset ${value(asked.offset)})
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

const foundByWords = (words: NonNullable<SearchConditions['words']>, where: string, value: Value): string => `
  with look as materialized (
    select l.ord, l.weight, to_tsquery(l.config::regconfig, l.term || case when l.prefix then ':*' else '' end) as query
      from jsonb_to_recordset(${value(JSON.stringify(words.looks))}::jsonb) as l (ord int, weight real, config text, term text, prefix boolean)),
  literal as (
    select p.service_id, l.ord, l.weight, l.weight * ts_rank('{0.15, 0.45, 0.7, 1}', p.document, l.query) as strength
      from look l join published_service p on p.document @@ l.query where ${where}),
  hit as (
    select service_id, ord, strength from literal
    union all
    select p.service_id, w.ord, word_similarity(w.plain, p.words) ^ 2
             * case when exists (select from literal t where t.ord = w.ord and t.weight > 0.7) then 0.4 else 0.8 end
      from jsonb_to_recordset(${value(JSON.stringify(words.fuzzy))}::jsonb) as w (ord int, plain text)
      join published_service p on w.plain <% p.words where ${where}),
  strongest as (select service_id, ord, max(strength) as strength from hit group by service_id, ord),
  weighed as (select service_id, strength * ln(2 + (select greatest(reltuples, 100) from pg_class where oid = 'published_service'::regclass)
                / count(*) over (partition by ord)) as score from strongest),
  found as (select service_id, sum(score) * (0.4 + 0.6 * count(*) / ${value(words.count)}::real) as score from weighed group by service_id)`;
