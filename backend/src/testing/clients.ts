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
  await owner.query(
    'insert into client_identity (client_id, organization_id, surname, identity_code) values ($1, $2, $3, $4)',
    [id, given.organizationId, given.surname ?? 'Virtanen', given.identityCode ?? null],
  );
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
  region?: string;
}

/** A municipality with an employment area of its own; once more for the same code changes nothing. */
export const aMunicipality = async (owner: Pool, given: AMunicipality = {}): Promise<string> => {
  const code = given.code ?? '286';
  const name = given.name ?? 'Kouvola';
  await owner.query(`insert into employment_area (code, name) values ($1, $2) on conflict do nothing`, [
    `area-${code}`,
    { fi: name },
  ]);
  await owner.query(
    `insert into municipality (code, name, genitive_fi, locative_fi, directional_fi, employment_area_code, region_code, region_name, latitude, longitude)
     values ($1, $2, $3, $4, $5, $6, '08', $7, 60.87, 26.7) on conflict do nothing`,
    [
      code,
      { fi: name },
      `${name}n`,
      `${name}ssa`,
      `${name}an`,
      `area-${code}`,
      { fi: given.region ?? 'Kymenlaakso' },
    ],
  );
  return code;
};

/** One of the organization stands in for another, as a substitution does. */
export const aSubstitution = async (
  owner: Pool,
  given: {
    organizationId: string;
    membershipId: string;
    substituteMembershipId: string;
    validFrom?: string;
    validTo?: string | null;
  },
): Promise<string> => {
  const { rows } = await owner.query<{ id: string }>(
    `insert into substitution (organization_id, membership_id, substitute_membership_id, valid_from, valid_to)
     values ($1, $2, $3, $4, $5) returning id`,
    [
      given.organizationId,
      given.membershipId,
      given.substituteMembershipId,
      given.validFrom ?? '2026-11-01',
      given.validTo ?? null,
    ],
  );
  return rows[0]?.id ?? '';
};

const aText = async (owner: Pool, kind: 'informing' | 'consent'): Promise<string> => {
  await owner.query(
    `insert into disclosure_text (kind, version, body, valid_from) values ($1, 1, '{"fi": "Teksti"}', '2026-01-01') on conflict do nothing`,
    [kind],
  );
  const { rows } = await owner.query<{ id: string }>(
    'select id from disclosure_text where kind = $1 and version = 1',
    [kind],
  );
  return rows[0]?.id ?? '';
};

/** The client was told what goes to a service, as an assignment asks. */
export const anInforming = async (
  owner: Pool,
  given: { clientId: string; serviceId: string },
): Promise<void> => {
  await owner.query(
    `insert into informing_record (organization_id, client_id, service_id, text_id, language, way, recorded_by, recorded_at)
     select c.organization_id, c.id, $2, $3, 'fi', 'in_person', c.handler_id, '2026-11-24T05:00Z' from client c where c.id = $1`,
    [given.clientId, given.serviceId, await aText(owner, 'informing')],
  );
};

/** The client permits the disclosure to the organization that runs the service. */
export const aConsent = async (
  owner: Pool,
  given: { clientId: string; serviceId: string; validUntil?: string; withdrawnAt?: string },
): Promise<void> => {
  await owner.query(
    `insert into consent_record (organization_id, client_id, service_id, recipient_organization_id, text_id, language, way, field_groups,
                                 recorded_by, recorded_at, valid_until, withdrawn_at)
     select c.organization_id, c.id, s.id, s.organization_id, $3, 'fi', 'in_person', '{}', c.handler_id, '2026-11-24T05:00Z', $4, $5
       from client c, service s where c.id = $1 and s.id = $2`,
    [
      given.clientId,
      given.serviceId,
      await aText(owner, 'consent'),
      given.validUntil ?? '2027-05-24',
      given.withdrawnAt ?? null,
    ],
  );
};
