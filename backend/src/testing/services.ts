import { randomUUID } from 'node:crypto';
import type { DataRegime } from '@rinnalla/shared/catalogue/funding';
import type { ServiceStatus } from '@rinnalla/shared/catalogue/service-lifecycle';
import type { Pool } from 'pg';

export interface AService {
  organizationId: string;
  title?: string;
  status?: ServiceStatus;
  dataRegime?: DataRegime | null;
  statutoryBases?: string[];
  municipalities?: string[];
  nationwide?: boolean;
  category?: string;
  ageMin?: number;
  ageMax?: number;
  reportingDuty?: 'none' | 'start_end' | 'attendance' | 'monthly' | 'full';
  referralMode?: 'referral' | 'self' | 'both';
  typicalWeeks?: number;
}

/** A service as the owner writes it, published unless said otherwise. */
export const aService = async (owner: Pool, given: AService): Promise<string> => {
  const id = randomUUID();
  await owner.query(
    `insert into service (id, organization_id, status, title, data_regime, statutory_bases, municipalities, nationwide, category, age_min, age_max,
                          reporting_duty, referral_mode, duration_weeks)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      id,
      given.organizationId,
      given.status ?? 'published',
      { fi: given.title ?? 'Rinnallakulkija' },
      given.dataRegime === undefined ? 'assignment' : given.dataRegime,
      given.statutoryBases ?? [],
      given.municipalities ?? [],
      given.nationwide ?? false,
      given.category ?? null,
      given.ageMin ?? null,
      given.ageMax ?? null,
      given.reportingDuty ?? 'start_end',
      given.referralMode ?? 'both',
      given.typicalWeeks ? { typical: given.typicalWeeks } : {},
    ],
  );
  return id;
};

export interface AnOffering {
  serviceId: string;
  organizationId: string;
  code?: string;
  places?: number;
  startsOn?: string;
  status?: 'planned' | 'open' | 'ended' | 'cancelled';
  /** Where it happens, with the address's visibility. */
  address?: { street: string; visibility: 'public' | 'on_acceptance' | 'never' };
}

/** An open offering of six places, of continuous intake unless it has a day to start. */
export const anOffering = async (owner: Pool, given: AnOffering): Promise<string> => {
  const id = randomUUID();
  await owner.query(
    `insert into offering (id, service_id, organization_id, code, status, intake, starts_on, capacity_max) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      given.serviceId,
      given.organizationId,
      given.code ?? 'A',
      given.status ?? 'open',
      given.startsOn ? 'group' : 'continuous',
      given.startsOn ?? null,
      given.places ?? 6,
    ],
  );
  if (given.address)
    await owner.query(
      `insert into offering_location (offering_id, organization_id, visibility, street_address) values ($1, $2, $3, $4)`,
      [id, given.organizationId, given.address.visibility, given.address.street],
    );
  return id;
};
