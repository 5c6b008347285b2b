import { readFile } from 'node:fs/promises';
import { disclosureRecords } from '@rinnalla/shared/client/data-regime';
import { localDate } from '@rinnalla/shared/kernel/local-date';
import type { QueryResult, QueryResultRow } from 'pg';
import { z } from 'zod';

/** A pool or a connection of the owner's. */
interface Owner {
  query<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<QueryResult<Row>>;
}

const textFile = new URL(import.meta.resolve('#registers/disclosure-texts.json'));

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

const ended = `
  update disclosure_text set valid_to = $3::date where kind = $1 and version = $2 and valid_to is distinct from $3::date`;
const unchanged = `
  select body = $4::jsonb and valid_to is not distinct from $3::date as same from disclosure_text where kind = $1 and version = $2`;

/**
 * Loads the informing and consent texts as the owner; again changes nothing. The words of a version that records may
 * rest on stay as they are: changed words are a new version, and only the last day of an old one moves.
 * @returns how many versions are new.
 */
export const loadDisclosureTexts = async (owner: Owner): Promise<number> => {
  const texts = textsSchema.parse(JSON.parse(await readFile(textFile, 'utf8')));
  let added = 0;
  for (const { kind, version, validFrom, validTo, body: words } of texts) {
    const { rowCount } = await owner.query(
      `insert into disclosure_text (kind, version, valid_from, valid_to, body) values ($1, $2, $3, $4, $5)
       on conflict (kind, version) do nothing`,
      [kind, version, validFrom, validTo, words],
    );
    added += rowCount ?? 0;
    const values = [kind, version, validTo, words];
    await owner.query(ended, values.slice(0, 3));
    const { rows } = await owner.query<{ same: boolean }>(unchanged, values);
    if (!rows[0]?.same)
      throw new Error(
        `The words of the ${kind} text, version ${version}, have changed: give them a new version.`,
      );
  }
  return added;
};
