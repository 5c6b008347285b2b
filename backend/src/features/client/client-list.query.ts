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

const scopes = {
  own: 'c.organization_id = app.client_organization() and c.handler_id = any ((select app.my_people())::uuid[])',
  organization: 'c.organization_id = app.client_organization()',
} as const;
export type ClientScope = keyof typeof scopes;

/** The cursor is the last client's id: a name would be personal data in an address. */
const afterLast = `($1::uuid is null or (c.first_name, c.id) > (select l.first_name, l.id from client l where l.id = $1))`;
const page = (scope: ClientScope) =>
  statement(
    `client-page-${scope}`,
    told(
      `select c.* from client c where ${scopes[scope]} and ${afterLast} order by c.first_name, c.id limit $2`,
    ),
  );
const search = (scope: ClientScope) =>
  statement(
    `client-search-${scope}`,
    told(`select c.* from client c join client_identity i on i.client_id = c.id
           where ${scopes[scope]} and (starts_with(lower(c.first_name), lower($1)) or starts_with(lower(i.surname), lower($1)))
           order by c.first_name, c.id limit $2`),
  );
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
