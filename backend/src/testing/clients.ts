import { randomUUID } from 'node:crypto';
import type { ContactWay, Need } from '@rinnalla/shared/client/needs';
import type { Pool } from 'pg';

/** Builders of clients and what they are referred to, written as the owner. Each test states only what matters to it. */

export interface AClient {
  organizationId: string;
  handlerId: string;
  id?: string;
  firstName?: string;
  surname?: string;
  goal?: string;
  needs?: Need[];
  birthYear?: number | null;
  identityCode?: string | null;
  nonDisclosure?: boolean;
  homeMunicipality?: string | null;
  contact?: { way?: ContactWay; phone?: string | null; email?: string | null; wishes?: string | null };
}

export const aClient = async (owner: Pool, given: AClient): Promise<string> => {
  const id = given.id ?? randomUUID();
  await owner.query(
    `insert into client (id, organization_id, handler_id, first_name, birth_year, goal, needs, non_disclosure, home_municipality_code,
                         created_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $3, '2026-11-01', '2026-11-01')`,
    [
      id,
      given.organizationId,
      given.handlerId,
      given.firstName ?? 'Anna',
      given.birthYear === undefined ? 1992 : given.birthYear,
      given.goal ?? 'Haluaisin päästä ulos kotoa ja jutella jonkun kanssa.',
      given.needs ?? [],
      given.nonDisclosure ?? false,
      given.homeMunicipality ?? null,
    ],
  );
  await owner.query('insert into client_identity (client_id, organization_id, surname, identity_code) values ($1, $2, $3, $4)', [
    id,
    given.organizationId,
    given.surname ?? 'Virtanen',
    given.identityCode ?? null,
  ]);
  const { way = 'phone', phone = '0401234567', email = null, wishes = null } = given.contact ?? {};
  await owner.query(
    'insert into client_contact (client_id, organization_id, way, phone, email, wishes) values ($1, $2, $3, $4, $5, $6)',
    [id, given.organizationId, way, phone, email, wishes],
  );
  return id;
};

export interface AMunicipality {
  code?: string;
  name?: string;
}

/** A municipality with an employment area of its own; once more for the same code changes nothing. */
export const aMunicipality = async (owner: Pool, given: AMunicipality = {}): Promise<string> => {
  const code = given.code ?? '286';
  const name = given.name ?? 'Kouvola';
  await owner.query(`insert into employment_area (code, name) values ($1, $2) on conflict do nothing`, [`area-${code}`, { fi: name }]);
  await owner.query(
    `insert into municipality (code, name, genitive_fi, locative_fi, directional_fi, employment_area_code, region_code, region_name, latitude, longitude)
     values ($1, $2, $3, $4, $5, $6, '08', '{}', 60.87, 26.7) on conflict do nothing`,
    [code, { fi: name }, `${name}n`, `${name}ssa`, `${name}an`, `area-${code}`],
  );
  return code;
};

/** One of the organization stands in for another, as a substitution does. */
export const aSubstitution = async (
  owner: Pool,
  given: { organizationId: string; membershipId: string; substituteMembershipId: string; validFrom?: string; validTo?: string | null },
): Promise<string> => {
  const { rows } = await owner.query<{ id: string }>(
    `insert into substitution (organization_id, membership_id, substitute_membership_id, valid_from, valid_to)
     values ($1, $2, $3, $4, $5) returning id`,
    [given.organizationId, given.membershipId, given.substituteMembershipId, given.validFrom ?? '2026-11-01', given.validTo ?? null],
  );
  return rows[0]?.id ?? '';
};
