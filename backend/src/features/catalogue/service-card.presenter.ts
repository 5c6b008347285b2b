import { freshnessOf } from '@rinnalla/shared/catalogue/freshness';
import type { ServiceCardView } from '@rinnalla/shared/catalogue/service';
import type { Localized } from '@rinnalla/shared/kernel/localized';
import type { OrganizationKind } from '@rinnalla/shared/organization/role';
import type { MunicipalityRegister } from './municipality-register.js';

/** A row of `cardColumns`. */
export interface ServiceCardRow {
  id: string;
  title: Localized;
  summary: Localized;
  keywords: Partial<Record<'fi' | 'sv' | 'en', string[]>>;
  competences: string[];
  referral_mode: string;
  category: string | null;
  origin: 'local' | 'ptv' | 'demonstration';
  nationwide: boolean;
  municipalities: string[];
  delivery_modes: string[];
  languages: string[];
  support: string[];
  accessibility: string[];
  free_places: number;
  waitlist_open: boolean;
  waitlist_length: number;
  has_offerings: boolean;
  continuous: boolean;
  start_days: string[];
  places_updated_at: Date | null;
  usual_answer_days: number | null;
  assured_at: Date | null;
  organization_id: string;
  organization_name: Localized;
  organization_kind: OrganizationKind;
}

export interface CardCircumstances {
  now: Date;
  /** `YYYY-MM-DD` in Helsinki. */
  today: string;
  register: MunicipalityRegister;
  /** From where the distance is told. */
  from?: string | undefined;
  matched?: readonly string[] | undefined;
}

export const presentMunicipalities = (codes: readonly string[], register: MunicipalityRegister) =>
  codes.flatMap((code) => {
    const found = register.find(code);
    return found ? [{ code, name: { fi: found.name.fi, sv: found.name.sv } }] : [];
  });

export const presentPlaces = (
  row: Pick<
    ServiceCardRow,
    'has_offerings' | 'free_places' | 'waitlist_open' | 'waitlist_length' | 'places_updated_at'
  >,
): ServiceCardView['places'] =>
  row.has_offerings && row.places_updated_at
    ? {
        free: row.free_places,
        updatedAt: row.places_updated_at.toISOString(),
        waitlistOpen: row.waitlist_open,
        waitlistLength: row.waitlist_length,
      }
    : null;

export const presentNextStart = (
  row: Pick<ServiceCardRow, 'continuous' | 'start_days'>,
  today: string,
): ServiceCardView['nextStart'] => ({
  continuous: row.continuous,
  on: row.start_days.find((day) => day >= today) ?? null,
});

/** Names every field of a search hit. */
export const presentServiceCard = (
  row: ServiceCardRow,
  { now, today, register, from, matched }: CardCircumstances,
): ServiceCardView => ({
  id: row.id,
  title: row.title,
  summary: row.summary,
  category: row.category,
  organization: { id: row.organization_id, name: row.organization_name, kind: row.organization_kind },
  nationwide: row.nationwide,
  municipalities: presentMunicipalities(row.municipalities, register),
  deliveryModes: row.delivery_modes,
  languages: row.languages,
  support: row.support,
  accessibility: row.accessibility,
  referralMode: row.referral_mode,
  places: presentPlaces(row),
  nextStart: presentNextStart(row, today),
  usualAnswerDays: row.usual_answer_days,
  assuredAt: row.assured_at?.toISOString() ?? null,
  freshness: row.assured_at && freshnessOf(row.assured_at, now),
  origin: row.origin === 'ptv' ? 'ptv' : 'rinnalla',
  demo: row.origin === 'demonstration',
  matched: [...(matched ?? [])],
  distanceKm: from && !row.nationwide ? (register.distanceKm(from, row.municipalities) ?? null) : null,
});
