import { oneOf, type Scale, seededId, spread, staffOfMunicipality } from './scale.js';

/** Municipalities (the first by code) and associations. */
export const organizationsSql = ({ municipalities, providers }: Scale): string => `
  with place as (select code, name, employment_area_code, row_number() over (order by code) as n from municipality)
  insert into organization (id, kind, name, home_municipality_code, employment_area_code, case_prefix)
  select ${seededId('municipality', 'n')}, 'municipality', jsonb_build_object('fi', (name->>'fi') || ', työllisyyspalvelut'), code, employment_area_code,
         'K' || chr(65 + n::int / 26) || chr(65 + n::int % 26)
    from place where n <= ${municipalities}
  union all
  select ${seededId('provider', 'g.n')}, 'association', jsonb_build_object('fi', 'Yhdistys ' || g.n), p.code, null, null
    from generate_series(1, ${providers}) as g (n) join place p on p.n = 1 + g.n % ${municipalities}`;

/** One coordinator and four coaches in each municipality, one manager and one or two workers in each association; all signed in. */
export const peopleSql = ({ municipalities, providers, people }: Scale): string => {
  const senders = municipalities * staffOfMunicipality;
  return `
  insert into person (id, email, given_name, surname)
  select ${seededId('person', 'n')}, 'person' || n || '@bench.example', 'Henkilö', 'Numero ' || n from generate_series(1, ${people}) n;
  insert into membership (id, person_id, organization_id, role, valid_from)
  select ${seededId('membership', 'n')}, ${seededId('person', 'n')}, ${seededId('municipality', `1 + (n - 1) % ${municipalities}`)},
         case when n <= ${municipalities} then 'coordinator' else 'coach' end, date '2020-01-01'
    from generate_series(1, ${senders}) n
  union all
  select ${seededId('membership', 'n')}, ${seededId('person', 'n')}, ${seededId('provider', `1 + (n - 1) % ${providers}`)},
         case when n <= ${senders + providers} then 'providerManager' else 'providerWorker' end, date '2020-01-01'
    from generate_series(${senders + 1}, ${people}) n;
  insert into session (token_hash, person_id, membership_id, created_at, last_seen_at, expires_at)
  select sha256(('bench-token-' || n)::bytea), ${seededId('person', 'n')}, ${seededId('membership', 'n')}, now(), '2099-01-01', '2100-01-01'
    from generate_series(1, ${people}) n`;
};

const firstNames = ['Anna', 'Jari', 'Minna', 'Eetu', 'Leena', 'Mikko', 'Aino', 'Ville', 'Sari', 'Pekka'];

/** Clients of the municipalities' coaches, each with identity and contact. */
export const clientsSql = ({ municipalities, clients }: Scale): string => {
  const coach = `1 + ${municipalities} + n % ${municipalities} + ${municipalities} * ${spread('n', 'coach', staffOfMunicipality - 1)}`;
  return `
  insert into client (id, organization_id, handler_id, first_name, birth_year, goal, needs, plan_type, home_municipality_code, created_by, created_at, updated_at)
  select ${seededId('client', 'n')}, o.id, ${seededId('person', coach)}, ${oneOf(firstNames, 'n', 'name')}, 1962 + ${spread('n', 'year', 44)},
         'Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.', '{transport}', 'employment', o.home_municipality_code,
         ${seededId('person', coach)}, '2025-11-24', '2025-11-24'
    from generate_series(1, ${clients}) n join organization o on o.id = ${seededId('municipality', `1 + n % ${municipalities}`)};
  insert into client_identity (client_id, organization_id, surname)
  select ${seededId('client', 'n')}, ${seededId('municipality', `1 + n % ${municipalities}`)}, 'Sukunimi ' || n from generate_series(1, ${clients}) n;
  insert into client_contact (client_id, organization_id, way, phone)
  select ${seededId('client', 'n')}, ${seededId('municipality', `1 + n % ${municipalities}`)}, 'phone', '+358 40 000 0000' from generate_series(1, ${clients}) n`;
};
