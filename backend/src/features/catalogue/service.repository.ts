import { Injectable } from '@nestjs/common';
import type { OfferingContent } from '@rinnalla/shared/catalogue/offering';
import type { ServiceContent } from '@rinnalla/shared/catalogue/service-content';
import type { ServiceStatus } from '@rinnalla/shared/catalogue/service-lifecycle';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { contentColumns, derivedColumns, writtenOf } from './service-columns.js';

const columns = [...contentColumns, ...derivedColumns].join(', ');

const insertService = statement(
  'service-insert',
  `insert into service (organization_id, ${columns}, search_document, search_words, created_at, updated_at)
   select app.managed_organization(), ${columns}, app.search_document($2::jsonb), $3, $4, $4 from jsonb_populate_record(null::service, $1::jsonb)
   returning id`,
);
const updateContent = statement(
  'service-update-content',
  `update service s set (${columns}) = (select ${columns} from jsonb_populate_record(null::service, $3::jsonb)),
          search_document = app.search_document($4::jsonb), search_words = $5, version = s.version + 1, updated_at = $6
    where s.id = $1 and s.version = $2 returning s.version`,
);
const updateStatus = statement(
  'service-update-status',
  `update service set status = $3, version = version + 1, updated_at = $4,
          published_at = case when $3 = 'published' then coalesce(published_at, $4) else published_at end,
          assured_at = case when $3 = 'published' then $4 else assured_at end,
          assured_by = case when $3 = 'published' then app.person() else assured_by end
    where id = $1 and version = $2 returning version`,
);
/** A confirmation changes no content: others who write are not disturbed by a new version. */
const confirm = statement(
  'service-confirm',
  `update service set assured_at = $3, assured_by = app.person() where id = $1 and version = $2 returning version`,
);

const offeringColumns = `code, status, intake, starts_on, ends_on, apply_by, min_to_run, decision_on, capacity_max, waitlist_open, waitlist_limit,
  offer_expiry_hours, schedule_text, transport, start_instructions, weekly_times, languages`;
const insertOffering = statement(
  'offering-insert',
  `insert into offering (service_id, organization_id, ${offeringColumns}, places_updated_at, created_at)
   select $1, app.managed_organization(), ${offeringColumns}, $3, $3 from jsonb_populate_record(null::offering, $2::jsonb) returning id`,
);
const updateOffering = statement(
  'offering-update',
  `update offering o set (${offeringColumns}) = (select ${offeringColumns} from jsonb_populate_record(null::offering, $3::jsonb)),
          version = o.version + 1, places_updated_at = $4
    where o.id = $1 and o.version = $2 returning o.version`,
);
const putLocation = statement(
  'offering-location-put',
  `insert into offering_location (offering_id, organization_id, municipality_code, visibility, street_address, entrance, latitude, longitude)
   values ($1, app.managed_organization(), $2, $3, $4, $5, $6, $7)
   on conflict (offering_id) do update set municipality_code = excluded.municipality_code, visibility = excluded.visibility,
     street_address = excluded.street_address, entrance = excluded.entrance, latitude = excluded.latitude, longitude = excluded.longitude`,
);
const clearLocation = statement(
  'offering-location-clear',
  'delete from offering_location where offering_id = $1',
);
const freePlaces = statement(
  'offering-free-places',
  `update offering set capacity_max = in_use + reserved + $3, over_booked_reason = null, version = version + 1, places_updated_at = $4
    where id = $1 and version = $2 and organization_id = (select app.case_organization()) returning version`,
);

/** Writes services and offerings of the acting organization. A version that has been passed is refused with `changedMeanwhile`. */
@Injectable()
export class ServiceRepository {
  constructor(private readonly database: Database) {}

  async add(content: ServiceContent, organizationNames: readonly string[], at: Date): Promise<string> {
    const { row, texts, words } = writtenOf(content, organizationNames);
    const added = await this.database.row<{ id: string }>(insertService, [
      JSON.stringify(row),
      JSON.stringify(texts),
      words,
      at,
    ]);
    if (!added) throw new Error('The service was not inserted.');
    return added.id;
  }

  async saveContent(
    id: string,
    version: number,
    content: ServiceContent,
    organizationNames: readonly string[],
    at: Date,
  ): Promise<void> {
    const { row, texts, words } = writtenOf(content, organizationNames);
    await this.guarded(updateContent, [id, version, JSON.stringify(row), JSON.stringify(texts), words, at]);
  }

  saveStatus(id: string, version: number, status: ServiceStatus, at: Date): Promise<void> {
    return this.guarded(updateStatus, [id, version, status, at]);
  }

  confirm(id: string, version: number, at: Date): Promise<void> {
    return this.guarded(confirm, [id, version, at]);
  }

  async addOffering(serviceId: string, code: string, offering: OfferingContent, at: Date): Promise<string> {
    const added = await this.database.row<{ id: string }>(insertOffering, [
      serviceId,
      JSON.stringify(rowOf(offering, code)),
      at,
    ]);
    if (!added) throw new Error('The offering was not inserted.');
    await this.saveLocation(added.id, offering.location);
    return added.id;
  }

  async saveOffering(
    id: string,
    version: number,
    code: string,
    offering: OfferingContent,
    at: Date,
  ): Promise<void> {
    await this.guarded(updateOffering, [id, version, JSON.stringify(rowOf(offering, code)), at]);
    await this.saveLocation(id, offering.location);
  }

  setFreePlaces(id: string, version: number, free: number, at: Date): Promise<void> {
    return this.guarded(freePlaces, [id, version, free, at]);
  }

  private async saveLocation(offeringId: string, location: OfferingContent['location']): Promise<void> {
    if (!location) {
      await this.database.rows(clearLocation, [offeringId]);
      return;
    }
    const { municipality, addressVisibility, address, entranceNote, latitude, longitude } = location;
    await this.database.rows(putLocation, [
      offeringId,
      municipality,
      addressVisibility,
      address,
      entranceNote,
      latitude,
      longitude,
    ]);
  }

  private async guarded(update: typeof confirm, values: readonly unknown[]): Promise<void> {
    if (!(await this.database.row(update, values))) throw new Problem('changedMeanwhile');
  }
}

const rowOf = (offering: OfferingContent, code: string) => ({
  code,
  status: offering.status,
  intake: offering.intake,
  starts_on: offering.startsOn,
  ends_on: offering.endsOn,
  apply_by: offering.applyBy,
  min_to_run: offering.minToRun,
  decision_on: offering.decisionOn,
  capacity_max: offering.capacityMax,
  waitlist_open: offering.waitlistOpen,
  waitlist_limit: offering.waitlistLimit,
  offer_expiry_hours: offering.offerExpiryHours,
  schedule_text: offering.scheduleText,
  transport: offering.transport,
  start_instructions: offering.startInstructions,
  weekly_times: offering.weeklyTimes,
  languages: offering.languages.length > 0 ? offering.languages : null,
});
