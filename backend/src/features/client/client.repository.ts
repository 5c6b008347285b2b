import { Injectable } from '@nestjs/common';
import type { newClientInput } from '@rinnalla/shared/client/client-routes';
import { birthYearOf } from '@rinnalla/shared/kernel/identity-code';
import type { Member } from '@rinnalla/shared/organization/actor';
import type { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

/** The fields of a client as they were given; the version is told apart. */
export type GivenClient = z.output<typeof newClientInput>;

const insertClient = statement(
  'insert-client',
  `insert into client (first_name, language, birth_year, goal, needs, plan_type, non_disclosure, non_disclosure_until,
                       home_municipality_code, updated_by, updated_at, created_by, created_at, handler_id, organization_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10, $11, $10, $12) returning id`,
);
const updateClient = statement(
  'update-client',
  `update client set first_name = $1, language = $2, birth_year = $3, goal = $4, needs = $5, plan_type = $6,
          non_disclosure = $7, non_disclosure_until = $8, home_municipality_code = $9, updated_by = $10, updated_at = $11,
          version = version + 1
    where id = $12 and version = $13 returning id`,
);
const insertIdentity = statement(
  'insert-client-identity',
  'insert into client_identity (client_id, organization_id, surname, identity_code) values ($1, $2, $3, $4)',
);
const updateIdentity = statement(
  'update-client-identity',
  `update client_identity set surname = $2, identity_code = case when $3 then identity_code else $4 end where client_id = $1`,
);
const insertContact = statement(
  'insert-client-contact',
  'insert into client_contact (client_id, organization_id, way, phone, email, wishes) values ($1, $2, $3, $4, $5, $6)',
);
const updateContact = statement(
  'update-client-contact',
  'update client_contact set way = $2, phone = $3, email = $4, wishes = $5 where client_id = $1',
);

/** Writes a client's three tables: card, identity, contact. A second client with the same identity code in the organization: `alreadyExists`. */
@Injectable()
export class ClientRepository {
  constructor(private readonly database: Database) {}

  async insert(member: Member, given: GivenClient, at: Date): Promise<string> {
    const organizationId = member.organization.id;
    const row = await this.database.row<{ id: string }>(insertClient, [
      ...cardValues(given),
      member.personId,
      at,
      organizationId,
    ]);
    if (!row) throw new Error('The client was not inserted.');
    await this.database.row(insertIdentity, [
      row.id,
      organizationId,
      given.surname,
      given.identityCode ?? null,
    ]);
    await this.database.row(insertContact, [row.id, organizationId, ...contactValues(given)]);
    return row.id;
  }

  /** False when another has changed the client since the version was read. */
  async update(
    member: Member,
    clientId: string,
    version: number,
    given: GivenClient,
    at: Date,
  ): Promise<boolean> {
    const row = await this.database.row(updateClient, [
      ...cardValues(given),
      member.personId,
      at,
      clientId,
      version,
    ]);
    if (!row) return false;
    await this.database.row(updateIdentity, [
      clientId,
      given.surname,
      given.identityCode === undefined,
      given.identityCode ?? null,
    ]);
    await this.database.row(updateContact, [clientId, ...contactValues(given)]);
    return true;
  }
}

const cardValues = (given: GivenClient): unknown[] => [
  given.firstName,
  given.language,
  given.identityCode ? birthYearOf(given.identityCode) : (given.birthYear ?? null),
  given.goal,
  given.needs,
  given.planType,
  given.nonDisclosure,
  given.nonDisclosure ? (given.nonDisclosureUntil ?? null) : null,
  // Act 661/2009: the home municipality of a non-disclosure client is restricted, so it is not kept at all.
  given.nonDisclosure ? null : (given.homeMunicipality ?? null),
];

const contactValues = ({ contact }: GivenClient): unknown[] => [
  contact.way,
  contact.phone ?? null,
  contact.email ?? null,
  contact.wishes ?? null,
];
