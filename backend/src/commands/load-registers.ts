import type { ClientBase } from 'pg';
import {
  readEmploymentAreas,
  readMunicipalities,
  readPtvCodes,
  readRegions,
} from '../features/catalogue/registers.js';
import { loadDisclosureTexts } from '../features/client/load-disclosure-texts.js';

const employmentAreas = `
  insert into employment_area (code, name)
  select code, name from jsonb_to_recordset($1::jsonb) as given (code text, name jsonb)
  on conflict (code) do update set name = excluded.name where employment_area.name is distinct from excluded.name`;

const municipalities = `
  insert into municipality as kept (code, name, genitive_fi, locative_fi, directional_fi, locative_sv, employment_area_code, region_code, region_name,
                                    wellbeing_county_code, bilingual, latitude, longitude)
  select code, name, genitive_fi, locative_fi, directional_fi, locative_sv, employment_area_code, region_code, region_name,
         wellbeing_county_code, bilingual, latitude, longitude
    from jsonb_populate_recordset(null::municipality, $1::jsonb)
  on conflict (code) do update
    set name = excluded.name, genitive_fi = excluded.genitive_fi, locative_fi = excluded.locative_fi, directional_fi = excluded.directional_fi,
        locative_sv = excluded.locative_sv, employment_area_code = excluded.employment_area_code, region_code = excluded.region_code,
        region_name = excluded.region_name, wellbeing_county_code = excluded.wellbeing_county_code, bilingual = excluded.bilingual,
        latitude = excluded.latitude, longitude = excluded.longitude
    where kept is distinct from excluded`;

const ptvCodes = `
  insert into ptv_code as kept (scheme, code, parent_code, name)
  select $2, code, parent, name from jsonb_to_recordset($1::jsonb) as given (code text, parent text, name jsonb)
  on conflict (scheme, code) do update set parent_code = excluded.parent_code, name = excluded.name where kept is distinct from excluded`;

/** Writes the carried registers into their tables; what is the same already is not touched. */
export const loadRegisters = async (owner: ClientBase): Promise<void> => {
  const regions = new Map(readRegions().map(({ code, fi, sv }) => [code, { fi, sv }]));
  await owner.query(employmentAreas, [JSON.stringify(readEmploymentAreas())]);
  await owner.query(municipalities, [
    JSON.stringify(
      readMunicipalities().map((municipality) => ({
        code: municipality.code,
        name: municipality.name,
        genitive_fi: municipality.genitiveFi,
        locative_fi: municipality.locativeFi,
        directional_fi: municipality.directionalFi,
        locative_sv: municipality.locativeSv,
        employment_area_code: municipality.employmentArea,
        region_code: municipality.region,
        region_name: regions.get(municipality.region),
        wellbeing_county_code: municipality.wellbeingCounty,
        bilingual: municipality.languages.includes('sv'),
        latitude: municipality.latitude,
        longitude: municipality.longitude,
      })),
    ),
  ]);
  await owner.query(ptvCodes, [JSON.stringify(readPtvCodes('service-classes')), 'serviceClass']);
  await owner.query(ptvCodes, [JSON.stringify(readPtvCodes('target-groups')), 'targetGroup']);
  await owner.query(ptvCodes, [JSON.stringify(readPtvCodes('life-events')), 'lifeEvent']);
  await loadDisclosureTexts(owner);
};
