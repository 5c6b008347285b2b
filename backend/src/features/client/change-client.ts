import { Injectable } from '@nestjs/common';
import { mayMarkNonDisclosure } from '@rinnalla/shared/client/client-permissions';
import type { ClientView } from '@rinnalla/shared/client/client-routes';
import { Problem } from '@rinnalla/shared/kernel/problem';
import type { Member } from '@rinnalla/shared/organization/actor';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ClientAccess } from './client-access.js';
import { ClientFieldCheck } from './client-field-check.js';
import type { ClientCardRow } from './client.query.js';
import { ClientRepository, type GivenClient } from './client.repository.js';
import { ReadClient } from './read-client.js';

/** Saves the whole client from the version that was read; the second of two is told who was first, and when. */
@Injectable()
export class ChangeClient {
  constructor(
    private readonly access: ClientAccess,
    private readonly check: ClientFieldCheck,
    private readonly repository: ClientRepository,
    private readonly reading: ReadClient,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  async execute(
    member: Member,
    clientId: string,
    { version, ...given }: GivenClient & { version: number },
  ): Promise<ClientView> {
    const { card, reader, facts } = await this.access.getChangeable(member, clientId);
    if (card.version !== version) throw changedMeanwhile(card);
    if (given.nonDisclosure !== card.non_disclosure && !mayMarkNonDisclosure(reader, facts)) {
      throw new Problem('notAllowed', { reason: 'onlyTheHandlerMarksNonDisclosure' });
    }
    await this.check.execute(given, card.non_disclosure_until);
    if (!(await this.repository.update(member, clientId, version, given, this.clock.now()))) {
      throw changedMeanwhile((await this.access.getReadable(member, clientId)).card);
    }
    this.database.log({
      action: 'changeClient',
      objectType: 'client',
      objectId: clientId,
      clientId,
      details: { version: version + 1 },
    });
    if (given.nonDisclosure !== card.non_disclosure) {
      this.database.happened({
        name: given.nonDisclosure ? 'nonDisclosureBegun' : 'nonDisclosureEnded',
        payload: { clientId },
      });
    }
    return this.reading.view(member, clientId);
  }
}

/** `details`: who was first, when, and the version that stands. */
const changedMeanwhile = (card: ClientCardRow): Problem =>
  new Problem('changedMeanwhile', {
    details: { actorName: card.updated_by_name, at: card.updated_at.toISOString(), version: card.version },
  });
