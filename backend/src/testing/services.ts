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
}

/** A service as the owner writes it, published unless said otherwise. */
export const aService = async (owner: Pool, given: AService): Promise<string> => {
  const id = randomUUID();
  await owner.query(
    `insert into service (id, organization_id, status, title, data_regime, statutory_bases, municipalities) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      given.organizationId,
      given.status ?? 'published',
      { fi: given.title ?? 'Rinnallakulkija' },
      given.dataRegime === undefined ? 'assignment' : given.dataRegime,
      given.statutoryBases ?? [],
      given.municipalities ?? [],
    ],
  );
  return id;
};
