import type { ClientBase } from 'pg';
import type { MunicipalityRecord } from './registers.js';
import { stableId } from './stable-id.js';

/** The municipality as an organization, by its code: the same row whoever comes first, demonstration or import. */
export const authorityId = (municipalityCode: string): string => stableId(`municipality:${municipalityCode}`);

const namesOf = ({ name, authority }: MunicipalityRecord) => {
  const isTown = authority.name.endsWith('kaupunki');
  return {
    fi: authority.name,
    sv: `${name.sv} ${isTown ? 'stad' : 'kommun'}`,
    en: isTown ? `City of ${name.en}` : `Municipality of ${name.en}`,
  };
};

/** Adds the municipality's organization unless it is there. */
export const ensureAuthority = async (
  owner: ClientBase,
  municipality: MunicipalityRecord,
  origin: 'ptv' | 'demonstration',
): Promise<void> => {
  await owner.query(
    `insert into organization (id, kind, business_id, name, home_municipality_code, employment_area_code, languages, origin, source_id)
     values ($1, 'municipality', $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      authorityId(municipality.code),
      municipality.authority.businessId,
      namesOf(municipality),
      municipality.code,
      municipality.employmentArea,
      municipality.languages,
      origin,
      `municipality:${municipality.code}`,
    ],
  );
};
