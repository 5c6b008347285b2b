import { Injectable } from '@nestjs/common';
import { helsinkiDateOf } from '@rinnalla/shared/kernel/helsinki-time';
import { addMonths } from '@rinnalla/shared/kernel/local-date';
import { Problem } from '@rinnalla/shared/kernel/problem';
import { displayName, type Member } from '@rinnalla/shared/organization/actor';
import type { ErasureRequestView } from '@rinnalla/shared/privacy/erasure-routes';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { ClientFacade } from '../client/client.facade.js';
import { ErasurePresenter } from './erasure.presenter.js';
import { ErasureQuery } from './erasure.query.js';

const insertRequest = statement(
  'insert-erasure-request',
  `insert into erasure_request (organization_id, client_id, asked_at, asked_by, asked_by_name, due_on)
   values ($1, $2, $3, $4, $5, $6) on conflict (client_id) where state = 'asked' do nothing returning id`,
);

/** The client asks; who may change what is known of them writes it down, and decides nothing. Said twice it is one request. */
@Injectable()
export class AskForErasure {
  constructor(
    private readonly clients: ClientFacade,
    private readonly query: ErasureQuery,
    private readonly presenter: ErasurePresenter,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(member: Member, clientId: string): Promise<ErasureRequestView> {
    await this.clients.assertChangeable(member, clientId);
    const now = this.clock.now();
    const made = await this.database.row(insertRequest, [
      member.organization.id,
      clientId,
      now,
      member.personId,
      displayName(member),
      addMonths(helsinkiDateOf(now), 1),
    ]);
    if (made)
      this.database.log({ action: 'askForErasure', objectType: 'client', objectId: clientId, clientId });
    const row = await this.query.findOfClient(clientId);
    if (!row) throw new Problem('notFound');
    return this.presenter.request(row);
  }

  async ofClient(member: Member, clientId: string): Promise<ErasureRequestView | null> {
    await this.clients.assertReadable(member, clientId);
    const row = await this.query.findOfClient(clientId);
    if (!row) return null;
    this.database.log({ action: 'readErasureRequest', objectType: 'client', objectId: clientId, clientId });
    return this.presenter.request(row);
  }
}
