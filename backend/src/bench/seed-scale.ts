import type pg from 'pg';

/** How much of a country the database holds. Scale 1 is `design` scale: a region after some years. */
export interface Scale {
  municipalities: number;
  providers: number;
  people: number;
  services: number;
  clients: number;
  referrals: number;
  messages: number;
}

export const scaleOne: Scale = {
  municipalities: 60,
  providers: 440,
  people: 1_200,
  services: 2_000,
  clients: 25_000,
  referrals: 100_000,
  messages: 500_000,
};

export const timesScale = (scale: Scale, factor: number): Scale => ({
  ...scale,
  clients: scale.clients * factor,
  referrals: scale.referrals * factor,
  messages: scale.messages * factor,
});

/** The same number gives the same id in every run: seeds are deterministic. */
const id = (kind: string, number: string): string => `md5('${kind}' || (${number})::text)::uuid`;
/** A deterministic number below `below`, spread like a hash. */
const spread = (number: string, salt: string, below: number): string =>
  `((('x' || substr(md5('${salt}' || (${number})::text), 1, 7))::bit(28)::int) % ${below})`;
const pick = (array: string, number: string, salt: string, length: number): string =>
  `(${array})[1 + ${spread(number, salt, length)}]`;

const statuses = `array['sent','sent','acknowledged','acknowledged','clarification','waitlisted','accepted','accepted','started','started','started','closing','completed','completed','completed','completed','completed','interrupted','declined','declined','withdrawn']`;
const words = `array['Puupaja','Tekstiilipaja','Metallipaja','Rinnallakulkija','Työhönvalmennus','Starttipaja','Kierrätyspaja','Digituki','Ruokapaja','Mediapaja','Pyöräpaja','Vertaisryhmä','Uravalmennus','Puutarharyhmä','Kielikahvila','Miniduuni','Etsivä työ','Osaamistodistus','Kuntouttava työtoiminta','Taidepaja']`;
const places = `array['Kaarna','Tuuli','Verso','Silta','Polku','Kulma','Lähde','Majakka','Ankkuri','Kipinä','Pihlaja','Kanerva','Satama','Tupa','Ranta']`;

