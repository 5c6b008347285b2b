import type { AddressVisibility, OfferingStatus } from '@rinnalla/shared/catalogue/offering';
import type { Localized } from '@rinnalla/shared/kernel/localized';

/** An offering as `offeringsOf` reads it: dates as `YYYY-MM-DD`, instants as PostgreSQL writes them in JSON. */
export interface OfferingRow {
  id: string;
  code: string;
  version: number;
  intake: 'continuous' | 'group';
  status: OfferingStatus | 'full' | 'running';
  startsOn: string | null;
  endsOn: string | null;
  applyBy: string | null;
  minToRun: number | null;
  decisionOn: string | null;
  capacityMax: number;
  reserved: number;
  inUse: number;
  waitlistOpen: boolean;
  waitlistLimit: number | null;
  waitlistLength: number;
  offerExpiryHours: number;
  placesUpdatedAt: string;
  transport: Localized;
  weeklyTimes: { weekday: number; startsAt: string; endsAt: string }[];
  scheduleText: Localized;
  languages: string[] | null;
  startInstructions: Localized;
  location: {
    municipality: string;
    address: string | null;
    entranceNote: Localized;
    latitude: number | null;
    longitude: number | null;
    addressVisibility: AddressVisibility;
  } | null;
}

/** The offerings of a service as one JSON column. Row-level security decides whether the place is among them. */
export const offeringsOf = (service: string): string => `coalesce((
  select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'version', o.version, 'intake', o.intake, 'status', o.status,
           'startsOn', o.starts_on, 'endsOn', o.ends_on, 'applyBy', o.apply_by, 'minToRun', o.min_to_run, 'decisionOn', o.decision_on,
           'capacityMax', o.capacity_max, 'reserved', o.reserved, 'inUse', o.in_use, 'waitlistOpen', o.waitlist_open,
           'waitlistLimit', o.waitlist_limit, 'waitlistLength', o.waitlist_length, 'offerExpiryHours', o.offer_expiry_hours,
           'placesUpdatedAt', o.places_updated_at, 'transport', o.transport, 'weeklyTimes', o.weekly_times, 'scheduleText', o.schedule_text,
           'languages', o.languages, 'startInstructions', o.start_instructions,
           'location', case when l.offering_id is not null then jsonb_build_object('municipality', l.municipality_code, 'address', l.street_address,
              'entranceNote', l.entrance, 'latitude', l.latitude, 'longitude', l.longitude, 'addressVisibility', l.visibility) end)
         order by o.status = 'open' desc, o.starts_on nulls first, o.code)
    from offering o left join offering_location l on l.offering_id = o.id where o.service_id = ${service}), '[]')`;
