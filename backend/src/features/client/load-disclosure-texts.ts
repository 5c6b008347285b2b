import { readFile } from 'node:fs/promises';
import { disclosureRecords } from '@rinnalla/shared/client/data-regime';
import { localDate } from '@rinnalla/shared/kernel/local-date';
import type { Pool } from 'pg';
import { z } from 'zod';

const textFile = new URL('../../../registers/disclosure-texts.json', import.meta.url);

/** Every version is written in the three languages and in easy Finnish. */
const body = z.strictObject({ fi: z.string(), sv: z.string(), en: z.string(), easyFi: z.string() });
const textsSchema = z.array(
  z.strictObject({
    kind: z.enum(disclosureRecords),
    version: z.number().int().min(1),
    validFrom: localDate,
    validTo: localDate.nullable(),
    body,
  }),
);

/**
 * Loads the informing and consent texts as the owner; again changes nothing. The words of a version that records may
 * rest on stay as they are: changed words are a new version, and only the last day of an old one moves.
 * @returns how many versions are new.
 */
export const loadDisclosureTexts = async (owner: Pick<Pool, 'query'>): Promise<number> => {
  const texts = textsSchema.parse(JSON.parse(await readFile(textFile, 'utf8')));
  let added = 0;
  for (const { kind, version, validFrom, validTo, body: words } of texts) {
    const { rowCount } = await owner.query(
      `insert into disclosure_text (kind, version, valid_from, valid_to, body) values ($1, $2, $3, $4, $5)
       on conflict (kind, version) do nothing`,
      [kind, version, validFrom, validTo, words],
    );
    added += rowCount ?? 0;
    const { rows } = await owner.query<{ same: boolean }>(
      `update disclosure_text set valid_to = $3 where kind = $1 and version = $2 returning body = $4::jsonb as same`,
      [kind, version, validTo, words],
    );
    if (!rows[0]?.same) throw new Error(`The words of the ${kind} text, version ${version}, have changed: give them a new version.`);
  }
  return added;
};
