import { addDays, type LocalDate } from '@rinnalla/shared/kernel/local-date';
import { isWorkingDay, nextWorkingDay } from '@rinnalla/shared/kernel/working-days';
import type { ClientBase } from 'pg';
import { readMunicipalities } from '../../features/catalogue/registers.js';
import { contentColumns, derivedColumns, writtenOf } from '../../features/catalogue/service-columns.js';
import { stableId } from '../../features/catalogue/stable-id.js';
import type {
  Demonstration,
  DemonstrationOrganization,
  DemonstrationService,
} from './demonstration-files.js';
import { instantOf } from './referral-stories.js';
import { contentOf } from './demonstration-service.js';

const columns = [...contentColumns, ...derivedColumns].join(', ');
const insertService = `
  insert into service (id, organization_id, status, origin, source_id, ${columns}, search_document, search_words,
                       assured_at, published_at, created_at, updated_at)
  select $1, $2, 'published', 'demonstration', $3, ${columns}, app.search_document($5::jsonb), $6, $7, $7, $7, $7
    from jsonb_populate_record(null::service, $4::jsonb)
  on conflict do nothing`;
const insertOffering = `
  insert into offering (id, service_id, organization_id, code, intake, starts_on, ends_on, capacity_max,
                        schedule_text, transport, start_instructions, places_updated_at, source_id, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $12) on conflict do nothing`;
const insertLocation = `
  insert into offering_location (offering_id, organization_id, municipality_code, visibility, street_address, latitude, longitude)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`;

const hourMs = 60 * 60 * 1000;
const startInstructions = {
  fi: 'Tule paikalle vartin verran etuajassa ja ota mukaan henkilöllisyystodistus. Työntekijä on ovella vastassa.',
  sv: 'Kom en kvart i förväg och ta med en identitetshandling. En medarbetare möter dig vid dörren.',
  en: 'Come a quarter of an hour early and bring an identity document. A worker meets you at the door.',
};

/** Most were confirmed lately, some a while ago and a few too long ago: the lists show all three. */
const confirmedDaysAgo = (index: number): number => {
  if (index % 41 === 40) return 200;
  return index % 17 === 16 ? 110 : (index * 7) % 60;
};

/** Within the last four working days, in office hours. */
const placesUpdatedAt = (today: LocalDate, index: number): Date =>
  instantOf(today, {
    day: -1 - (index % 4),
    time: `${8 + (index % 8)}.${10 + ((index * 7) % 50)}`.padStart(5, '0'),
  });

const workingDayFrom = (day: LocalDate): LocalDate => (isWorkingDay(day) ? day : nextWorkingDay(day));

/**
 * The services of the invented associations, with days counted from today. Places are the free ones and those that
 * `held` will take: each taken place is somebody's.
 */
export const loadServices = async (
  owner: ClientBase,
  demonstration: Demonstration,
  now: Date,
  today: LocalDate,
  held: ReadonlyMap<string, number>,
): Promise<void> => {
  const codes = new Map(readMunicipalities().map(({ code, name }) => [name.fi, code]));
  const organizations = new Map(
    demonstration.organizations.map((organization) => [organization.id, organization]),
  );
  for (const [index, service] of demonstration.services.entries()) {
    const organization = organizations.get(service.organisationId);
    if (!organization) throw new Error(`${service.id} belongs to nobody.`);
    const written = writtenOf(contentOf(service, contactsOf(organization)), [organization.name]);
    await owner.query(insertService, [
      stableId(service.id),
      stableId(organization.id),
      service.id,
      JSON.stringify(written.row),
      JSON.stringify(written.texts),
      written.words,
      new Date(now.getTime() - confirmedDaysAgo(index) * 24 * hourMs),
    ]);
    await loadOffering(owner, service, { now, today, index, codes, held });
  }
};

const contactsOf = ({ email }: DemonstrationOrganization) => ({
  contact: {
    role: { fi: 'Palveluohjaaja', sv: 'Servicehandledare', en: 'Service adviser' },
    phone: '+358 40 000 0000',
    email,
  },
  substituteContact: { role: { fi: 'Toiminnanjohtaja', sv: 'Verksamhetsledare', en: 'Director' }, email },
});

interface Circumstances {
  now: Date;
  today: LocalDate;
  index: number;
  codes: ReadonlyMap<string, string>;
  held: ReadonlyMap<string, number>;
}

const loadOffering = async (
  owner: ClientBase,
  service: DemonstrationService,
  { today, index, codes, held }: Circumstances,
): Promise<void> => {
  const { offering, location } = service;
  const startsOn =
    offering.nextStart.offsetDays === null
      ? null
      : workingDayFrom(addDays(today, offering.nextStart.offsetDays));
  const endsOn = startsOn && offering.durationWeeks ? addDays(startsOn, offering.durationWeeks * 7) : null;
  await owner.query(insertOffering, [
    stableId(offering.id),
    stableId(service.id),
    stableId(service.organisationId),
    startsOn ? startsOn.slice(0, 7) : 'jatkuva',
    offering.intake,
    startsOn,
    endsOn,
    offering.capacity.available + (held.get(service.id) ?? 0),
    { fi: offering.intensity },
    service.features.includes('bus')
      ? { fi: 'Bussipysäkki on lähellä.', sv: 'Busshållplatsen är nära.', en: 'The bus stop is near.' }
      : {},
    startInstructions,
    placesUpdatedAt(today, index),
    offering.id,
  ]);
  if (!location) return;
  await owner.query(insertLocation, [
    stableId(offering.id),
    stableId(service.organisationId),
    codes.get(location.municipality),
    location.addressVisibility,
    `Esimerkkikatu ${(index % 60) + 1}`,
    location.lat,
    location.lon,
  ]);
};
