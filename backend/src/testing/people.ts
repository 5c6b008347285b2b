import { randomBytes, randomUUID } from 'node:crypto';
import type { OrganizationKind, Role } from '@rinnalla/shared/organization/role';
import type { Pool } from 'pg';
import { hashOfToken } from '../platform/auth/session-token.js';
import type { Caller } from './test-server.js';

/** Builders of organizations and people, written as the owner. Each test states only what matters to it. */

export interface AnOrganization {
  id?: string;
  name?: string;
  kind?: OrganizationKind;
  casePrefix?: string;
  municipalityCode?: string;
}

export const anOrganization = async (owner: Pool, given: AnOrganization = {}): Promise<string> => {
  const id = given.id ?? randomUUID();
  await owner.query(
    `insert into organization (id, kind, name, case_prefix, home_municipality_code) values ($1, $2, $3, $4, $5)`,
    [
      id,
      given.kind ?? 'association',
      { fi: given.name ?? `Järjestö ${id.slice(0, 8)}` },
      given.casePrefix ?? null,
      given.municipalityCode ?? null,
    ],
  );
  return id;
};

export interface AMember {
  organizationId: string;
  role: Role;
  givenName?: string;
  surname?: string;
  validFrom?: string;
  validTo?: string;
}

export interface SignedIn extends Caller {
  cookie: string;
  personId: string;
  membershipId: string;
  organizationId: string;
  sessionId: string;
}

/** A member with an open session, as a whole sign-in leaves it, proven just now; call routes with it as the caller. */
export const signedIn = async (owner: Pool, member: AMember): Promise<SignedIn> => {
  const personId = randomUUID();
  const membershipId = randomUUID();
  const sessionId = randomUUID();
  const token = randomBytes(32).toString('base64url');
  await owner.query(`insert into person (id, email, given_name, surname) values ($1, $2, $3, $4)`, [
    personId,
    `${personId}@people.example`,
    member.givenName ?? 'Testi',
    member.surname ?? 'Henkilö',
  ]);
  await owner.query(
    `insert into membership (id, person_id, organization_id, role, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6)`,
    [
      membershipId,
      personId,
      member.organizationId,
      member.role,
      member.validFrom ?? '2020-01-01',
      member.validTo ?? null,
    ],
  );
  await owner.query(
    `insert into session (id, token_hash, person_id, membership_id, created_at, confirmed_at, last_seen_at, expires_at)
     values ($1, decode($2, 'hex'), $3, $4, '2026-11-24T05:55Z', '2099-01-01', '2099-01-01', '2100-01-01')`,
    [sessionId, hashOfToken(token), personId, membershipId],
  );
  return {
    cookie: `session=${token}`,
    personId,
    membershipId,
    organizationId: member.organizationId,
    sessionId,
  };
};
