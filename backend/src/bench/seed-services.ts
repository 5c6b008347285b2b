import { oneOf, type Scale, seededId } from './scale.js';

const kinds = [
  'Puupaja',
  'Tekstiilipaja',
  'Metallipaja',
  'Rinnallakulkija',
  'Työhönvalmennus',
  'Starttipaja',
  'Kierrätyspaja',
  'Digituki',
  'Ruokapaja',
  'Mediapaja',
  'Pyöräpaja',
  'Vertaisryhmä',
  'Uravalmennus',
  'Puutarharyhmä',
  'Kielikahvila',
  'Etsivä työ',
  'Taidepaja',
];
const places = [
  'Kaarna',
  'Tuuli',
  'Verso',
  'Silta',
  'Polku',
  'Kulma',
  'Lähde',
  'Majakka',
  'Ankkuri',
  'Kipinä',
  'Pihlaja',
  'Kanerva',
  'Satama',
  'Tupa',
  'Ranta',
];
const doings = [
  'hiotaan lautoja ja korjataan vanhoja huonekaluja',
  'ommellaan ja kierrätetään kankaita',
  'valmistellaan lounasta pienessä ryhmässä',
  'harjoitellaan tietokoneen ja puhelimen käyttöä',
  'jutellaan, kuunnellaan ja lähdetään yhdessä liikkeelle',
  'etsitään työpaikkoja ja kirjoitetaan hakemuksia',
  'hoidetaan kasveja ja pihaa',
  'korjataan pyöriä',
];
const categories = ['workshop', 'work_coaching', 'youth', 'rehabilitative_work'];

/** Published services of the associations, each in its home municipality and a few others, with one offering always open. */
export const servicesSql = ({ municipalities, providers, services }: Scale): string => `
  create temporary table place as select code, row_number() over (order by code) as number from municipality;
  insert into service (id, organization_id, status, title, summary, description, how_to_get_in, category, target_groups, age_min, age_max, reporting_duty,
                       data_regime, municipalities, languages, delivery_modes, duration_weeks, contact, published_at, assured_at, search_document, search_words)
  select ${seededId('service', 'n')}, o.id, 'draft', jsonb_build_object('fi', title), jsonb_build_object('fi', brief), jsonb_build_object('fi', story),
         '{"fi": "Kysy omavalmentajaltasi tai soita meille."}', ${oneOf(categories, 'n', 'category')}, '{long_term_unemployed}', 18, 65, 'start_end', 'assignment',
         array[o.home_municipality_code] || array(
           select code from place where number in (1 + (n * 7) % ${municipalities}, 1 + (n * 11) % ${municipalities}, 1 + (n * 13) % ${municipalities})),
         '{fi}', '{onsite}', '{"min": 4, "typical": 12, "max": 26}', '{"role": {"fi": "Palveluohjaaja"}, "phone": "+358 40 000 0000"}',
         timestamptz '2026-09-01', timestamptz '2026-11-24' - make_interval(days => n % 60),
         app.search_document(jsonb_build_object('plain', title, 'fi', jsonb_build_object('a', title, 'b', sort, 'c', brief, 'd', story))),
         lower(unaccent(title || ' . ' || sort))
    from (select n, sort, sort || ' ' || place || ' ' || n as title, 'Opit työn perusteet ja saat tuen jatkopolkuun: ' || doing || '.' as brief,
                 'Täällä ' || doing || '. Aloitat omalla tahdillasi, ja ohjaaja on vieressä. Paikka ' || place || ' on lähellä bussipysäkkiä. Mukaan pääsee ilman aiempaa kokemusta.' as story
            from (select n, ${oneOf(kinds, 'n', 'kind')} as sort, ${oneOf(places, 'n', 'place')} as place, ${oneOf(doings, 'n', 'doing')} as doing
                    from generate_series(1, ${services}) n) chosen) written
    join organization o on o.id = ${seededId('provider', `1 + n % ${providers}`)};
  insert into offering (id, service_id, organization_id, code, intake, capacity_max, in_use, places_updated_at)
  select ${seededId('offering', 'n')}, ${seededId('service', 'n')}, ${seededId('provider', `1 + n % ${providers}`)}, 'jatkuva', 'continuous', 200, n % 190, '2026-11-24'
    from generate_series(1, ${services}) n;
  insert into offering_location (offering_id, organization_id, municipality_code, visibility, street_address, postal_code)
  select f.id, f.organization_id, o.home_municipality_code, 'public', 'Esimerkkikatu 1', '00000'
    from offering f join organization o on o.id = f.organization_id;
  -- Published last: the catalogue's read model is then written once, with its places.
  update service set status = 'published'`;