/** Fills an empty, migrated database with the registers loaded, as its owner, in a minute or two. */
export const seedScale = async (owner: pg.ClientBase, scale: Scale, tell: (line: string) => void): Promise<void> => {
  const run = async (what: string, sql: string): Promise<void> => {
    const started = performance.now();
    await owner.query(sql);
    tell(`${what}: ${Math.round(performance.now() - started)} ms`);
  };
  const { municipalities, providers, people, services, clients, referrals, messages } = scale;
  const workers = people - municipalities * 5;

  await run('organizations', `
    with place as (select code, row_number() over (order by code) as n from municipality)
    insert into organization (id, kind, name, home_municipality_code, case_prefix)
    select ${id('municipality', 'n')}, 'municipality', jsonb_build_object('fi', 'Kunta ' || n), code, 'K' || chr(64 + n::int / 26 + 1) || chr(65 + n::int % 26)
      from place where n <= ${municipalities}
    union all
    select ${id('provider', 'n')}, 'association', jsonb_build_object('fi', 'Yhdistys ' || n),
           (select code from place p where p.n = 1 + g.n % ${municipalities}), null
      from generate_series(1, ${providers}) as g (n)`);
  await run('people', `
    insert into person (id, email, given_name, surname)
    select ${id('person', 'n')}, 'person' || n || '@bench.example', 'Henkilö', 'Numero ' || n from generate_series(1, ${people}) n;
    insert into membership (id, person_id, organization_id, role, valid_from)
    select ${id('membership', 'n')}, ${id('person', 'n')}, ${id('municipality', `1 + (n - 1) % ${municipalities}`)},
           case when n <= ${municipalities} then 'coordinator' else 'coach' end, '2020-01-01'
      from generate_series(1, ${municipalities * 5}) n
    union all
    select ${id('membership', 'n')}, ${id('person', 'n')}, ${id('provider', `1 + (n - 1) % ${providers}`)},
           'providerWorker', '2020-01-01'
      from generate_series(${municipalities * 5 + 1}, ${people}) n;
    insert into session (token_hash, person_id, membership_id, created_at, last_seen_at, expires_at)
    select sha256(('bench-token-' || n)::bytea), ${id('person', 'n')}, ${id('membership', 'n')}, now(), '2099-01-01', '2100-01-01'
      from generate_series(1, ${people}) n`);
  await run('services', `
    insert into service (id, organization_id, status, title, summary, description, how_to_get_in, category, target_groups, age_min, age_max,
                         data_regime, municipalities, languages, delivery_modes, published_at, assured_at)
    select ${id('service', 'n')}, ${id('provider', `1 + n % ${providers}`)}, 'published',
           jsonb_build_object('fi', ${pick(words, 'n', 'word', 20)} || ' ' || ${pick(places, 'n', 'place', 15)} || ' ' || n),
           jsonb_build_object('fi', 'Opit työn perusteet ja saat valmentajan tuen jatkopolkuun paikassa ' || ${pick(places, 'n', 'place', 15)} || '.'),
           jsonb_build_object('fi', repeat(${pick(words, 'n', 'text', 20)} || ' auttaa löytämään oman rytmin. Aloitat omalla tahdillasi ja ohjaaja on vieressä. ', 5)),
           jsonb_build_object('fi', 'Kysy omavalmentajaltasi.'), 'workshop', '{long_term_unemployed}', 18, 65, 'assignment',
           array(select code from municipality where code >= '${'0'}' order by md5(code || (1 + n % ${providers})::text) limit 3)
             || array[(select home_municipality_code from organization where id = ${id('provider', `1 + n % ${providers}`)})],
           '{fi}', '{onsite}', now(), now()
      from generate_series(1, ${services}) n;
    insert into offering (id, service_id, organization_id, code, intake, capacity_max)
    select ${id('offering', 'n')}, ${id('service', 'n')}, ${id('provider', `1 + n % ${providers}`)}, 'B' || n, 'continuous', 10000
      from generate_series(1, ${services}) n`);
  const sender = `1 + n % ${municipalities}`;
  const coach = `${municipalities} + 1 + (n % ${municipalities}) + ${municipalities} * ${spread('n', 'coach', 4)}`;
  await run('clients', `
    insert into client (id, organization_id, handler_id, first_name, birth_year, goal, home_municipality_code, created_by, created_at, updated_at)
    select ${id('client', 'n')}, ${id('municipality', sender)}, ${id('person', coach)},
           ${pick(`array['Anna','Jari','Minna','Eetu','Leena','Mikko','Aino','Ville','Sari','Pekka']`, 'n', 'name', 10)},
           1960 + ${spread('n', 'year', 45)}, 'Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.',
           (select home_municipality_code from organization where id = ${id('municipality', sender)}), ${id('person', coach)}, now(), now()
      from generate_series(1, ${clients}) n;
    insert into client_identity (client_id, organization_id, surname)
    select id, organization_id, 'Sukunimi' from client;
    insert into client_contact (client_id, organization_id, way, phone)
    select id, organization_id, 'phone', '040 000 0000' from client`);
  await run('referrals', `
    insert into referral (id, case_number, version, status, status_since, client_id, sender_organization_id, handler_id, handler_name,
                          provider_organization_id, service_id, offering_id, urgency, sent_at, due_at, answer_started_at, answer_due_at, created_at, updated_at)
    select ${id('referral', 'n')}, 'B-' || n, 3, status, at, ${id('client', `1 + (n - 1) % ${clients}`)}, c.organization_id, c.handler_id, 'Henkilö',
           s.organization_id, s.id, ${id('offering', `1 + ${spread('n', 'service', services)}`)}, ${pick(`array['K1','K2','K3','K3','K3','K4']`, 'n', 'urgency', 6)},
           at, case when status in ('completed', 'interrupted', 'declined', 'withdrawn') then null else at + interval '5 days' end, at, at + interval '5 days', at, at
      from (select n, ${pick(statuses, 'n', 'status', 21)} as status,
                   timestamptz '2026-11-24 08:00+02' - make_interval(hours => ${spread('n', 'hours', 8760)}) as at
              from generate_series(1, ${referrals}) n) r
      join client c on c.id = ${id('client', `1 + (n - 1) % ${clients}`)}
      join service s on s.id = ${id('service', `1 + ${spread('n', 'service', services)}`)};
    insert into referral_content (referral_id, first_name, goal, plan_type, language, age_band, municipality_code)
    select r.id, c.first_name, c.goal, 'employment', 'fi', '30–39', c.home_municipality_code
      from referral r join client c on c.id = r.client_id`);
  await run('steps', `
    insert into referral_step (referral_id, version, action, from_status, to_status, at, actor_name, organization_id, role)
    select id, 2, 'send', 'draft', 'sent', sent_at, 'Henkilö', sender_organization_id, 'coach' from referral
    union all
    select id, 3, 'acknowledge', 'sent', status, status_since, 'Henkilö', provider_organization_id, 'providerWorker' from referral where status <> 'sent'`);
  await run('conversations', `
    insert into conversation (id, referral_id, last_seq, last_entry_at)
    select md5('conversation' || r.id::text)::uuid, r.id, ${messages / referrals}, r.sent_at from referral r`);
  await run('messages', `
    insert into conversation_entry (conversation_id, seq, kind, at, person_id, sender_name, organization_id, client_message_id, body)
    select c.id, s.seq, 'message', c.last_entry_at, r.handler_id, 'Henkilö', r.sender_organization_id,
           md5(c.id::text || s.seq)::uuid, 'Soitin tänään, sopii hyvin. Tavataan torstaina kello yksi kirjastolla.'
      from conversation c join referral r on r.id = c.referral_id cross join generate_series(1, ${messages / referrals}) as s (seq)`);
  tell(`${workers} workers of associations`);
  await run('statistics for the planner', 'vacuum analyze');
};
