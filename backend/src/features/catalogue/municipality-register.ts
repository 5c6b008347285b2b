import { Injectable } from '@nestjs/common';
import { type MunicipalityRecord, readMunicipalities, readRegions, type RegionRecord } from './registers.js';

const earthRadiusKm = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres along the surface between two municipalities' centres. */
const distanceBetween = (a: MunicipalityRecord, b: MunicipalityRecord): number => {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(chord));
};

/** "Kouvolassa" → "Kouvolasta", "Tampereella" → "Tampereelta". */
const elativeOf = (locative: string): string =>
  locative.replace(/ss([aä])( Tl)?$/, 'st$1$2').replace(/ll([aä])( Tl)?$/, 'lt$1$2');

const lower = (text: string): string => text.toLowerCase();

/** The municipalities of Finland in memory: they change once a year, with the product. */
@Injectable()
export class MunicipalityRegister {
  readonly all: readonly MunicipalityRecord[] = readMunicipalities();
  readonly regions: readonly RegionRecord[] = readRegions();
  private readonly byCode = new Map(this.all.map((municipality) => [municipality.code, municipality]));
  private readonly byForm = new Map(
    this.all.flatMap((municipality) => formsOf(municipality).map((form) => [form, municipality])),
  );
  private readonly regionByForm = new Map(
    this.regions.flatMap((region) => regionFormsOf(region).map((form) => [form, region])),
  );

  find(code: string): MunicipalityRecord | undefined {
    return this.byCode.get(code);
  }

  /** By any form that a sentence has: "kouvola", "kouvolassa", "tampereelle", "i raseborg" without its "i". */
  findByForm(form: string): MunicipalityRecord | undefined {
    return this.byForm.get(lower(form));
  }

  findRegionByForm(form: string): RegionRecord | undefined {
    return this.regionByForm.get(lower(form));
  }

  codesOfRegion(regionCode: string): string[] {
    return this.all.filter(({ region }) => region === regionCode).map(({ code }) => code);
  }

  /** Kilometres to the nearest of `codes`, 0 when it is among them; undefined when there is none. */
  distanceKm(from: string, codes: readonly string[]): number | undefined {
    const origin = this.byCode.get(from);
    if (!origin) return undefined;
    const distances = codes.flatMap((code) => {
      const other = this.byCode.get(code);
      return other ? [distanceBetween(origin, other)] : [];
    });
    return distances.length > 0 ? Math.round(Math.min(...distances)) : undefined;
  }

  /** Distance from one municipality to every other, in kilometres by code. */
  distancesFrom(code: string): Record<string, number> {
    const origin = this.byCode.get(code);
    return origin
      ? Object.fromEntries(this.all.map((other) => [other.code, Math.round(distanceBetween(origin, other))]))
      : {};
  }

  /** Whether Swedish is an official language in any of them. */
  speaksSwedish(codes: readonly string[]): boolean {
    return codes.some((code) => this.byCode.get(code)?.languages.includes('sv'));
  }
}

const formsOf = ({ name, genitiveFi, locativeFi, directionalFi }: MunicipalityRecord): string[] =>
  [
    name.fi,
    name.sv,
    name.en,
    genitiveFi,
    locativeFi,
    directionalFi,
    elativeOf(locativeFi),
    `${name.sv}s`,
  ].map(lower);

/** "Pohjois-Pohjanmaa, -maan, -maalla, -maalle", "Kymenlaakso, -laakson, -laaksossa", and the Swedish name. */
const regionFormsOf = ({ fi, sv }: RegionRecord): string[] =>
  [fi, sv, `${fi}n`, `${fi}lla`, `${fi}lle`, `${fi}ssa`, `${fi}ssä`, `${fi}an`, `${fi}on`].map(lower);
