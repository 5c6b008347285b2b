import { hash } from '@node-rs/argon2';
import { addDays, type LocalDate } from '@rinnalla/shared/kernel/local-date';
import { birthYearOf, isIdentityCode } from '@rinnalla/shared/kernel/identity-code';
import type { ClientBase } from 'pg';
import { authorityId, ensureAuthority } from '../../features/catalogue/municipal-authority.js';
import { readMunicipalities } from '../../features/catalogue/registers.js';
import { stableId } from '../../features/catalogue/stable-id.js';
import { demonstrationPassword } from '../../features/account/demonstration-sign-ins.js';
import type { Demonstration, DemonstrationClient, DemonstrationPerson } from './demonstration-files.js';

const insertOrganization = `
  insert into organization (id, kind, business_id, name, description, home_municipality_code, languages, email, origin, source_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, 'demonstration', $9) on conflict do nothing`;

/** The invented associations, and the municipalities whose invented workers refer people to them. */
export const loadOrganizations = async (owner: ClientBase, demonstration: Demonstration): Promise<void> => {
  const municipalities = new Map(
    readMunicipalities().map((municipality) => [municipality.code, municipality]),
  );
  for (const authority of demonstration.authorities) {
    const municipality = municipalities.get(authority.municipality);
    if (!municipality) throw new Error(`No municipality has the code ${authority.municipality}.`);
    await ensureAuthority(owner, municipality, 'demonstration');
    await owner.query(
      `update organization set case_prefix = $2, email = coalesce(email, $3), name = $4 where id = $1 and case_prefix is null`,
      [authorityId(authority.municipality), authority.casePrefix, authority.email, authority.name],
    );
  }
  const teams = new Map(
    demonstration.associations.map((association) => [association.organization, association]),
  );
  for (const organization of demonstration.organizations) {
    await owner.query(insertOrganization, [
      stableId(organization.id),
      organization.type,
      teams.get(organization.id)?.businessId,
      teams.get(organization.id)?.name,
      organization.description,
      organization.homeMunicipality.code,
      organization.languages,
      organization.email,
      organization.id,
    ]);
  }
};

const insertPerson = `insert into person (id, email, given_name, surname, language, demonstration) values ($1, $2, $3, $4, $5, true) on conflict do nothing`;
const insertMembership = `
  insert into membership (id, person_id, organization_id, role, title, valid_from) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`;
const insertOffice = `
  insert into public_office (id, membership_id, task, valid_from) values ($1, $2, 'Työvoimapalvelujen järjestäminen (laki 380/2023)', $3) on conflict do nothing`;
const insertSubstitution = `
  insert into substitution (id, organization_id, membership_id, substitute_membership_id, valid_from) values ($1, $2, $3, $4, $5) on conflict do nothing`;
const insertCredential = `insert into credential (person_id, password_hash) values ($1, $2) on conflict do nothing`;

export const personId = (email: string): string => stableId(`person:${email}`);
export const membershipId = (email: string): string => stableId(`membership:${email}`);
export const clientIdOf = (identityCode: string): string => stableId(`client:${identityCode}`);
/** Everybody has been here since the employment areas began. */
const since = '2025-01-01';

/** Workers and managers with one password, their memberships, virkasuhde and substitutes. */
export const loadPeople = async (owner: ClientBase, demonstration: Demonstration): Promise<void> => {
  // One hash for all: the password is printed at the start, and hashing it ninety times would cost the start seconds.
  const passwordHash = await hash(demonstrationPassword);
  const teams = [
    ...demonstration.authorities.map(({ municipality, people }) => ({
      organizationId: authorityId(municipality),
      people,
    })),
    ...demonstration.associations.map(({ organization, people }) => ({
      organizationId: stableId(organization),
      people,
    })),
  ];
  for (const { organizationId, people } of teams) {
    for (const person of people) await loadPerson(owner, organizationId, person, passwordHash);
    for (const { email, substitute } of people) {
      const standIn = people.find(({ givenName }) => givenName === substitute);
      if (!standIn) continue;
      await owner.query(insertSubstitution, [
        stableId(`substitution:${email}`),
        organizationId,
        membershipId(email),
        membershipId(standIn.email),
        since,
      ]);
    }
  }
};

const loadPerson = async (
  owner: ClientBase,
  organizationId: string,
  person: DemonstrationPerson,
  passwordHash: string,
): Promise<void> => {
  await owner.query(insertPerson, [
    personId(person.email),
    person.email,
    person.givenName,
    person.surname,
    person.language ?? 'fi',
  ]);
  await owner.query(insertCredential, [personId(person.email), passwordHash]);
  await owner.query(insertMembership, [
    membershipId(person.email),
    personId(person.email),
    organizationId,
    person.role,
    person.title,
    since,
  ]);
  if (person.officeHolder)
    await owner.query(insertOffice, [stableId(`office:${person.email}`), membershipId(person.email), since]);
};

const insertClient = `
  insert into client (id, organization_id, handler_id, first_name, language, birth_year, goal, needs, plan_type, non_disclosure, non_disclosure_until,
                      home_municipality_code, origin, created_by, created_at, updated_at)
  select $1, m.organization_id, m.person_id, $3, $4, $5, $6, $7, $8, $9::date is not null, $9::date, $10, 'demonstration', m.person_id, $11, $11
    from membership m where m.id = $2
  on conflict do nothing`;
const insertIdentity = `
  insert into client_identity (client_id, organization_id, surname, identity_code)
  select id, organization_id, $2, $3 from client where id = $1 on conflict do nothing`;
const insertContact = `
  insert into client_contact (client_id, organization_id, way, phone, email, wishes)
  select id, organization_id, $2, $3, $4, $5 from client where id = $1 on conflict do nothing`;

/** Invented clients with identity codes of the range that is never given to a person. */
export const loadClients = async (
  owner: ClientBase,
  clients: readonly DemonstrationClient[],
  now: Date,
  today: LocalDate,
): Promise<void> => {
  for (const client of clients) {
    const id = clientIdOf(client.identityCode);
    const birthYear = isIdentityCode(client.identityCode) ? birthYearOf(client.identityCode) : null;
    await owner.query(insertClient, [
      id,
      membershipId(client.handler),
      client.firstName,
      client.language,
      birthYear,
      client.goal,
      client.needs,
      client.planType,
      client.nonDisclosureDays === undefined ? null : addDays(today, client.nonDisclosureDays),
      client.homeMunicipality,
      now,
    ]);
    await owner.query(insertIdentity, [id, client.surname, client.identityCode]);
    await owner.query(insertContact, [
      id,
      client.contact.way,
      client.contact.phone,
      client.contact.email,
      client.contact.wishes,
    ]);
  }
};
