import {
  freePlacesOf,
  type OfferingStatus,
  type OwnOfferingView,
  type PublicOfferingView,
} from '@rinnalla/shared/catalogue/offering';
import type { OfferingRow } from './offering-row.js';

/** Full and running are derived on the screen from places and days. */
export const statusOf = (status: OfferingRow['status']): OfferingStatus =>
  status === 'full' || status === 'running' ? 'open' : status;
const instant = (text: string): string => new Date(text).toISOString();

/** Names every field of an offering that anybody may read. */
export const presentOffering = (row: OfferingRow): PublicOfferingView => ({
  id: row.id,
  code: row.code,
  intake: row.intake,
  status: statusOf(row.status),
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  applyBy: row.applyBy && instant(row.applyBy),
  minToRun: row.minToRun,
  decisionOn: row.decisionOn,
  capacityMax: row.capacityMax,
  freePlaces: freePlacesOf(row),
  placesUpdatedAt: instant(row.placesUpdatedAt),
  waitlistOpen: row.waitlistOpen,
  waitlistLength: row.waitlistLength,
  location: row.location,
  transport: row.transport,
  weeklyTimes: row.weeklyTimes,
  scheduleText: row.scheduleText,
  languages: row.languages ?? [],
});

/** And what its own organization reads besides. */
export const presentOwnOffering = (row: OfferingRow): OwnOfferingView => ({
  ...presentOffering(row),
  version: row.version,
  reserved: row.reserved,
  inUse: row.inUse,
  waitlistLimit: row.waitlistLimit,
  offerExpiryHours: row.offerExpiryHours,
  startInstructions: row.startInstructions,
});
