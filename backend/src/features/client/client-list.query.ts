import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

export interface ClientListRow {
  id: string;
  first_name: string;
  goal: string;
  non_disclosure: boolean;
  handler_name: string;
  open_referrals: number;
}

/** The page's rows first, then what is told of each: names and counts are read for the page only. */
const told = (page: string): string => `
  select c.id, c.first_name, c.goal, c.non_disclosure, coalesce(p.given_name || ' ' || p.surname, '') as handler_name,
         (select count(*)::int from referral r where r.client_id = c.id
            and r.status not in ('completed', 'interrupted', 'declined', 'withdrawn', 'expired', 'entered_in_error')) as open_referrals
    from (${page}) c left join person p on p.id = c.handler_id
   order by c.first_name, c.id`;

export type ClientScope = 'own' | 'organization';
const inOrganization = 'c.organization_id = (select app.client_organization())';
const inOrder = 'c.first_name, c.id';

/** Own clients person by person: for each, and for the organization, an index stands in the order of the page. */
const pageOf: Record<ClientScope, (condition: string) => string> = {
  own: (
    condition,
  ) => `select c.* from (select distinct unnest(app.my_people()) as person) me cross join lateral (
      select * from client c where ${inOrganization} and c.handler_id = me.person and ${condition} order by ${inOrder} limit $2) c
     order by ${inOrder} limit $2`,
  organization: (condition) =>
    `select c.* from client c where ${inOrganization} and ${condition} order by ${inOrder} limit $2`,
};

/** The cursor is the last client's id: a name would be personal data in an address. After one who has left one's list comes nobody. */
const afterLast = `(c.first_name, c.id) > (
  case when $1::uuid is null then '' else (select l.first_name from client l where l.id = $1) end,
  coalesce($1::uuid, '00000000-0000-0000-0000-000000000000'))`;
const named = `exists (select from client_identity i where i.client_id = c.id
  and (starts_with(lower(c.first_name), lower($1)) or starts_with(lower(i.surname), lower($1))))`;

const page = (scope: ClientScope) => statement(`client-page-${scope}`, told(pageOf[scope](afterLast)));
const search = (scope: ClientScope) => statement(`client-search-${scope}`, told(pageOf[scope](named)));
const pages = { own: page('own'), organization: page('organization') };
const searches = { own: search('own'), organization: search('organization') };

/** The same rule as `mayListClient`, as conditions. */
@Injectable()
export class ClientListQuery {
  constructor(private readonly database: Database) {}

  listClients(scope: ClientScope, after: string | null, limit: number): Promise<ClientListRow[]> {
    return this.database.rows<ClientListRow>(pages[scope], [after, limit]);
  }

  findByName(scope: ClientScope, name: string, limit: number): Promise<ClientListRow[]> {
    return this.database.rows<ClientListRow>(searches[scope], [name, limit]);
  }
}
