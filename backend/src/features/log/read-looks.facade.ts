import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@rinnalla/shared/contract/define-route';
import type { logRoutes } from '@rinnalla/shared/log/log-routes';
import { type LoggedLook, looksOf } from '@rinnalla/shared/log/looks';
import type { Role } from '@rinnalla/shared/organization/role';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ClientFacade } from '../client/client.facade.js';

const whoLooked = statement(
  'who-looked',
  'select at, organization_id as "organizationId", organization, role, action from app.who_looked($1, $2)',
);

/** As long as the log is kept. */
const yearsBack = 5;

export type Looks = ResponseOf<typeof logRoutes.looks>['items'];

/** Who has looked, as the client may know it; opened together with the client, so whoever reads the client may open it. */
@Injectable()
export class ReadLooks {
  constructor(
    private readonly clients: ClientFacade,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(member: Member, clientId: string): Promise<{ items: Looks }> {
    await this.clients.assertReadable(member, clientId);
    const items = await this.list(clientId);
    this.database.log({ action: 'readLooks', objectType: 'client', objectId: clientId, clientId });
    return { items };
  }

  /** For an export, which is logged as what it is. */
  async list(clientId: string): Promise<Looks> {
    const now = this.clock.now();
    const since = new Date(now);
    since.setUTCFullYear(now.getUTCFullYear() - yearsBack);
    const rows = await this.database.rows<LoggedLook>(whoLooked, [clientId, since]);
    return looksOf(rows).map((look) => ({ ...look, role: look.role as Role }));
  }
}
