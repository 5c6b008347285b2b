import { Injectable } from '@nestjs/common';
import type { ClientView } from '@rinnalla/shared/client/client-routes';
import { helsinkiPieces } from '@rinnalla/shared/kernel/helsinki-time';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ClientAccess } from './client-access.js';
import { presentClient } from './client.presenter.js';
import { ClientQuery } from './client.query.js';

/** One client for those who may read them; each reading leaves a row in the log. */
@Injectable()
export class ReadClient {
  constructor(
    private readonly access: ClientAccess,
    private readonly clients: ClientQuery,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(member: Member, clientId: string): Promise<ClientView> {
    const view = await this.view(member, clientId);
    this.database.log({ action: 'readClient', objectType: 'client', objectId: clientId, clientId });
    return view;
  }

  /** What stands after a change of one's own, which is logged as what it was. */
  async view(member: Member, clientId: string): Promise<ClientView> {
    const { card } = await this.access.getReadable(member, clientId);
    const known = await this.clients.findIdentityAndContact(clientId);
    if (!known) throw new Problem('notFound');
    return presentClient(card, known, helsinkiPieces(this.clock.now()).year);
  }
}
