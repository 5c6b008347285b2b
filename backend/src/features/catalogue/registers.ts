import { readFileSync } from 'node:fs';

/** The registers as they are carried in `backend/registers`; NOTICE.md there says where each comes from. */
export interface MunicipalityRecord {
  code: string;
  name: { fi: string; sv: string; en: string };
  /** "Kouvolan". */
  genitiveFi: string;
  /** "Kouvolassa", "Tampereella". */
  locativeFi: string;
  /** "Kouvolaan", "Tampereelle". */
  directionalFi: string;
  /** "i Kouvola", "på Kimitoön". */
  locativeSv: string;
  employmentArea: string;
  region: string;
  wellbeingCounty: string;
  /** Official languages of the municipality. */
  languages: ('fi' | 'sv')[];
  urbanity: 'urban' | 'semi_urban' | 'rural';
  latitude: number;
  longitude: number;
  population2022: number | null;
  authority: { name: string; businessId: string | null };
}

export interface RegionRecord {
  code: string;
  fi: string;
  sv: string;
}

export interface EmploymentAreaRecord {
  code: string;
  name: { fi: string; sv: string; en: string };
  municipalities: string[];
}

export interface PtvCodeRecord {
  code: string;
  parent: string | null;
  name: { fi: string; sv: string; en: string };
}

const read = <Content>(file: string): Content =>
  JSON.parse(readFileSync(new URL(import.meta.resolve(`#registers/${file}`)), 'utf8')) as Content;

export const readMunicipalities = (): MunicipalityRecord[] => read('municipalities.json');
export const readRegions = (): RegionRecord[] => read('regions.json');
export const readEmploymentAreas = (): EmploymentAreaRecord[] => read('employment-areas.json');
export const readPtvCodes = (scheme: 'service-classes' | 'target-groups' | 'life-events'): PtvCodeRecord[] =>
  read(`ptv-${scheme}.json`);
