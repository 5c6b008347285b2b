import { Injectable } from '@nestjs/common';
import type { ContactWay, Need, PlanType } from '@rinnalla/shared/client/needs';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

export interface ClientCardRow {
  id: string;
  organization_id: string;
  version: number;
  first_name: string;
  language: string;
  birth_year: number | null;
  goal: string;
  needs: Need[];
  plan_type: PlanType;
  non_disclosure: boolean;
  non_disclosure_until: string | null;
  home_municipality_code: string | null;
  handler_id: string;
  handler_name: string;
  updated_at: Date;
  updated_by_name: string | null;
  /** The reader, and those whose substitute the reader is today. */
  my_people: string[];
  /** The reader has opened the client in an emergency: to read, not to change. */
  opened_in_emergency: boolean;
}

export interface IdentityAndContactRow {
  surname: string;
  identity_code: string | null;
  way: ContactWay;
  phone: string | null;
  email: string | null;
  wishes: string | null;
}

/** Row-level security decides: a client whom the reader may not read is not there. */
const card = statement(
  'client-card',
  `select c.id, c.organization_id, c.version, c.first_name, c.language, c.birth_year, c.goal, c.needs, c.plan_type,
          c.non_disclosure, c.non_disclosure_until::text, c.home_municipality_code,
          c.handler_id, coalesce(p.given_name || ' ' || p.surname, '') as handler_name,
          c.updated_at, u.given_name || ' ' || u.surname as updated_by_name, app.my_people() as my_people,
          c.id = any ((select app.opened_clients())::uuid[]) as opened_in_emergency
     from client c left join person p on p.id = c.handler_id left join person u on u.id = c.updated_by
    where c.id = $1`,
);
const identityAndContact = statement(
  'client-identity-and-contact',
  `select i.surname, i.identity_code, k.way, k.phone, k.email, k.wishes
     from client_identity i join client_contact k on k.client_id = i.client_id
    where i.client_id = $1`,
);
const municipality = statement('client-municipality', 'select code from municipality where code = $1');

@Injectable()
export class ClientQuery {
  constructor(private readonly database: Database) {}

  async getCard(clientId: string): Promise<ClientCardRow> {
    const row = await this.database.row<ClientCardRow>(card, [clientId]);
    if (!row) throw new Problem('notFound');
    return row;
  }

  /** Undefined while the reader's stage does not include them. */
  findIdentityAndContact(clientId: string): Promise<IdentityAndContactRow | undefined> {
    return this.database.row<IdentityAndContactRow>(identityAndContact, [clientId]);
  }

  async isMunicipality(code: string): Promise<boolean> {
    return (await this.database.row(municipality, [code])) !== undefined;
  }
}
