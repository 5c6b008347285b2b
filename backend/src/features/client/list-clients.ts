import { Injectable } from '@nestjs/common';
import { mayCreateClient } from '@rinnalla/shared/client/client-permissions';
import type { clientRoutes } from '@rinnalla/shared/client/client-routes';
import type { ParsedOf, ResponseOf } from '@rinnalla/shared/contract/define-route';
import { clientId } from '@rinnalla/shared/kernel/id';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Database } from '../../platform/database/database.js';
import { ClientListQuery, type ClientScope } from './client-list.query.js';
import { presentClientRow } from './client.presenter.js';

/** A coach's own clients and those they stand in for; a coordinator's whole organization. */
@Injectable()
export class ListClients {
  constructor(
    private readonly list: ClientListQuery,
    private readonly database: Database,
  ) {}

  async execute(
    member: Member,
    { after, limit }: ParsedOf<typeof clientRoutes.list>['query'],
  ): Promise<ResponseOf<typeof clientRoutes.list>> {
    const cursor = after === undefined ? null : clientId.safeParse(after).data;
    if (cursor === undefined)
      throw new Problem('invalidInput', { fields: [{ path: 'query.after', code: 'invalid' }] });
    const rows = await this.list.listClients(scopeOf(member), cursor, limit + 1);
    const items = rows.slice(0, limit);
    this.database.log({ action: 'listClients', objectType: 'client', details: { count: items.length } });
    return {
      items: items.map(presentClientRow),
      next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    };
  }

  async search(
    member: Member,
    { name, limit }: ParsedOf<typeof clientRoutes.search>['body'],
  ): Promise<ResponseOf<typeof clientRoutes.search>> {
    const items = await this.list.findByName(scopeOf(member), name, limit);
    this.database.log({ action: 'searchClients', objectType: 'client', details: { count: items.length } });
    return { items: items.map(presentClientRow) };
  }
}

const scopeOf = (member: Member): ClientScope => {
  if (!mayCreateClient(member.role)) throw new Problem('notAllowed', { reason: 'notACoach' });
  return member.role === 'coordinator' ? 'organization' : 'own';
};
