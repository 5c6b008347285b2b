import { Injectable } from '@nestjs/common';
import { mayCreateClient } from '@rinnalla/shared/client/client-permissions';
import type { ClientView } from '@rinnalla/shared/client/client-routes';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ClientFieldCheck } from './client-field-check.js';
import { ClientRepository, type GivenClient } from './client.repository.js';
import { ReadClient } from './read-client.js';

/** Takes a client into the care of the coach who writes them down. */
@Injectable()
export class CreateClient {
  constructor(
    private readonly check: ClientFieldCheck,
    private readonly repository: ClientRepository,
    private readonly reading: ReadClient,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(member: Member, given: GivenClient): Promise<ClientView> {
    if (!mayCreateClient(member.role)) throw new Problem('notAllowed', { reason: 'notACoach' });
    await this.check.execute(given);
    const clientId = await this.repository.insert(member, given, this.clock.now());
    this.database.log({ action: 'createClient', objectType: 'client', objectId: clientId, clientId });
    return this.reading.view(member, clientId);
  }
}
