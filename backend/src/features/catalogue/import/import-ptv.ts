import { emptyServiceContent } from '@rinnalla/shared/catalogue/service-content';
import type { ClientBase } from 'pg';
import { authorityId, ensureAuthority } from '../municipal-authority.js';
import type { MunicipalityRecord } from '../registers.js';
import { writtenOf } from '../service-columns.js';
import { stableId } from '../stable-id.js';
import { type BadRow, hashOf, type PtvService, readPtvServices } from './ptv-services.js';

export interface ImportResult {
  added: number;
  changed: number;
  unchanged: number;
  bad: BadRow[];
}

export interface PtvImport {
  text: string;
  municipalities: readonly MunicipalityRecord[];
  now: Date;
  /** Does everything and keeps nothing. */
  dryRun?: boolean;
  batchSize?: number;
  /** Called after each batch that is in the database. */
  onProgress?: (done: number, total: number) => void;
}

const national = {
  id: stableId('ptv:national'),
  sourceId: 'ptv:national',
  name: { fi: 'Kansalliset palvelut (PTV)', sv: 'Nationella tjänster (SDL)', en: 'National services (PTV)' },
};

const columns = `title, summary, keywords, nationwide, municipalities, referral_mode, statutory_bases, target_groups, languages, delivery_modes, support, accessibility`;
const upsert = `
  insert into service as kept (id, organization_id, status, origin, source_id, source_hash, ${columns}, search_document, search_words, published_at, created_at, updated_at)
  select given.id, given.organization_id, 'published', 'ptv', given.source_id, given.source_hash,
         ${columns.replaceAll(/(\w+)/g, 'r.$1')}, app.search_document(given.texts), given.words, $2, $2, $2
    from jsonb_to_recordset($1::jsonb) as given (id uuid, organization_id uuid, source_id text, source_hash text, content jsonb, texts jsonb, words text),
         jsonb_populate_record(null::service, given.content) as r
  on conflict (source_id) do update
    set organization_id = excluded.organization_id, source_hash = excluded.source_hash, title = excluded.title, summary = excluded.summary,
        nationwide = excluded.nationwide, municipalities = excluded.municipalities, search_document = excluded.search_document,
        search_words = excluded.search_words, status = 'published', version = kept.version + 1, updated_at = excluded.updated_at
    where kept.source_hash is distinct from excluded.source_hash
  returning (xmax = 0) as added`;

/**
 * Takes the services of the national register in. Each batch is one transaction, so that what landed stays when it is
 * interrupted, and running it again goes on from there; what is the same is not touched.
 */
export const importPtv = async (
  owner: ClientBase,
  { text, municipalities, now, dryRun = false, batchSize = 200, onProgress }: PtvImport,
): Promise<ImportResult> => {
  const byCode = new Map(municipalities.map((municipality) => [municipality.code, municipality]));
  const { services, bad } = readPtvServices(text, new Set(byCode.keys()));
  const result: ImportResult = { added: 0, changed: 0, unchanged: 0, bad };
  for (let from = 0; from < services.length; from += batchSize) {
    const batch = services.slice(from, from + batchSize);
    await owner.query('begin');
    try {
      await ensureOwners(owner, batch, byCode);
      const { rows } = await owner.query<{ added: boolean }>(upsert, [
        JSON.stringify(batch.map((service) => rowOf(service, byCode))),
        now,
      ]);
      await owner.query(dryRun ? 'rollback' : 'commit');
      const added = rows.filter((row) => row.added).length;
      result.added += added;
      result.changed += rows.length - added;
      result.unchanged += batch.length - rows.length;
    } catch (error) {
      await owner.query('rollback');
      throw error;
    }
    onProgress?.(Math.min(from + batchSize, services.length), services.length);
  }
  return result;
};

/** A service of one municipality belongs to it; whose the others are, the file does not tell. */
const ownerOf = ({ nationwide, municipalities }: PtvService): string | undefined =>
  !nationwide && municipalities.length === 1 ? municipalities[0] : undefined;

const ensureOwners = async (
  owner: ClientBase,
  batch: readonly PtvService[],
  byCode: ReadonlyMap<string, MunicipalityRecord>,
): Promise<void> => {
  await owner.query(
    `insert into organization (id, kind, name, languages, origin, source_id) values ($1, 'state', $2, '{fi,sv}', 'ptv', $3) on conflict do nothing`,
    [national.id, national.name, national.sourceId],
  );
  for (const code of new Set(batch.map(ownerOf))) {
    const municipality = code === undefined ? undefined : byCode.get(code);
    if (municipality) await ensureAuthority(owner, municipality, 'ptv');
  }
};

const rowOf = (service: PtvService, byCode: ReadonlyMap<string, MunicipalityRecord>) => {
  const code = ownerOf(service);
  const ownerName = (code === undefined ? undefined : byCode.get(code)?.authority.name) ?? national.name.fi;
  const { row, texts, words } = writtenOf(
    {
      ...emptyServiceContent(),
      title: { fi: service.name },
      summary: service.summary ? { fi: service.summary } : {},
      nationwide: service.nationwide,
      municipalities: service.municipalities,
      referralMode: 'self',
    },
    [ownerName],
  );
  return {
    id: stableId(`ptv:${service.ptvId}`),
    organization_id: code === undefined ? national.id : authorityId(code),
    source_id: service.ptvId,
    source_hash: hashOf(service),
    content: row,
    texts,
    words,
  };
};
